-- Moves of running processes to the newest version of their model, and the trials before them.
CREATE TABLE process_migration (
  id           VARCHAR(26)   NOT NULL PRIMARY KEY,
  process_key  VARCHAR(100)  NOT NULL,
  from_id      VARCHAR(64)   NOT NULL,
  from_version INT           NOT NULL,
  to_id        VARCHAR(64)   NOT NULL,
  to_version   INT           NOT NULL,
  trial        BOOLEAN       NOT NULL,
  state        VARCHAR(20)   NOT NULL,
  reason       VARCHAR(1000),
  lost_steps   VARCHAR(4000) NOT NULL,
  fault        TEXT,
  run_count    INT           NOT NULL,
  account_id   VARCHAR(26)   NOT NULL,
  account_name VARCHAR(200)  NOT NULL,
  started_at   DATETIME(6)   NOT NULL,
  ended_at     DATETIME(6)
);
CREATE INDEX process_migration_key ON process_migration (process_key, started_at);

-- What came of each run.
CREATE TABLE process_migration_run (
  migration_id VARCHAR(26)   NOT NULL,
  run_id       VARCHAR(64)   NOT NULL,
  verdict      VARCHAR(20)   NOT NULL,
  stands_at    VARCHAR(2000) NOT NULL,
  lost_at      VARCHAR(2000) NOT NULL,
  detail       TEXT,
  PRIMARY KEY (migration_id, run_id)
);
