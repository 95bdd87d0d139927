-- Many reports at once. The figures are kept with the run, so that a run that goes on after a restart ends with the same
-- figures it began with.
CREATE TABLE report_run (
  id            VARCHAR(26) NOT NULL PRIMARY KEY,
  grant_id      VARCHAR(26) NOT NULL,
  -- 'REGION' or 'CENTRE'
  edition_kind  VARCHAR(10) NOT NULL,
  as_of         DATE        NOT NULL,
  format_code   VARCHAR(10) NOT NULL,
  -- 'th', 'en' or 'th,en'
  locale_codes  VARCHAR(11) NOT NULL,
  -- whether small counts are hidden, as from the person who asked
  sums_only     BOOLEAN     NOT NULL,
  -- 'RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'EXPIRED'
  state         VARCHAR(10) NOT NULL,
  figures       LONGTEXT    NOT NULL,
  started_by    VARCHAR(26) NOT NULL,
  started_at    DATETIME(6) NOT NULL,
  ended_at      DATETIME(6),
  -- which application works at it, and its sign of life: a number that rises while it does
  worker_id     VARCHAR(26) NOT NULL,
  beat          BIGINT      NOT NULL,
  taken_over    INT         NOT NULL
);
CREATE INDEX report_run_grant ON report_run (grant_id, id);
CREATE INDEX report_run_state ON report_run (state);

CREATE TABLE report_run_item (
  run_id      VARCHAR(26)  NOT NULL,
  item_no     INT          NOT NULL,
  edition_key VARCHAR(60)  NOT NULL,
  locale_code VARCHAR(5)   NOT NULL,
  -- 'WAITING', 'DONE', 'FAILED'
  state       VARCHAR(10)  NOT NULL,
  file_name   VARCHAR(255),
  content     LONGBLOB,
  CONSTRAINT report_run_item_pk PRIMARY KEY (run_id, item_no)
);
CREATE INDEX report_run_item_state ON report_run_item (run_id, state);

-- What later records changed in the figures of a frozen period: the value before, the value found, and why.
CREATE TABLE report_restatement (
  id             VARCHAR(26)   NOT NULL PRIMARY KEY,
  grant_id       VARCHAR(26)   NOT NULL,
  period_no      INT           NOT NULL,
  as_of          DATE          NOT NULL,
  edition_key    VARCHAR(60)   NOT NULL,
  area_th        VARCHAR(200),
  area_en        VARCHAR(200),
  indicator_id   VARCHAR(60)   NOT NULL,
  -- 'ACTUAL', 'BASELINE' or 'TARGET' of the whole grant, 'COUNTED' of an area
  figure_code    VARCHAR(10)   NOT NULL,
  old_value      DECIMAL(20,4),
  new_value      DECIMAL(20,4),
  found_on       DATE          NOT NULL,
  reason         VARCHAR(1000),
  reason_by      VARCHAR(26),
  reason_on      DATE
);
CREATE INDEX report_restatement_grant ON report_restatement (grant_id, period_no, id);
