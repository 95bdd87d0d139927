-- What needs a second person before it is done with data of people (BR-38, BR-39): a large export, taking the names out of
-- a record, reducing the people of a grant whose retention has ended to counts.
CREATE TABLE privacy_request (
  id              VARCHAR(26)   NOT NULL PRIMARY KEY,
  request_no      BIGINT        NOT NULL AUTO_INCREMENT,
  kind            VARCHAR(10)   NOT NULL,
  state           VARCHAR(10)   NOT NULL,
  programme_key   VARCHAR(60)   NOT NULL,
  organisation_id VARCHAR(26)   NOT NULL,
  grant_id        VARCHAR(26)   NOT NULL,
  centre_code     VARCHAR(20),
  record_id       VARCHAR(26),
  filter_json     TEXT,
  people          BIGINT        NOT NULL,
  done_people     BIGINT        NOT NULL,
  reason          VARCHAR(1000) NOT NULL,
  asked_by        VARCHAR(26),
  asked_name      VARCHAR(200)  NOT NULL,
  asked_at        DATETIME(6)   NOT NULL,
  decided_by      VARCHAR(26),
  decided_name    VARCHAR(200),
  decided_at      DATETIME(6),
  decided_reason  VARCHAR(1000),
  CONSTRAINT privacy_request_no UNIQUE (request_no)
);
CREATE INDEX privacy_request_state ON privacy_request (state, asked_at);
CREATE INDEX privacy_request_grant ON privacy_request (grant_id, kind, state);
