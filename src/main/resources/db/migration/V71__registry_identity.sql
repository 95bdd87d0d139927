-- What is kept of the citizen number of a person who consents (BR-19): a keyed hash, the id of its key, the last four
-- digits for display. The number itself stands nowhere.
CREATE TABLE registry_identity (
  record_id     VARCHAR(26) NOT NULL PRIMARY KEY,
  key_id        VARCHAR(20) NOT NULL,
  number_hash   VARCHAR(64) NOT NULL,
  number_ending VARCHAR(4)  NOT NULL
);
CREATE INDEX registry_identity_number ON registry_identity (number_hash);
