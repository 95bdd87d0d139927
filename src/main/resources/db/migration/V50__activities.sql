CREATE TABLE activity_occurrence (
    id             VARCHAR(26) NOT NULL,
    grant_id       VARCHAR(26) NOT NULL,
    activity_code  VARCHAR(20) NOT NULL,
    occurrence_no  INT         NOT NULL,
    place_in_plan  INT         NOT NULL,
    first_month    INT         NOT NULL,
    last_month     INT         NOT NULL,
    first_day      DATE        NOT NULL,
    last_day       DATE        NOT NULL,
    period_no      INT         NOT NULL,
    marked         BOOLEAN     NOT NULL,
    end_assumed    BOOLEAN     NOT NULL,
    state          VARCHAR(20) NOT NULL,
    due_on         DATE,
    late_since     DATE,
    plan_no        INT         NOT NULL,
    report_no      INT         NOT NULL,
    CONSTRAINT pk_activity_occurrence PRIMARY KEY (id),
    CONSTRAINT uq_activity_occurrence UNIQUE (grant_id, activity_code, occurrence_no)
);

CREATE INDEX ix_activity_occurrence_state ON activity_occurrence (state, first_day);

CREATE TABLE activity_plan (
    occurrence_id VARCHAR(26)  NOT NULL,
    plan_no       INT          NOT NULL,
    intent        VARCHAR(10)  NOT NULL,
    first_day     DATE,
    last_day      DATE,
    place         VARCHAR(200),
    centre_codes  VARCHAR(2000),
    budget        DECIMAL(15, 2),
    participants  INT,
    note          VARCHAR(2000),
    author_id     VARCHAR(26)  NOT NULL,
    author_name   VARCHAR(200) NOT NULL,
    written_at    DATETIME(6)  NOT NULL,
    CONSTRAINT pk_activity_plan PRIMARY KEY (occurrence_id, plan_no),
    CONSTRAINT fk_activity_plan FOREIGN KEY (occurrence_id) REFERENCES activity_occurrence (id)
);

CREATE TABLE activity_report (
    occurrence_id     VARCHAR(26)  NOT NULL,
    report_no         INT          NOT NULL,
    state             VARCHAR(20)  NOT NULL,
    first_day         DATE         NOT NULL,
    last_day          DATE         NOT NULL,
    participants      INT          NOT NULL,
    outputs           VARCHAR(2000) NOT NULL,
    narrative         TEXT         NOT NULL,
    evidence          VARCHAR(2000) NOT NULL,
    correction_reason VARCHAR(1000),
    author_id         VARCHAR(26)  NOT NULL,
    author_name       VARCHAR(200) NOT NULL,
    written_at        DATETIME(6)  NOT NULL,
    locked_in_period  INT,
    CONSTRAINT pk_activity_report PRIMARY KEY (occurrence_id, report_no),
    CONSTRAINT fk_activity_report FOREIGN KEY (occurrence_id) REFERENCES activity_occurrence (id)
);

CREATE TABLE activity_report_cost (
    occurrence_id VARCHAR(26)    NOT NULL,
    report_no     INT            NOT NULL,
    line_no       INT            NOT NULL,
    cost_head     VARCHAR(40)    NOT NULL,
    amount        DECIMAL(15, 2) NOT NULL,
    CONSTRAINT pk_activity_report_cost PRIMARY KEY (occurrence_id, report_no, line_no),
    CONSTRAINT fk_activity_report_cost FOREIGN KEY (occurrence_id, report_no)
        REFERENCES activity_report (occurrence_id, report_no)
);

-- What people decided about a plan or a report. A return makes the approvals given before it void; they stay readable.
CREATE TABLE activity_decision (
    occurrence_id VARCHAR(26)   NOT NULL,
    decision_no   INT           NOT NULL,
    step          VARCHAR(20)   NOT NULL,
    subject_no    INT           NOT NULL,
    decision      VARCHAR(10)   NOT NULL,
    comments      VARCHAR(2000),
    account_id    VARCHAR(26)   NOT NULL,
    account_name  VARCHAR(200)  NOT NULL,
    role_code     VARCHAR(2)    NOT NULL,
    decided_at    DATETIME(6)   NOT NULL,
    voided        BOOLEAN       NOT NULL,
    CONSTRAINT pk_activity_decision PRIMARY KEY (occurrence_id, decision_no),
    CONSTRAINT fk_activity_decision FOREIGN KEY (occurrence_id) REFERENCES activity_occurrence (id)
);

-- Up to which day the finance of a grant is closed, by accepted period report (BR-16).
CREATE TABLE activity_lock (
    grant_id       VARCHAR(26) NOT NULL,
    period_no      INT         NOT NULL,
    locked_through DATE        NOT NULL,
    CONSTRAINT pk_activity_lock PRIMARY KEY (grant_id, period_no)
);
