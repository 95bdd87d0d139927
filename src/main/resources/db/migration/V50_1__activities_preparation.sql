-- What is ready before an activity is held: ticked by whom and when. What is not ready when the plan is sent has its
-- reason in the plan.
CREATE TABLE activity_check (
    occurrence_id VARCHAR(26)  NOT NULL,
    item_code     VARCHAR(40)  NOT NULL,
    account_id    VARCHAR(26)  NOT NULL,
    account_name  VARCHAR(200) NOT NULL,
    ticked_at     DATETIME(6)  NOT NULL,
    CONSTRAINT pk_activity_check PRIMARY KEY (occurrence_id, item_code),
    CONSTRAINT fk_activity_check FOREIGN KEY (occurrence_id) REFERENCES activity_occurrence (id)
);

ALTER TABLE activity_plan ADD COLUMN open_checks VARCHAR(1000);

-- People of a centre who were invited and said they would come, and who came: numbers, never names.
CREATE TABLE activity_invitation (
    occurrence_id VARCHAR(26) NOT NULL,
    centre_code   VARCHAR(20) NOT NULL,
    invited       INT         NOT NULL,
    accepted      INT         NOT NULL,
    CONSTRAINT pk_activity_invitation PRIMARY KEY (occurrence_id, centre_code),
    CONSTRAINT fk_activity_invitation FOREIGN KEY (occurrence_id) REFERENCES activity_occurrence (id)
);

CREATE TABLE activity_report_centre (
    occurrence_id VARCHAR(26) NOT NULL,
    report_no     INT         NOT NULL,
    centre_code   VARCHAR(20) NOT NULL,
    attended      INT         NOT NULL,
    CONSTRAINT pk_activity_report_centre PRIMARY KEY (occurrence_id, report_no, centre_code)
);
