-- Where the text of a proposal asks for another number of rounds than its schedule marks, the programme officer chooses.
CREATE TABLE activity_round_choice (
    grant_id      VARCHAR(26)   NOT NULL,
    activity_code VARCHAR(20)   NOT NULL,
    source        VARCHAR(10)   NOT NULL,
    rounds        INT           NOT NULL,
    reason        VARCHAR(2000) NOT NULL,
    account_id    VARCHAR(26)   NOT NULL,
    account_name  VARCHAR(200)  NOT NULL,
    chosen_at     DATETIME(6)   NOT NULL,
    CONSTRAINT pk_activity_round_choice PRIMARY KEY (grant_id, activity_code)
);
