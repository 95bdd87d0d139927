-- What lists of a centre are narrowed by stands in an index, so that counting them reads no record: state, and what is not said
-- of people; and the records of a district in their order.
DROP INDEX registry_record_standing ON registry_record;
CREATE INDEX registry_record_standing
  ON registry_record (grant_id, register_code, centre_code, state, sex_code, birth_year);
CREATE INDEX registry_record_place ON registry_record (grant_id, register_code, centre_code, district, sort_key);
