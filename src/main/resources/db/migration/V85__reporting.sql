-- Reports as they were handed out, and the values they were made from. Rows are written once and never changed.
CREATE TABLE report_snapshot (
  id          VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id    VARCHAR(26)  NOT NULL,
  kind        VARCHAR(40)  NOT NULL,
  period_no   INT          NOT NULL,
  as_of       DATE         NOT NULL,
  -- 'th' or 'en'; '-' for the values, which have no language
  locale_code VARCHAR(5)   NOT NULL,
  -- 'PDF', 'XLSX', 'HTML'; 'JSON' for the values
  format_code VARCHAR(10)  NOT NULL,
  content     LONGBLOB     NOT NULL,
  size_bytes  BIGINT       NOT NULL,
  sha256      CHAR(64)     NOT NULL,
  created_at  DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX report_snapshot_once ON report_snapshot (grant_id, kind, period_no, locale_code, format_code);

-- Periods that were accepted and whose report is still to be frozen; noted in the transaction of the acceptance.
CREATE TABLE report_to_freeze (
  grant_id  VARCHAR(26) NOT NULL,
  period_no INT         NOT NULL,
  as_of     DATE        NOT NULL,
  PRIMARY KEY (grant_id, period_no)
);
