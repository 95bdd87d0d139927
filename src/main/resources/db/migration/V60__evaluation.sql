-- A planned evaluation of a grant. Programme and organisation stand beside the grant so that a person's reach is part of
-- the query. assignment_no points to the newest assignment; 0 while nobody has been asked.
CREATE TABLE evaluation (
  id            VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id      VARCHAR(26)  NOT NULL,
  programme_key VARCHAR(60)  NOT NULL,
  org_id        VARCHAR(26)  NOT NULL,
  code          VARCHAR(60)  NOT NULL,
  title_th      VARCHAR(200) NOT NULL,
  title_en      VARCHAR(200),
  grant_month   INT          NOT NULL,
  opens_on      DATE         NOT NULL,
  due_on        DATE         NOT NULL,
  state         VARCHAR(20)  NOT NULL,
  assignment_no INT          NOT NULL,
  final_on      DATE
);
CREATE UNIQUE INDEX evaluation_code ON evaluation (grant_id, code);
CREATE INDEX evaluation_opening ON evaluation (state, opens_on);
CREATE INDEX evaluation_programme ON evaluation (programme_key, due_on);

-- Everybody who was asked; a replacement is a new row.
CREATE TABLE evaluation_assignment (
  id            VARCHAR(26) NOT NULL PRIMARY KEY,
  evaluation_id VARCHAR(26) NOT NULL,
  seq_no        INT         NOT NULL,
  evaluator_id  VARCHAR(26) NOT NULL,
  state         VARCHAR(20) NOT NULL,
  assigned_by   VARCHAR(26) NOT NULL,
  assigned_on   DATE        NOT NULL,
  answer_due_on DATE        NOT NULL,
  declaration   TEXT,
  ended_on      DATE,
  CONSTRAINT evaluation_assignment_of FOREIGN KEY (evaluation_id) REFERENCES evaluation (id)
);
CREATE UNIQUE INDEX evaluation_assignment_no ON evaluation_assignment (evaluation_id, seq_no);
CREATE INDEX evaluation_assignment_person ON evaluation_assignment (evaluator_id, state);

CREATE TABLE assessment (
  id              VARCHAR(26) NOT NULL PRIMARY KEY,
  evaluation_id   VARCHAR(26) NOT NULL,
  state           VARCHAR(20) NOT NULL,
  method          TEXT        NOT NULL,
  findings        LONGTEXT    NOT NULL,
  overall_level   VARCHAR(20) NOT NULL,
  overall_reason  TEXT        NOT NULL,
  filed_on        DATE        NOT NULL,
  comments_due_on DATE        NOT NULL,
  return_reason   TEXT,
  final_on        DATE,
  CONSTRAINT assessment_of FOREIGN KEY (evaluation_id) REFERENCES evaluation (id)
);
CREATE UNIQUE INDEX assessment_evaluation ON assessment (evaluation_id);

CREATE TABLE assessment_rating (
  assessment_id VARCHAR(26) NOT NULL,
  seq_no        INT         NOT NULL,
  criterion     VARCHAR(60) NOT NULL,
  level_code    VARCHAR(20) NOT NULL,
  reason        TEXT        NOT NULL,
  PRIMARY KEY (assessment_id, seq_no)
);

CREATE TABLE fact_comment (
  assessment_id VARCHAR(26) NOT NULL,
  seq_no        INT         NOT NULL,
  comment_text  TEXT        NOT NULL,
  comment_by    VARCHAR(26) NOT NULL,
  answer_text   TEXT,
  PRIMARY KEY (assessment_id, seq_no)
);

CREATE TABLE recommendation (
  id            VARCHAR(26) NOT NULL PRIMARY KEY,
  grant_id      VARCHAR(26) NOT NULL,
  evaluation_id VARCHAR(26) NOT NULL,
  seq_no        INT         NOT NULL,
  action_text   TEXT        NOT NULL,
  importance    VARCHAR(10) NOT NULL,
  due_on        DATE        NOT NULL,
  state         VARCHAR(20) NOT NULL,
  answer_due_on DATE,
  answer        VARCHAR(10),
  answer_reason TEXT,
  verified_note TEXT,
  CONSTRAINT recommendation_of FOREIGN KEY (evaluation_id) REFERENCES evaluation (id)
);
CREATE UNIQUE INDEX recommendation_no ON recommendation (evaluation_id, seq_no);
CREATE INDEX recommendation_grant ON recommendation (grant_id, state);
