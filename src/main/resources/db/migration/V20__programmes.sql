-- Versions of programme definitions. A version keeps the text it was read from and the defaults that filled its silences,
-- so that a running grant is judged by the same numbers for its whole life.
CREATE TABLE programme_version (
  programme_key  VARCHAR(60)  NOT NULL,
  version_no     INT          NOT NULL,
  content_hash   CHAR(64)     NOT NULL,
  file_name      VARCHAR(200) NOT NULL,
  definition     LONGTEXT     NOT NULL,
  defaults       LONGTEXT     NOT NULL,
  loaded_at      DATETIME(6)  NOT NULL,
  effective_from DATE         NOT NULL,
  in_force       BOOLEAN      NOT NULL,
  PRIMARY KEY (programme_key, version_no)
);
CREATE INDEX programme_version_in_force ON programme_version (in_force, programme_key);
