-- The day on which everything that names the person was taken out of a record (BR-39); what it counted stays counted.
ALTER TABLE registry_record ADD COLUMN anonymised_on DATE;
CREATE INDEX registry_record_named ON registry_record (grant_id, register_code, anonymised_on);
