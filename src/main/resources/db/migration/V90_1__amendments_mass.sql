-- One decision for many grants of a programme: what is granted, where, and why. What it did to a grant is an amendment of
-- that grant like any other, which names the decision. regions and provinces are codes joined by commas; both empty for the
-- whole programme. wave is 2 while grants that were suspended by it run again by it.
CREATE TABLE mass_amendment (
  id              VARCHAR(26)  NOT NULL PRIMARY KEY,
  programme_key   VARCHAR(60)  NOT NULL,
  mass_no         INT          NOT NULL,
  state           VARCHAR(20)  NOT NULL,
  regions         VARCHAR(400) NOT NULL,
  provinces       VARCHAR(400) NOT NULL,
  span_from       DATE,
  span_to         DATE,
  add_months      INT,
  move_months     INT,
  move_bars       BOOLEAN      NOT NULL,
  due_days        INT,
  standstill      VARCHAR(20),
  resume_on       DATE,
  add_days        BOOLEAN      NOT NULL,
  reason          VARCHAR(2000) NOT NULL,
  letter          VARCHAR(200),
  weight          VARCHAR(20),
  resolution_no   VARCHAR(100),
  drafted_by      VARCHAR(26)  NOT NULL,
  drafted_by_name VARCHAR(200) NOT NULL,
  drafted_at      DATETIME(6)  NOT NULL,
  sent_by         VARCHAR(26),
  sent_by_name    VARCHAR(200),
  sent_at         DATETIME(6),
  decided_by      VARCHAR(26),
  decided_by_name VARCHAR(200),
  decided_at      DATETIME(6),
  comments        VARCHAR(2000),
  step_due_on     DATE         NOT NULL,
  wave            INT          NOT NULL
);
CREATE UNIQUE INDEX mass_amendment_number ON mass_amendment (programme_key, mass_no);
CREATE INDEX mass_amendment_state ON mass_amendment (state);

-- The grants it names, from the day it is sent; before that only those that its drafter leaves out. The state is written in
-- the transaction that changes the grant: whoever takes the work up again after a crash cannot do it twice.
CREATE TABLE mass_amendment_grant (
  mass_id      VARCHAR(26) NOT NULL,
  grant_id     VARCHAR(26) NOT NULL,
  state        VARCHAR(20) NOT NULL,
  amendment_id VARCHAR(26),
  because_th   TEXT,
  because_en   TEXT,
  done_at      DATETIME(6),
  PRIMARY KEY (mass_id, grant_id),
  CONSTRAINT mass_amendment_grant_of FOREIGN KEY (mass_id) REFERENCES mass_amendment (id)
);

ALTER TABLE amendment ADD COLUMN mass_id VARCHAR(26);
CREATE INDEX amendment_mass ON amendment (mass_id);

-- Days by which amendments have put off the due day of a report; they stay when its period is laid out anew.
ALTER TABLE period_report ADD COLUMN postponed_days INT NOT NULL DEFAULT 0;
