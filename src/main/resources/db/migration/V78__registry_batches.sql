-- What a centre hands in for one register and quarter, to be verified by a random sample (BR-22); handed in again after a
-- return as the next round. Also what a centre hands in to be confirmed again before it grows stale (BR-18).
CREATE TABLE registry_batch (
  id                VARCHAR(26)   NOT NULL PRIMARY KEY,
  batch_no          BIGINT        NOT NULL AUTO_INCREMENT,
  purpose           VARCHAR(10)   NOT NULL,
  grant_id          VARCHAR(26)   NOT NULL,
  programme_key     VARCHAR(60)   NOT NULL,
  organisation_id   VARCHAR(26)   NOT NULL,
  centre_code       VARCHAR(20)   NOT NULL,
  register_code     VARCHAR(20)   NOT NULL,
  quarter_from      DATE          NOT NULL,
  round_no          INT           NOT NULL,
  state             VARCHAR(12)   NOT NULL,
  handed_in_by      VARCHAR(26)   NOT NULL,
  handed_in_name    VARCHAR(200)  NOT NULL,
  handed_in_at      DATETIME(6)   NOT NULL,
  size_handed_in    INT           NOT NULL,
  size_checked      INT           NOT NULL,
  sample_size       INT           NOT NULL,
  seed              BIGINT,
  drawn_at          DATETIME(6),
  limit_percent     DECIMAL(5,2)  NOT NULL,
  due_on            DATE,
  reminded_on       DATE,
  checked_by        VARCHAR(26),
  checked_name      VARCHAR(200),
  decision          VARCHAR(6),
  decided_by        VARCHAR(26),
  decided_name      VARCHAR(200),
  decided_on        DATE,
  reason            VARCHAR(1000),
  settled           INT           NOT NULL,
  CONSTRAINT registry_batch_no UNIQUE (batch_no),
  CONSTRAINT registry_batch_round
    UNIQUE (grant_id, centre_code, register_code, purpose, quarter_from, round_no)
);
CREATE INDEX registry_batch_place ON registry_batch (programme_key, centre_code, handed_in_at);
CREATE INDEX registry_batch_state ON registry_batch (state, due_on);

-- What was in the batch, as it was handed in. OPEN until it is settled, then ACCEPTED or RETURNED; FAULTY did not pass the
-- automatic checks and was neither drawn from nor accepted; LEFT has been changed after it was handed in. drawn_from
-- marks those the sample was drawn from, so that the draw can be repeated years later.
CREATE TABLE registry_batch_record (
  batch_id   VARCHAR(26) NOT NULL,
  record_id  VARCHAR(26) NOT NULL,
  version_no INT         NOT NULL,
  state      VARCHAR(8)  NOT NULL,
  drawn_from BOOLEAN     NOT NULL,
  CONSTRAINT registry_batch_record_pk PRIMARY KEY (batch_id, record_id)
);
CREATE INDEX registry_batch_record_open ON registry_batch_record (record_id, state);
CREATE INDEX registry_batch_record_state ON registry_batch_record (batch_id, state, record_id);

-- The drawn records in the order of the draw, and what the verifier found.
CREATE TABLE registry_sample (
  batch_id       VARCHAR(26) NOT NULL,
  record_id      VARCHAR(26) NOT NULL,
  position_no    INT         NOT NULL,
  finding        VARCHAR(5),
  reason         VARCHAR(1000),
  judged_by      VARCHAR(26),
  judged_by_name VARCHAR(200),
  judged_at      DATETIME(6),
  CONSTRAINT registry_sample_pk PRIMARY KEY (batch_id, position_no),
  CONSTRAINT registry_sample_record UNIQUE (batch_id, record_id)
);

-- Everybody who has had a hand in a record of the batch: none of them may judge it (SD5).
CREATE TABLE registry_batch_hand (
  batch_id   VARCHAR(26) NOT NULL,
  account_id VARCHAR(26) NOT NULL,
  CONSTRAINT registry_batch_hand_pk PRIMARY KEY (batch_id, account_id)
);

-- What grows stale soonest at a centre (BR-18).
CREATE INDEX registry_record_fresh ON registry_record (programme_key, centre_code, register_code, state, fresh_until);
