-- Who gets which report by mail, and when.
CREATE TABLE report_subscription (
  id          VARCHAR(26) NOT NULL PRIMARY KEY,
  account_id  VARCHAR(26) NOT NULL,
  grant_id    VARCHAR(26) NOT NULL,
  edition_key VARCHAR(60) NOT NULL,
  -- 'MONTHLY' or 'ACCEPTANCE'
  rhythm_code VARCHAR(10) NOT NULL,
  format_code VARCHAR(10) NOT NULL,
  locale_code VARCHAR(5)  NOT NULL,
  created_at  DATETIME(6) NOT NULL
);
CREATE UNIQUE INDEX report_subscription_once
  ON report_subscription (account_id, grant_id, edition_key, rhythm_code, format_code, locale_code);
CREATE INDEX report_subscription_grant ON report_subscription (grant_id, rhythm_code);

-- Reports that are due to somebody: noted once per occasion, then made, then sent. They stay here, so that a report that
-- cannot be mailed can be fetched.
CREATE TABLE report_mail (
  id              VARCHAR(26)  NOT NULL PRIMARY KEY,
  subscription_id VARCHAR(26)  NOT NULL,
  account_id      VARCHAR(26)  NOT NULL,
  grant_id        VARCHAR(26)  NOT NULL,
  edition_key     VARCHAR(60)  NOT NULL,
  -- 'month-2017-02' or 'period-1'
  occasion        VARCHAR(30)  NOT NULL,
  period_no       INT,
  as_of           DATE         NOT NULL,
  format_code     VARCHAR(10)  NOT NULL,
  locale_code     VARCHAR(5)   NOT NULL,
  -- 'DUE', 'MADE', 'SENDING', 'SENT', 'UNSURE', 'FAILED', 'DROPPED'
  state           VARCHAR(10)  NOT NULL,
  attempts        INT          NOT NULL,
  next_at         DATETIME(6)  NOT NULL,
  claimed_by      VARCHAR(26),
  claimed_at      DATETIME(6),
  sent_to         VARCHAR(200),
  sent_at         DATETIME(6),
  file_name       VARCHAR(255),
  content         LONGBLOB,
  created_at      DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX report_mail_once ON report_mail (subscription_id, occasion);
CREATE INDEX report_mail_state ON report_mail (state, next_at);
CREATE INDEX report_mail_account ON report_mail (account_id, grant_id, id);
