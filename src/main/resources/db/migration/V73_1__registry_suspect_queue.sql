-- The centres of the two records, so that the queue of a centre is a range of an index and not a look at every pair.
ALTER TABLE registry_suspect ADD COLUMN first_centre VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE registry_suspect ADD COLUMN second_centre VARCHAR(20) DEFAULT '' NOT NULL;
UPDATE registry_suspect SET
  first_centre = (SELECT r.centre_code FROM registry_record r WHERE r.id = registry_suspect.first_id),
  second_centre = (SELECT r.centre_code FROM registry_record r WHERE r.id = registry_suspect.second_id);

-- The queue in the order it is shown, whatever the filter; and the pairs of one centre.
DROP INDEX registry_suspect_queue ON registry_suspect;
CREATE INDEX registry_suspect_queue
  ON registry_suspect (state, grant_id, certain DESC, score DESC, id, register_code, first_centre, second_centre);
CREATE INDEX registry_suspect_centre ON registry_suspect (state, first_centre, second_centre);
