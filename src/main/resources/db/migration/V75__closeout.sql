CREATE TABLE close_out (
    id          VARCHAR(26) NOT NULL,
    grant_id    VARCHAR(26) NOT NULL,
    state       VARCHAR(20) NOT NULL,
    version_no  INT         NOT NULL,
    step_due_on DATE,
    opened_on   DATE        NOT NULL,
    CONSTRAINT pk_close_out PRIMARY KEY (id),
    CONSTRAINT uq_close_out UNIQUE (grant_id)
);

CREATE TABLE close_out_version (
    close_out_id VARCHAR(26)  NOT NULL,
    version_no   INT          NOT NULL,
    final_report TEXT         NOT NULL,
    lessons      TEXT,
    auditor      VARCHAR(200),
    audit_note   VARCHAR(2000),
    author_id    VARCHAR(26)  NOT NULL,
    author_name  VARCHAR(200) NOT NULL,
    written_at   DATETIME(6)  NOT NULL,
    sender_id    VARCHAR(26),
    sender_name  VARCHAR(200),
    sent_at      DATETIME(6),
    CONSTRAINT pk_close_out_version PRIMARY KEY (close_out_id, version_no),
    CONSTRAINT fk_close_out_version FOREIGN KEY (close_out_id) REFERENCES close_out (id)
);

-- Durable things bought with the grant and where they are kept; no rows means that the grantee declared there are none.
CREATE TABLE close_out_asset (
    close_out_id VARCHAR(26)    NOT NULL,
    version_no   INT            NOT NULL,
    line_no      INT            NOT NULL,
    asset_name   VARCHAR(200)   NOT NULL,
    quantity     INT            NOT NULL,
    amount       DECIMAL(15, 2) NOT NULL,
    keeper       VARCHAR(200)   NOT NULL,
    CONSTRAINT pk_close_out_asset PRIMARY KEY (close_out_id, version_no, line_no),
    CONSTRAINT fk_close_out_asset FOREIGN KEY (close_out_id, version_no)
        REFERENCES close_out_version (close_out_id, version_no)
);

CREATE TABLE close_out_decision (
    close_out_id VARCHAR(26)  NOT NULL,
    decision_no  INT          NOT NULL,
    version_no   INT          NOT NULL,
    step         VARCHAR(20)  NOT NULL,
    decision     VARCHAR(10)  NOT NULL,
    comments     VARCHAR(2000),
    account_id   VARCHAR(26)  NOT NULL,
    account_name VARCHAR(200) NOT NULL,
    role_code    VARCHAR(2)   NOT NULL,
    decided_at   DATETIME(6)  NOT NULL,
    voided       BOOLEAN      NOT NULL,
    CONSTRAINT pk_close_out_decision PRIMARY KEY (close_out_id, decision_no),
    CONSTRAINT fk_close_out_decision FOREIGN KEY (close_out_id) REFERENCES close_out (id)
);

-- Money the grantee says it has returned; it reaches the ledger only when the funder's finance confirms it.
CREATE TABLE close_out_refund (
    close_out_id VARCHAR(26)    NOT NULL,
    refund_no    INT            NOT NULL,
    state        VARCHAR(10)    NOT NULL,
    paid_on      DATE           NOT NULL,
    reference    VARCHAR(100)   NOT NULL,
    amount       DECIMAL(15, 2) NOT NULL,
    payer_id     VARCHAR(26)    NOT NULL,
    payer_name   VARCHAR(200)   NOT NULL,
    CONSTRAINT pk_close_out_refund PRIMARY KEY (close_out_id, refund_no),
    CONSTRAINT fk_close_out_refund FOREIGN KEY (close_out_id) REFERENCES close_out (id)
);
