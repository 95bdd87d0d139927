-- The short codes printed beside figures: which figure, of which day, and the value that was printed. The code follows from
-- the other columns, so that the same figure printed again bears the same code.
CREATE TABLE indicator_code (
  code         VARCHAR(8)    NOT NULL PRIMARY KEY,
  grant_id     VARCHAR(26)   NOT NULL,
  indicator_id VARCHAR(40)   NOT NULL,
  place_kind   VARCHAR(10)   NOT NULL,
  place_code   VARCHAR(20)   NOT NULL,
  as_of        DATE          NOT NULL,
  printed      DECIMAL(20,4) NOT NULL,
  snapshot_id  VARCHAR(26),
  made_at      DATETIME(6)   NOT NULL
);

-- Baseline and target of an indicator of one grant from a day on, where an amendment has changed them (BR-25); without a row
-- those of the programme definition hold. Rows are proposed by one person and decided by another, and never changed after.
CREATE TABLE indicator_setting (
  id               VARCHAR(26)   NOT NULL PRIMARY KEY,
  grant_id         VARCHAR(26)   NOT NULL,
  indicator_id     VARCHAR(40)   NOT NULL,
  baseline         DECIMAL(20,4),
  target           DECIMAL(20,4),
  holds_from       DATE          NOT NULL,
  amendment        VARCHAR(200)  NOT NULL,
  reason           VARCHAR(1000) NOT NULL,
  state            VARCHAR(12)   NOT NULL,
  proposed_by      VARCHAR(26)   NOT NULL,
  proposed_by_name VARCHAR(200)  NOT NULL,
  proposed_on      DATE          NOT NULL,
  decided_by_name  VARCHAR(200),
  decided_on       DATE
);
CREATE INDEX indicator_setting_grant ON indicator_setting (grant_id, indicator_id, state, holds_from);
