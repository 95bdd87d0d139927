-- What is put right in this report of a period that is frozen already (BR-15). Amounts may be negative.
CREATE TABLE period_report_adjustment (
    report_id     VARCHAR(26)    NOT NULL,
    version_no    INT            NOT NULL,
    line_no       INT            NOT NULL,
    of_period     INT            NOT NULL,
    activity_code VARCHAR(20)    NOT NULL,
    cost_head     VARCHAR(40)    NOT NULL,
    amount        DECIMAL(15, 2) NOT NULL,
    reason        VARCHAR(1000)  NOT NULL,
    CONSTRAINT pk_period_report_adjustment PRIMARY KEY (report_id, version_no, line_no),
    CONSTRAINT fk_period_report_adjustment FOREIGN KEY (report_id, version_no)
        REFERENCES period_report_version (report_id, version_no)
);

-- Cost that the officer did not accept with the rest: the grantee owes it to the grant.
CREATE TABLE period_report_refusal (
    report_id      VARCHAR(26)    NOT NULL,
    line_no        INT            NOT NULL,
    activity_code  VARCHAR(20)    NOT NULL,
    cost_head      VARCHAR(40)    NOT NULL,
    amount         DECIMAL(15, 2) NOT NULL,
    -- 'TO_BALANCE': may be stated again with better evidence; 'INELIGIBLE': never
    treatment_code VARCHAR(12)    NOT NULL,
    reason         VARCHAR(1000)  NOT NULL,
    CONSTRAINT pk_period_report_refusal PRIMARY KEY (report_id, line_no),
    CONSTRAINT fk_period_report_refusal FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- Conditions under which a report was accepted; each is ticked by the officer.
CREATE TABLE period_report_condition (
    report_id      VARCHAR(26)   NOT NULL,
    condition_no   INT           NOT NULL,
    condition_text VARCHAR(1000) NOT NULL,
    due_on         DATE          NOT NULL,
    met_on         DATE,
    met_by_id      VARCHAR(26),
    met_by_name    VARCHAR(200),
    met_note       VARCHAR(1000),
    CONSTRAINT pk_period_report_condition PRIMARY KEY (report_id, condition_no),
    CONSTRAINT fk_period_report_condition FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- What people decided about a report that stayed away long (BR-14).
CREATE TABLE period_report_escalation (
    report_id     VARCHAR(26)   NOT NULL,
    escalation_no INT           NOT NULL,
    step_code     VARCHAR(20)   NOT NULL,
    -- 'WAIT' or 'PROPOSE'
    decision_code VARCHAR(10)   NOT NULL,
    reason        VARCHAR(2000) NOT NULL,
    wait_until    DATE,
    account_id    VARCHAR(26)   NOT NULL,
    account_name  VARCHAR(200)  NOT NULL,
    role_code     VARCHAR(2)    NOT NULL,
    decided_at    DATETIME(6)   NOT NULL,
    CONSTRAINT pk_period_report_escalation PRIMARY KEY (report_id, escalation_no),
    CONSTRAINT fk_period_report_escalation FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- The files of a report as they were when it was accepted: later versions of a document do not enter it (BR-15).
CREATE TABLE period_report_file (
    report_id        VARCHAR(26)  NOT NULL,
    line_no          INT          NOT NULL,
    document_id      VARCHAR(26)  NOT NULL,
    document_version INT          NOT NULL,
    title            VARCHAR(200) NOT NULL,
    file_name        VARCHAR(200) NOT NULL,
    size_bytes       BIGINT       NOT NULL,
    sha256           CHAR(64)     NOT NULL,
    CONSTRAINT pk_period_report_file PRIMARY KEY (report_id, line_no),
    CONSTRAINT fk_period_report_file FOREIGN KEY (report_id) REFERENCES period_report (id)
);
