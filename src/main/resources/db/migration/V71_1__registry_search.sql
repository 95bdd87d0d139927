-- Names as they are looked for (docs/adr/0014): the letters that are heard, and the whole as it sounds, once for each word at
-- which somebody may begin to type. One byte a letter, so that the order is the same in every database.
CREATE TABLE registry_name (
  record_id     VARCHAR(26)   NOT NULL,
  word_no       INT           NOT NULL,
  register_code VARCHAR(20)   NOT NULL,
  centre_code   VARCHAR(20)   NOT NULL,
  skeleton_key  VARBINARY(40) NOT NULL,
  sound_key     VARBINARY(60) NOT NULL,
  CONSTRAINT registry_name_pk PRIMARY KEY (record_id, word_no)
);
CREATE INDEX registry_name_key ON registry_name (skeleton_key, sound_key, register_code, centre_code);

-- The places that records of a centre name, each once, so that looking for a place reads some hundred rows, not the register.
-- The sub-district is kept where it says nothing about a person.
CREATE TABLE registry_place (
  grant_id      VARCHAR(26)  NOT NULL,
  register_code VARCHAR(20)  NOT NULL,
  centre_code   VARCHAR(20)  NOT NULL,
  district      VARCHAR(100) NOT NULL,
  subdistrict   VARCHAR(100) NOT NULL,
  CONSTRAINT registry_place_pk PRIMARY KEY (grant_id, register_code, centre_code, district, subdistrict)
);
INSERT INTO registry_place (grant_id, register_code, centre_code, district, subdistrict)
SELECT DISTINCT grant_id, register_code, centre_code, COALESCE(district, ''),
  CASE WHEN register_code IN ('PERSON', 'COURSE_COMPLETION') THEN '' ELSE COALESCE(subdistrict, '') END
FROM registry_record
WHERE district IS NOT NULL OR (subdistrict IS NOT NULL AND register_code NOT IN ('PERSON', 'COURSE_COMPLETION'));

-- Nobody looks for the beginning of a name as it is written any more; lists of one state of a whole grant are read in order.
DROP INDEX registry_record_name ON registry_record;
DROP INDEX registry_record_surname ON registry_record;
CREATE INDEX registry_record_state ON registry_record (grant_id, register_code, state, sort_key);
