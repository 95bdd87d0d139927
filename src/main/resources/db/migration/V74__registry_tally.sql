-- What a record said when it was verified, so that a breakdown as of an earlier day does not change with a later correction.
ALTER TABLE registry_standing ADD COLUMN sex_code VARCHAR(40);
ALTER TABLE registry_standing ADD COLUMN birth_year INT;
ALTER TABLE registry_standing ADD COLUMN district VARCHAR(100);
ALTER TABLE registry_standing ADD COLUMN detail_code VARCHAR(40);

UPDATE registry_standing SET
  sex_code = (SELECT r.sex_code FROM registry_record r WHERE r.id = registry_standing.record_id),
  birth_year = (SELECT r.birth_year FROM registry_record r WHERE r.id = registry_standing.record_id),
  district = (SELECT r.district FROM registry_record r WHERE r.id = registry_standing.record_id),
  detail_code = (SELECT h.detail_code FROM registry_role h
                 WHERE h.record_id = registry_standing.record_id AND h.role_code = registry_standing.facet_code);

-- The days on which a record counts for its centre but not for the nation, because another record of the same person in
-- another province does (BR-20), facet by facet; facet '*' is the record as such. First and last day included.
CREATE TABLE registry_shared (
  record_id   VARCHAR(26) NOT NULL,
  facet_code  VARCHAR(40) NOT NULL,
  shared_from DATE        NOT NULL,
  shared_to   DATE        NOT NULL,
  CONSTRAINT registry_shared_pk PRIMARY KEY (record_id, facet_code, shared_from)
);

-- What begins and ceases to count on each day, for the centre and for the nation: a count as of any day is the sum of the
-- changes up to that day. Facet '*' holds records whatever their facets, so that a person of three roles is one (BR-21).
-- No other index: rows of different centres never wait for each other.
CREATE TABLE registry_tally (
  grant_id         VARCHAR(26) NOT NULL,
  register_code    VARCHAR(20) NOT NULL,
  facet_code       VARCHAR(40) NOT NULL,
  on_day           DATE        NOT NULL,
  centre_code      VARCHAR(20) NOT NULL,
  added            INT         NOT NULL,
  removed          INT         NOT NULL,
  national_added   INT         NOT NULL,
  national_removed INT         NOT NULL,
  CONSTRAINT registry_tally_pk PRIMARY KEY (grant_id, register_code, facet_code, on_day, centre_code)
);

-- The same by calendar month (year * 12 + month), so that a count reads months and the days of one month only.
CREATE TABLE registry_tally_month (
  grant_id         VARCHAR(26) NOT NULL,
  register_code    VARCHAR(20) NOT NULL,
  facet_code       VARCHAR(40) NOT NULL,
  month_no         INT         NOT NULL,
  centre_code      VARCHAR(20) NOT NULL,
  added            INT         NOT NULL,
  removed          INT         NOT NULL,
  national_added   INT         NOT NULL,
  national_removed INT         NOT NULL,
  CONSTRAINT registry_tally_month_pk PRIMARY KEY (grant_id, register_code, facet_code, month_no, centre_code)
);

INSERT INTO registry_tally (grant_id, register_code, facet_code, on_day, centre_code, added, removed, national_added,
  national_removed)
SELECT c.grant_id, c.register_code, c.facet_code, c.on_day, c.centre_code, SUM(c.added), SUM(c.removed), SUM(c.added),
  SUM(c.removed)
FROM (
  SELECT grant_id, register_code, facet_code, counts_from AS on_day, centre_code, 1 AS added, 0 AS removed
  FROM registry_standing
  UNION ALL
  SELECT grant_id, register_code, facet_code, counts_to + INTERVAL '1' DAY, centre_code, 0, 1
  FROM registry_standing WHERE counts_to < DATE '9999-12-31'
  UNION ALL
  SELECT grant_id, register_code, '*', counts_from, centre_code, 1, 0
  FROM (SELECT DISTINCT record_id, grant_id, register_code, centre_code, counts_from, counts_to
        FROM registry_standing) begun
  UNION ALL
  SELECT grant_id, register_code, '*', counts_to + INTERVAL '1' DAY, centre_code, 0, 1
  FROM (SELECT DISTINCT record_id, grant_id, register_code, centre_code, counts_from, counts_to
        FROM registry_standing) ended
  WHERE counts_to < DATE '9999-12-31'
) c
GROUP BY c.grant_id, c.register_code, c.facet_code, c.on_day, c.centre_code;

INSERT INTO registry_tally_month (grant_id, register_code, facet_code, month_no, centre_code, added, removed,
  national_added, national_removed)
SELECT grant_id, register_code, facet_code, YEAR(on_day) * 12 + MONTH(on_day), centre_code, SUM(added), SUM(removed),
  SUM(national_added), SUM(national_removed)
FROM registry_tally
GROUP BY grant_id, register_code, facet_code, YEAR(on_day) * 12 + MONTH(on_day), centre_code;
