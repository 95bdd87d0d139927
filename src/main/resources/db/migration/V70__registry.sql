-- One row per record, of all five registers; columns that a register does not have stay empty.
CREATE TABLE registry_record (
  id                 VARCHAR(26)    NOT NULL PRIMARY KEY,
  record_no          BIGINT         NOT NULL AUTO_INCREMENT,
  register_code      VARCHAR(20)    NOT NULL,
  programme_key      VARCHAR(60)    NOT NULL,
  organisation_id    VARCHAR(26)    NOT NULL,
  grant_id           VARCHAR(26)    NOT NULL,
  centre_code        VARCHAR(20)    NOT NULL,
  province_code      VARCHAR(2)     NOT NULL,
  name               VARCHAR(200)   NOT NULL,
  surname            VARCHAR(100),
  name_en            VARCHAR(200),
  sort_key           VARBINARY(255) NOT NULL,
  district           VARCHAR(100),
  subdistrict        VARCHAR(100),
  category_code      VARCHAR(40),
  channel_code       VARCHAR(40),
  link               VARCHAR(500),
  sex_code           VARCHAR(40),
  birth_year         INT,
  round_no           INT,
  dated_on           DATE           NOT NULL,
  source_text        VARCHAR(300),
  ground_code        VARCHAR(20),
  consented_on       DATE,
  purpose_told       BOOLEAN        NOT NULL,
  note               VARCHAR(1000),
  state              VARCHAR(12)    NOT NULL,
  version_no         INT            NOT NULL,
  author_id          VARCHAR(26)    NOT NULL,
  author_name        VARCHAR(200)   NOT NULL,
  entered_at         DATETIME(6)    NOT NULL,
  first_submitted_on DATE,
  submitted_at       DATETIME(6),
  verifier_name      VARCHAR(200),
  verified_on        DATE,
  fresh_until        DATE,
  reason             VARCHAR(1000),
  CONSTRAINT registry_record_no UNIQUE (record_no)
);
-- Lists of one centre and of a whole grant, in Thai order; figures of entry; the verifiers' work list; search by name.
CREATE INDEX registry_record_centre ON registry_record (programme_key, centre_code, register_code, sort_key);
CREATE INDEX registry_record_grant ON registry_record (grant_id, register_code, sort_key);
CREATE INDEX registry_record_standing ON registry_record (grant_id, register_code, centre_code, state);
CREATE INDEX registry_record_waiting ON registry_record (state, submitted_at);
CREATE INDEX registry_record_name ON registry_record (register_code, name);
CREATE INDEX registry_record_surname ON registry_record (register_code, surname);

-- The roles under which a person is registered (BR-21).
CREATE TABLE registry_role (
  record_id   VARCHAR(26) NOT NULL,
  role_code   VARCHAR(40) NOT NULL,
  detail_code VARCHAR(40),
  CONSTRAINT registry_role_pk PRIMARY KEY (record_id, role_code)
);

-- What a record has said from one saving to the next; never changed.
CREATE TABLE registry_version (
  record_id     VARCHAR(26)  NOT NULL,
  version_no    INT          NOT NULL,
  facts         TEXT         NOT NULL,
  saved_by      VARCHAR(26)  NOT NULL,
  saved_by_name VARCHAR(200) NOT NULL,
  saved_at      DATETIME(6)  NOT NULL,
  CONSTRAINT registry_version_pk PRIMARY KEY (record_id, version_no)
);

-- The days on which a record counts (BR-17), first and last included, once for each facet under which it counts: role of a
-- person, type, category or theme of the others ('-' where there is none). Closed by correction, rejection and withdrawal,
-- prolonged by confirmation, so that a count as of any day is one range over this index.
CREATE TABLE registry_standing (
  record_id     VARCHAR(26) NOT NULL,
  facet_code    VARCHAR(40) NOT NULL,
  counts_from   DATE        NOT NULL,
  counts_to     DATE        NOT NULL,
  grant_id      VARCHAR(26) NOT NULL,
  register_code VARCHAR(20) NOT NULL,
  centre_code   VARCHAR(20) NOT NULL,
  verifier_name VARCHAR(200) NOT NULL,
  CONSTRAINT registry_standing_pk PRIMARY KEY (record_id, facet_code, counts_from)
);
CREATE INDEX registry_standing_count
  ON registry_standing (grant_id, register_code, facet_code, centre_code, counts_from, counts_to);
