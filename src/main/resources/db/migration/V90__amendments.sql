-- Requests to change an agreement. A request has parts of different kinds; each part is kept as it was asked for, and what
-- it did stands in the tables of the rooms it changed and in the agreement version it brought.
CREATE TABLE amendment (
  id                VARCHAR(26)   NOT NULL PRIMARY KEY,
  grant_id          VARCHAR(26)   NOT NULL,
  amendment_no      INT           NOT NULL,
  origin            VARCHAR(20)   NOT NULL,
  state             VARCHAR(20)   NOT NULL,
  weight            VARCHAR(20),
  reason            VARCHAR(2000),
  letter            VARCHAR(200),
  wanted_on         DATE,
  late              BOOLEAN       NOT NULL,
  drafted_by        VARCHAR(26),
  drafted_by_name   VARCHAR(200)  NOT NULL,
  drafted_at        DATETIME(6)   NOT NULL,
  sent_by           VARCHAR(26),
  sent_by_name      VARCHAR(200),
  sent_on           DATE,
  step_due_on       DATE          NOT NULL,
  called_on         DATE,
  spoke_with        VARCHAR(200),
  confirmed_by      VARCHAR(26),
  resolution_no     VARCHAR(100),
  stuck             TEXT,
  in_force_on       DATE,
  agreement_version INT
);
CREATE UNIQUE INDEX amendment_number ON amendment (grant_id, amendment_no);
CREATE INDEX amendment_state ON amendment (state, in_force_on);

CREATE TABLE amendment_part (
  amendment_id VARCHAR(26) NOT NULL,
  part_no      INT         NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  content      TEXT        NOT NULL,
  PRIMARY KEY (amendment_id, part_no),
  CONSTRAINT amendment_part_of FOREIGN KEY (amendment_id) REFERENCES amendment (id)
);

-- What was decided on the way. A return makes the approvals given before it void; they stay readable.
CREATE TABLE amendment_decision (
  amendment_id VARCHAR(26)   NOT NULL,
  decision_no  INT           NOT NULL,
  step         VARCHAR(20)   NOT NULL,
  decision     VARCHAR(20)   NOT NULL,
  comments     VARCHAR(2000),
  account_id   VARCHAR(26)   NOT NULL,
  account_name VARCHAR(200)  NOT NULL,
  role_code    VARCHAR(2),
  decided_at   DATETIME(6)   NOT NULL,
  voided       BOOLEAN       NOT NULL,
  PRIMARY KEY (amendment_id, decision_no),
  CONSTRAINT amendment_decision_of FOREIGN KEY (amendment_id) REFERENCES amendment (id)
);
