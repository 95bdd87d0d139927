-- Which process serves which case. The engine knows where a process stands; this table knows whose it is.
CREATE TABLE case_process (
  run_id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  process_key  VARCHAR(100) NOT NULL,
  business_key VARCHAR(26)  NOT NULL,
  case_id      VARCHAR(26)  NOT NULL,
  subject_th   VARCHAR(400) NOT NULL,
  subject_en   VARCHAR(400),
  started_at   DATETIME(6)  NOT NULL,
  ended_at     DATETIME(6),
  end_reason   VARCHAR(400)
);
CREATE INDEX case_process_case ON case_process (case_id, started_at);
CREATE INDEX case_process_business_key ON case_process (business_key, process_key);
