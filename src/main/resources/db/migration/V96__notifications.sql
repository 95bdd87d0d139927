-- What has happened and is to be told: written in the transaction in which it happened, spread to people afterwards.
CREATE TABLE notice_event (
  id         VARCHAR(26)  NOT NULL PRIMARY KEY,
  -- what happened, once: 'task-…', 'reminder-<report>-<offset>'
  event_key  VARCHAR(100) NOT NULL,
  kind_code  VARCHAR(12)  NOT NULL,
  case_id    VARCHAR(26)  NOT NULL,
  -- id of the task or report it is about
  object_id  VARCHAR(64)  NOT NULL,
  -- number of the period, tranche or version, and the offset or decision
  number_no  INT          NOT NULL,
  detail_no  INT          NOT NULL,
  -- 'NEW', 'SPREAD'
  state      VARCHAR(10)  NOT NULL,
  created_at DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX notice_event_once ON notice_event (event_key);
CREATE INDEX notice_event_state ON notice_event (state, id);

-- One notice to one person.
CREATE TABLE notice (
  id         VARCHAR(26)  NOT NULL PRIMARY KEY,
  account_id VARCHAR(26)  NOT NULL,
  event_id   VARCHAR(26)  NOT NULL,
  kind_code  VARCHAR(12)  NOT NULL,
  object_id  VARCHAR(64)  NOT NULL,
  text_th    VARCHAR(600) NOT NULL,
  text_en    VARCHAR(600) NOT NULL,
  page_path  VARCHAR(200) NOT NULL,
  due_on     DATE,
  -- whether it stands in the person's list
  in_app     BOOLEAN      NOT NULL,
  -- 'NONE', 'AT_ONCE' or 'DIGEST'
  mail_code  VARCHAR(10)  NOT NULL,
  -- the digest it went into
  digest_day DATE,
  created_at DATETIME(6)  NOT NULL,
  read_at    DATETIME(6),
  CONSTRAINT notice_event_fk FOREIGN KEY (event_id) REFERENCES notice_event (id)
);
CREATE UNIQUE INDEX notice_once ON notice (account_id, event_id);
CREATE INDEX notice_list ON notice (account_id, in_app, read_at, id);
CREATE INDEX notice_object ON notice (object_id);
CREATE INDEX notice_digest ON notice (mail_code, digest_day, created_at);

-- Mail to one person: a single notice, or the digest of a day. Written once, handed over at most once.
CREATE TABLE notice_mail (
  id         VARCHAR(26) NOT NULL PRIMARY KEY,
  account_id VARCHAR(26) NOT NULL,
  -- 'notice-<id>' or 'digest-2016-05-01'
  mail_key   VARCHAR(40) NOT NULL,
  notice_id  VARCHAR(26),
  digest_day DATE,
  -- 'WAITING', 'SENDING', 'SENT', 'UNSURE', 'FAILED', 'DROPPED'
  state      VARCHAR(10) NOT NULL,
  attempts   INT         NOT NULL,
  next_at    DATETIME(6) NOT NULL,
  claimed_by VARCHAR(26),
  claimed_at DATETIME(6),
  sent_to    VARCHAR(200),
  sent_at    DATETIME(6)
);
CREATE UNIQUE INDEX notice_mail_once ON notice_mail (account_id, mail_key);
CREATE INDEX notice_mail_state ON notice_mail (state, next_at);

-- How a person wants to be told; what is not here follows the default of its kind.
CREATE TABLE notice_setting (
  account_id VARCHAR(26) NOT NULL,
  kind_code  VARCHAR(12) NOT NULL,
  in_app     BOOLEAN     NOT NULL,
  mail_code  VARCHAR(10) NOT NULL,
  CONSTRAINT notice_setting_pk PRIMARY KEY (account_id, kind_code)
);

-- The secret address of a person's calendar, as its fingerprint: nobody can read it back from here.
CREATE TABLE notice_calendar (
  account_id VARCHAR(26) NOT NULL PRIMARY KEY,
  token_hash CHAR(64)    NOT NULL,
  created_at DATETIME(6) NOT NULL
);
CREATE UNIQUE INDEX notice_calendar_token ON notice_calendar (token_hash);
