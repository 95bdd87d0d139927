-- Visits of the mentor with the risk form of six factors, each 0 to 3 (BR-46).
CREATE TABLE activity_visit (
    id            VARCHAR(26)  NOT NULL,
    grant_id      VARCHAR(26)  NOT NULL,
    visit_no      INT          NOT NULL,
    due_on        DATE         NOT NULL,
    state         VARCHAR(10)  NOT NULL,
    visited_on    DATE,
    informants    VARCHAR(2000),
    progress      TEXT,
    problems      TEXT,
    structure     INT,
    skills        INT,
    results       INT,
    money_system  INT,
    spending      INT,
    evidence      INT,
    score         INT,
    opinion       VARCHAR(20),
    author_id     VARCHAR(26),
    author_name   VARCHAR(200),
    written_at    DATETIME(6),
    CONSTRAINT pk_activity_visit PRIMARY KEY (id),
    CONSTRAINT uq_activity_visit UNIQUE (grant_id, visit_no)
);

CREATE INDEX ix_activity_visit_due ON activity_visit (state, due_on);
