-- The case file of a grant. Amount and length stand in the agreement version in force.
CREATE TABLE grant_file (
  id                VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_number      VARCHAR(60)  NOT NULL,
  programme_key     VARCHAR(60)  NOT NULL,
  programme_version INT          NOT NULL,
  org_id            VARCHAR(26)  NOT NULL,
  grantee_th        VARCHAR(300) NOT NULL,
  grantee_en        VARCHAR(300),
  proposal_id       VARCHAR(26)  NOT NULL,
  lead_account_id   VARCHAR(26)  NOT NULL,
  title_th          VARCHAR(400) NOT NULL,
  title_en          VARCHAR(400),
  state             VARCHAR(20)  NOT NULL,
  state_since       DATE         NOT NULL,
  agreement_no      INT          NOT NULL,
  effective_from    DATE,
  ends_on           DATE,
  synthetic         BOOLEAN      NOT NULL,
  opened_at         DATETIME(6)  NOT NULL
);
CREATE UNIQUE INDEX grant_file_number ON grant_file (grant_number);
CREATE UNIQUE INDEX grant_file_proposal ON grant_file (proposal_id);
CREATE INDEX grant_file_programme ON grant_file (programme_key, state);
CREATE INDEX grant_file_org ON grant_file (org_id);

-- What the two sides agreed, by version; a version in force is never changed, an amendment adds the next.
CREATE TABLE agreement_version (
  grant_id          VARCHAR(26)   NOT NULL,
  version_no        INT           NOT NULL,
  amount            DECIMAL(15,2) NOT NULL,
  duration_months   INT           NOT NULL,
  effective_from    DATE,
  prepared_by       VARCHAR(26),
  prepared_at       DATETIME(6),
  grantee_signed_by VARCHAR(26),
  grantee_signed_at DATETIME(6),
  funder_signed_by  VARCHAR(26),
  funder_signed_at  DATETIME(6),
  returned_comment  TEXT,
  returned_by       VARCHAR(26),
  returned_at       DATETIME(6),
  PRIMARY KEY (grant_id, version_no),
  CONSTRAINT agreement_version_grant FOREIGN KEY (grant_id) REFERENCES grant_file (id)
);

CREATE TABLE agreement_budget_line (
  grant_id      VARCHAR(26)   NOT NULL,
  version_no    INT           NOT NULL,
  line_no       INT           NOT NULL,
  activity_code VARCHAR(20)   NOT NULL,
  cost_head     VARCHAR(40)   NOT NULL,
  amount        DECIMAL(15,2) NOT NULL,
  PRIMARY KEY (grant_id, version_no, line_no),
  CONSTRAINT agreement_budget_line_version FOREIGN KEY (grant_id, version_no)
    REFERENCES agreement_version (grant_id, version_no)
);
CREATE UNIQUE INDEX agreement_budget_line_cell
  ON agreement_budget_line (grant_id, version_no, activity_code, cost_head);

CREATE TABLE agreement_tranche (
  grant_id      VARCHAR(26)   NOT NULL,
  version_no    INT           NOT NULL,
  tranche_no    INT           NOT NULL,
  share_percent DECIMAL(5,2)  NOT NULL,
  amount        DECIMAL(15,2) NOT NULL,
  after_period  INT,
  at_close_out  BOOLEAN       NOT NULL,
  PRIMARY KEY (grant_id, version_no, tranche_no),
  CONSTRAINT agreement_tranche_version FOREIGN KEY (grant_id, version_no)
    REFERENCES agreement_version (grant_id, version_no)
);

-- Conditions under which the proposal was approved; the agreement waits until each is met.
CREATE TABLE agreement_condition (
  grant_id     VARCHAR(26) NOT NULL,
  condition_no INT         NOT NULL,
  text_th      TEXT        NOT NULL,
  met_by       VARCHAR(26),
  met_at       DATETIME(6),
  PRIMARY KEY (grant_id, condition_no),
  CONSTRAINT agreement_condition_grant FOREIGN KEY (grant_id) REFERENCES grant_file (id)
);
