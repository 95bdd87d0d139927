-- In which role a task was done: whoever acts as a deputy keeps to one role in a case (SD10).
ALTER TABLE inbox_done ADD COLUMN role_code VARCHAR(2);

-- What was done in somebody's place. Neither of the two may then do what the other is kept from (SD6).
CREATE TABLE deputy_act (
  task_id       VARCHAR(64) NOT NULL PRIMARY KEY,
  case_id       VARCHAR(26) NOT NULL,
  business_key  VARCHAR(26) NOT NULL,
  account_id    VARCHAR(26) NOT NULL,
  principal_id  VARCHAR(26) NOT NULL,
  deputyship_id VARCHAR(26) NOT NULL,
  role_code     VARCHAR(2)  NOT NULL,
  acted_at      DATETIME(6) NOT NULL
);
CREATE INDEX deputy_act_object ON deputy_act (business_key);

-- For whom somebody acted (BR-44). Part of the entry's hash where it is not empty, so that older entries keep theirs.
ALTER TABLE audit_entry ADD COLUMN for_account_id VARCHAR(26);
ALTER TABLE audit_entry ADD COLUMN for_account_name VARCHAR(200);
