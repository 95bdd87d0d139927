-- The inbox: a read model of the engine's open user tasks, written in the engine's transaction.
CREATE TABLE inbox_task (
  task_id       VARCHAR(64)  NOT NULL PRIMARY KEY,
  run_id        VARCHAR(64)  NOT NULL,
  process_key   VARCHAR(100) NOT NULL,
  element_id    VARCHAR(100) NOT NULL,
  form_key      VARCHAR(100) NOT NULL,
  role_codes    VARCHAR(100) NOT NULL,
  business_key  VARCHAR(26)  NOT NULL,
  case_id       VARCHAR(26)  NOT NULL,
  programme_key VARCHAR(60),
  org_id        VARCHAR(26),
  grant_id      VARCHAR(26),
  centre_code   VARCHAR(20),
  case_label    VARCHAR(100),
  subject_th    VARCHAR(400) NOT NULL,
  subject_en    VARCHAR(400),
  due_on        DATE         NOT NULL,
  created_at    DATETIME(6)  NOT NULL,
  assignee_id   VARCHAR(26)
);
CREATE INDEX inbox_task_case ON inbox_task (case_id);
CREATE INDEX inbox_task_run ON inbox_task (run_id);

-- Who may see a task: one row per role and scope, or one row for the person who has it. The key holds the order of the
-- list, so a page of the inbox is a range of this index.
CREATE TABLE inbox_audience (
  audience VARCHAR(140) NOT NULL,
  due_on   DATE         NOT NULL,
  task_id  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (audience, due_on, task_id)
);
CREATE INDEX inbox_audience_task ON inbox_audience (task_id);

-- Who may not do a task although the role would allow it (separation of duties).
CREATE TABLE inbox_exclusion (
  task_id    VARCHAR(64) NOT NULL,
  account_id VARCHAR(26) NOT NULL,
  PRIMARY KEY (task_id, account_id)
);

-- Tasks that are gone: by whom (nobody, if the process itself took them away), when, and whose they were to see, so that a
-- page left open can say what happened.
CREATE TABLE inbox_done (
  task_id      VARCHAR(64)  NOT NULL PRIMARY KEY,
  process_key  VARCHAR(100) NOT NULL,
  element_id   VARCHAR(100) NOT NULL,
  case_id      VARCHAR(26)  NOT NULL,
  account_id   VARCHAR(26),
  account_name VARCHAR(200),
  created_at   DATETIME(6)  NOT NULL,
  ended_at     DATETIME(6)  NOT NULL,
  audiences    TEXT         NOT NULL
);
CREATE INDEX inbox_done_case ON inbox_done (case_id);

CREATE TABLE task_draft (
  task_id    VARCHAR(64) NOT NULL,
  account_id VARCHAR(26) NOT NULL,
  form_data  LONGTEXT    NOT NULL,
  saved_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (task_id, account_id)
);
