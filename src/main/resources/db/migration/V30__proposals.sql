CREATE TABLE proposal (
  id                VARCHAR(26)  NOT NULL PRIMARY KEY,
  proposal_number   VARCHAR(60)  NOT NULL,
  programme_key     VARCHAR(60)  NOT NULL,
  programme_version INT          NOT NULL,
  org_id            VARCHAR(26)  NOT NULL,
  applicant_th      VARCHAR(300) NOT NULL,
  applicant_en      VARCHAR(300),
  state             VARCHAR(30)  NOT NULL,
  state_since       DATE         NOT NULL,
  current_version   INT          NOT NULL,
  revision_loops    INT          NOT NULL,
  created_by        VARCHAR(26)  NOT NULL,
  created_at        DATETIME(6)  NOT NULL,
  lead_account_id   VARCHAR(26),
  screened_by       VARCHAR(26),
  grant_id          VARCHAR(26),
  synthetic         BOOLEAN      NOT NULL
);
CREATE UNIQUE INDEX proposal_by_number ON proposal (proposal_number);
CREATE INDEX proposal_by_programme ON proposal (programme_key, state);
CREATE INDEX proposal_by_org ON proposal (org_id);

-- Every version that was submitted stays as it was; the newest may still be a draft (submitted_at is null).
CREATE TABLE proposal_version (
  proposal_id     VARCHAR(26)  NOT NULL,
  version_no      INT          NOT NULL,
  title_th        VARCHAR(400) NOT NULL,
  title_en        VARCHAR(400),
  summary         TEXT,
  objectives      TEXT,
  duration_months INT,
  amount          DECIMAL(15,2),
  planned_start   DATE,
  submitted_by    VARCHAR(26),
  submitted_at    DATETIME(6),
  review_outcome  VARCHAR(20),
  authority       VARCHAR(40),
  third_asked     BOOLEAN      NOT NULL,
  PRIMARY KEY (proposal_id, version_no),
  CONSTRAINT proposal_version_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (id)
);

CREATE TABLE proposal_budget_line (
  proposal_id   VARCHAR(26) NOT NULL,
  version_no    INT         NOT NULL,
  line_no       INT         NOT NULL,
  activity_code VARCHAR(20),
  cost_head     VARCHAR(40),
  amount        DECIMAL(15,2),
  PRIMARY KEY (proposal_id, version_no, line_no),
  CONSTRAINT proposal_budget_line_version FOREIGN KEY (proposal_id, version_no)
    REFERENCES proposal_version (proposal_id, version_no)
);

-- One review of one version by one reviewer.
CREATE TABLE proposal_review (
  id             VARCHAR(26) NOT NULL PRIMARY KEY,
  proposal_id    VARCHAR(26) NOT NULL,
  version_no     INT         NOT NULL,
  reviewer_id    VARCHAR(26) NOT NULL,
  state          VARCHAR(10) NOT NULL,
  assigned_on    DATE        NOT NULL,
  due_on         DATE        NOT NULL,
  score          INT,
  recommendation VARCHAR(10),
  review_comment TEXT,
  completed_at   DATETIME(6),
  CONSTRAINT proposal_review_version FOREIGN KEY (proposal_id, version_no)
    REFERENCES proposal_version (proposal_id, version_no)
);
CREATE UNIQUE INDEX proposal_review_once ON proposal_review (proposal_id, version_no, reviewer_id);

-- What the applicant was asked to change, and the answer; both stay beside each other for ever.
CREATE TABLE proposal_comment (
  proposal_id VARCHAR(26) NOT NULL,
  comment_no  INT         NOT NULL,
  version_no  INT         NOT NULL,
  source_code VARCHAR(10) NOT NULL,
  author_id   VARCHAR(26) NOT NULL,
  comment_text TEXT       NOT NULL,
  answer_text TEXT,
  answered_by VARCHAR(26),
  answered_at DATETIME(6),
  PRIMARY KEY (proposal_id, comment_no),
  CONSTRAINT proposal_comment_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (id)
);

CREATE TABLE proposal_decision (
  proposal_id   VARCHAR(26) NOT NULL,
  version_no    INT         NOT NULL,
  decision_code VARCHAR(30) NOT NULL,
  authority     VARCHAR(40) NOT NULL,
  comment_text  TEXT,
  decided_by    VARCHAR(26) NOT NULL,
  decided_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (proposal_id, version_no),
  CONSTRAINT proposal_decision_version FOREIGN KEY (proposal_id, version_no)
    REFERENCES proposal_version (proposal_id, version_no)
);

CREATE TABLE proposal_condition (
  proposal_id    VARCHAR(26) NOT NULL,
  condition_no   INT         NOT NULL,
  condition_text TEXT        NOT NULL,
  PRIMARY KEY (proposal_id, condition_no),
  CONSTRAINT proposal_condition_proposal FOREIGN KEY (proposal_id) REFERENCES proposal (id)
);
