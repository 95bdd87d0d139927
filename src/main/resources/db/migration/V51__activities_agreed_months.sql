-- What the schedule laid out at first stays readable after amendments: moved occurrences are shown beside their old
-- place, months of an extension after the end that was agreed. NULL: added later.
ALTER TABLE activity_occurrence ADD COLUMN agreed_first_month INT;
ALTER TABLE activity_occurrence ADD COLUMN agreed_last_month INT;

UPDATE activity_occurrence SET agreed_first_month = first_month, agreed_last_month = last_month;

CREATE TABLE activity_calendar (
    grant_id VARCHAR(26) NOT NULL,
    months   INT         NOT NULL,
    CONSTRAINT pk_activity_calendar PRIMARY KEY (grant_id)
);

INSERT INTO activity_calendar (grant_id, months)
SELECT grant_id, MAX(last_month) FROM activity_occurrence GROUP BY grant_id;
