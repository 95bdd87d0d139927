-- Attendance by day, lessons, the ground for keeping a list of participants (BR-39), the largest cash slip behind each
-- cost (BR-12), what was said of each cost line at acceptance, and postponing.
ALTER TABLE activity_report ADD COLUMN lessons TEXT;
ALTER TABLE activity_report ADD COLUMN list_ground VARCHAR(20);
ALTER TABLE activity_report ADD COLUMN list_purpose VARCHAR(500);

ALTER TABLE activity_report_cost ADD COLUMN largest_cash DECIMAL(15, 2);
ALTER TABLE activity_report_cost ADD COLUMN refused BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE activity_report_cost ADD COLUMN remark VARCHAR(1000);

CREATE TABLE activity_attendance (
    occurrence_id VARCHAR(26) NOT NULL,
    report_no     INT         NOT NULL,
    held_on       DATE        NOT NULL,
    people        INT         NOT NULL,
    CONSTRAINT pk_activity_attendance PRIMARY KEY (occurrence_id, report_no, held_on),
    CONSTRAINT fk_activity_attendance FOREIGN KEY (occurrence_id, report_no)
        REFERENCES activity_report (occurrence_id, report_no)
);

ALTER TABLE activity_plan ADD COLUMN postpone_to INT;
ALTER TABLE activity_plan ADD COLUMN target_impact VARCHAR(2000);
