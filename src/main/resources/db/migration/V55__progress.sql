CREATE TABLE period_report (
    id                 VARCHAR(26) NOT NULL,
    grant_id           VARCHAR(26) NOT NULL,
    period_no          INT         NOT NULL,
    first_day          DATE        NOT NULL,
    last_day           DATE        NOT NULL,
    due_on             DATE        NOT NULL,
    state              VARCHAR(20) NOT NULL,
    step_due_on        DATE,
    version_no         INT         NOT NULL,
    first_submitted_on DATE,
    overdue_since      DATE,
    mentor_opinion     VARCHAR(10),
    accepted_at        DATETIME(6),
    CONSTRAINT pk_period_report PRIMARY KEY (id),
    CONSTRAINT uq_period_report UNIQUE (grant_id, period_no)
);

CREATE INDEX ix_period_report_state ON period_report (state, last_day);

-- A version is written once; a return begins the next one. The accepted version is the frozen one (BR-15).
CREATE TABLE period_report_version (
    report_id       VARCHAR(26)    NOT NULL,
    version_no      INT            NOT NULL,
    standing        VARCHAR(10)    NOT NULL,
    summary         TEXT           NOT NULL,
    next_plan       TEXT           NOT NULL,
    next_forecast   DECIMAL(15, 2) NOT NULL,
    carried_forward DECIMAL(15, 2) NOT NULL,
    received        DECIMAL(15, 2) NOT NULL,
    interest        DECIMAL(15, 2) NOT NULL,
    other_income    DECIMAL(15, 2) NOT NULL,
    refunded        DECIMAL(15, 2) NOT NULL,
    cash            DECIMAL(15, 2) NOT NULL,
    bank            DECIMAL(15, 2) NOT NULL,
    author_id       VARCHAR(26)    NOT NULL,
    author_name     VARCHAR(200)   NOT NULL,
    written_at      DATETIME(6)    NOT NULL,
    sender_id       VARCHAR(26),
    sender_name     VARCHAR(200),
    sent_at         DATETIME(6),
    CONSTRAINT pk_period_report_version PRIMARY KEY (report_id, version_no),
    CONSTRAINT fk_period_report_version FOREIGN KEY (report_id) REFERENCES period_report (id)
);

CREATE TABLE period_report_activity (
    report_id        VARCHAR(26) NOT NULL,
    version_no       INT         NOT NULL,
    line_no          INT         NOT NULL,
    activity_code    VARCHAR(20) NOT NULL,
    progress_percent INT         NOT NULL,
    result_text      TEXT        NOT NULL,
    problem_text     TEXT,
    CONSTRAINT pk_period_report_activity PRIMARY KEY (report_id, version_no, line_no),
    CONSTRAINT fk_period_report_activity FOREIGN KEY (report_id, version_no)
        REFERENCES period_report_version (report_id, version_no)
);

CREATE TABLE period_report_expense (
    report_id     VARCHAR(26)    NOT NULL,
    version_no    INT            NOT NULL,
    line_no       INT            NOT NULL,
    activity_code VARCHAR(20)    NOT NULL,
    cost_head     VARCHAR(40)    NOT NULL,
    amount        DECIMAL(15, 2) NOT NULL,
    CONSTRAINT pk_period_report_expense PRIMARY KEY (report_id, version_no, line_no),
    CONSTRAINT fk_period_report_expense FOREIGN KEY (report_id, version_no)
        REFERENCES period_report_version (report_id, version_no)
);

CREATE TABLE period_report_decision (
    report_id    VARCHAR(26)   NOT NULL,
    decision_no  INT           NOT NULL,
    version_no   INT           NOT NULL,
    step         VARCHAR(20)   NOT NULL,
    decision     VARCHAR(10)   NOT NULL,
    opinion      VARCHAR(10),
    comments     VARCHAR(2000),
    account_id   VARCHAR(26)   NOT NULL,
    account_name VARCHAR(200)  NOT NULL,
    role_code    VARCHAR(2)    NOT NULL,
    decided_at   DATETIME(6)   NOT NULL,
    voided       BOOLEAN       NOT NULL,
    CONSTRAINT pk_period_report_decision PRIMARY KEY (report_id, decision_no),
    CONSTRAINT fk_period_report_decision FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- The indicator page as it stood when the report was accepted; never changed afterwards (BR-15).
CREATE TABLE period_report_figure (
    report_id            VARCHAR(26)    NOT NULL,
    line_no              INT            NOT NULL,
    indicator_id         VARCHAR(20)    NOT NULL,
    title_th             VARCHAR(400)   NOT NULL,
    title_en             VARCHAR(400),
    baseline             DECIMAL(19, 4),
    target               DECIMAL(19, 4),
    phased_target        DECIMAL(19, 4),
    actual               DECIMAL(19, 4),
    percent_of_target    DECIMAL(9, 2),
    percent_of_increment DECIMAL(9, 2),
    status               VARCHAR(20)    NOT NULL,
    CONSTRAINT pk_period_report_figure PRIMARY KEY (report_id, line_no),
    CONSTRAINT fk_period_report_figure FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- Each reminder and escalation once, by its days relative to the due day (BR-13).
CREATE TABLE period_report_notice (
    report_id   VARCHAR(26) NOT NULL,
    offset_days INT         NOT NULL,
    noted_on    DATE        NOT NULL,
    CONSTRAINT pk_period_report_notice PRIMARY KEY (report_id, offset_days),
    CONSTRAINT fk_period_report_notice FOREIGN KEY (report_id) REFERENCES period_report (id)
);

-- What came of an officer's call about a report that stays away (BR-14).
CREATE TABLE period_report_call (
    report_id    VARCHAR(26)   NOT NULL,
    call_no      INT           NOT NULL,
    called_on    DATE          NOT NULL,
    spoke_with   VARCHAR(200)  NOT NULL,
    outcome      VARCHAR(2000) NOT NULL,
    promised_on  DATE,
    account_id   VARCHAR(26)   NOT NULL,
    account_name VARCHAR(200)  NOT NULL,
    CONSTRAINT pk_period_report_call PRIMARY KEY (report_id, call_no),
    CONSTRAINT fk_period_report_call FOREIGN KEY (report_id) REFERENCES period_report (id)
);
