-- A grant that continues another one: the proposal it is drafted in, and the accepted values it begins with. What stands here
-- is never changed: it is the proof that the baselines of the one are the final values of the other.
CREATE TABLE close_out_successor (
    proposal_id     VARCHAR(26)  NOT NULL,
    grant_id        VARCHAR(26)  NOT NULL,
    period_no       INT          NOT NULL,
    report_version  INT          NOT NULL,
    accepted_at     DATETIME(6)  NOT NULL,
    as_of           DATE         NOT NULL,
    drafted_by      VARCHAR(26)  NOT NULL,
    drafted_by_name VARCHAR(200) NOT NULL,
    drafted_at      DATETIME(6)  NOT NULL,
    CONSTRAINT pk_close_out_successor PRIMARY KEY (proposal_id)
);

CREATE INDEX ix_close_out_successor_grant ON close_out_successor (grant_id);

CREATE TABLE close_out_successor_baseline (
    proposal_id    VARCHAR(26)    NOT NULL,
    line_no        INT            NOT NULL,
    indicator_id   VARCHAR(40)    NOT NULL,
    title_th       VARCHAR(400)   NOT NULL,
    title_en       VARCHAR(400),
    accepted_value DECIMAL(20, 4),
    number_code    VARCHAR(8),
    CONSTRAINT pk_close_out_successor_baseline PRIMARY KEY (proposal_id, line_no),
    CONSTRAINT fk_close_out_successor_baseline FOREIGN KEY (proposal_id) REFERENCES close_out_successor (proposal_id)
);
