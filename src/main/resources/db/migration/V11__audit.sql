-- Append-only. Entries of one stream (a grant, or an object before there is a grant) are chained by hash.
CREATE TABLE audit_entry (
  seq          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  stream_id    VARCHAR(26)  NOT NULL,
  stream_seq   BIGINT       NOT NULL,
  at_time      DATETIME(6)  NOT NULL,
  account_id   VARCHAR(26),
  account_name VARCHAR(200) NOT NULL,
  role_code    VARCHAR(6),
  command      VARCHAR(100) NOT NULL,
  object_type  VARCHAR(60)  NOT NULL,
  object_id    VARCHAR(64)  NOT NULL,
  from_state   VARCHAR(40),
  to_state     VARCHAR(40),
  reason       TEXT,
  data_hash    CHAR(64),
  prev_hash    CHAR(64)     NOT NULL,
  entry_hash   CHAR(64)     NOT NULL
);
CREATE UNIQUE INDEX audit_entry_stream ON audit_entry (stream_id, stream_seq);
CREATE INDEX audit_entry_object ON audit_entry (object_type, object_id);
CREATE INDEX audit_entry_account ON audit_entry (account_id, seq);
CREATE INDEX audit_entry_command ON audit_entry (command, seq);

-- The end of each chain; locked while an entry is added, so that entries of one stream never fork.
CREATE TABLE audit_stream (
  stream_id VARCHAR(26) NOT NULL PRIMARY KEY,
  last_seq  BIGINT      NOT NULL,
  last_hash CHAR(64)    NOT NULL
);
