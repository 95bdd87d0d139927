-- Values of indicators that no register counts: entered with evidence, checked by a second person and approved by a third
-- (SD1). A correction is a new row beside the old one, which stays with the moment from which it no longer held.
CREATE TABLE indicator_entry (
  id               VARCHAR(26)   NOT NULL PRIMARY KEY,
  grant_id         VARCHAR(26)   NOT NULL,
  indicator_id     VARCHAR(40)   NOT NULL,
  purpose          VARCHAR(10)   NOT NULL,
  place_kind       VARCHAR(10)   NOT NULL,
  place_code       VARCHAR(20)   NOT NULL,
  from_on          DATE          NOT NULL,
  to_on            DATE          NOT NULL,
  amount           DECIMAL(20,4) NOT NULL,
  of_amount        DECIMAL(20,4),
  evidence_note    VARCHAR(2000) NOT NULL,
  state            VARCHAR(12)   NOT NULL,
  corrects_id      VARCHAR(26),
  entered_by       VARCHAR(26)   NOT NULL,
  entered_by_name  VARCHAR(200)  NOT NULL,
  entered_at       DATETIME(6)   NOT NULL,
  checked_by       VARCHAR(26),
  checked_by_name  VARCHAR(200),
  checked_at       DATETIME(6),
  approved_by      VARCHAR(26),
  approved_by_name VARCHAR(200),
  approved_at      DATETIME(6),
  returned_reason  VARCHAR(1000),
  returned_by_name VARCHAR(200),
  replaced_at      DATETIME(6),
  frozen_in        VARCHAR(26)
);
CREATE INDEX indicator_entry_grant ON indicator_entry (grant_id, indicator_id, state);
CREATE INDEX indicator_entry_corrects ON indicator_entry (corrects_id);

-- An entered value by the codes of one of the lists the definition names for the indicator.
CREATE TABLE indicator_entry_slice (
  entry_id  VARCHAR(26)   NOT NULL,
  list_name VARCHAR(60)   NOT NULL,
  item_code VARCHAR(60)   NOT NULL,
  amount    DECIMAL(20,4) NOT NULL,
  of_amount DECIMAL(20,4),
  PRIMARY KEY (entry_id, list_name, item_code)
);
