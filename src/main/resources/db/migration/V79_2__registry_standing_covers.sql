-- What "work of the centre" counts (states, records about to go stale, what is not said) stands in one index, with all that says
-- who may see a record, so that counting a centre of 10,000 records reads none of them.
DROP INDEX registry_record_standing ON registry_record;
CREATE INDEX registry_record_standing
  ON registry_record (grant_id, register_code, centre_code, state, sex_code, birth_year, anonymised_on, fresh_until,
                      programme_key, organisation_id);
