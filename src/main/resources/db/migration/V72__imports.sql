-- Where files of a centre come from: an old data base, a telephone list. Remembers how its columns are read.
CREATE TABLE import_source (
  id            VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id      VARCHAR(26)  NOT NULL,
  centre_code   VARCHAR(20)  NOT NULL,
  register_code VARCHAR(20)  NOT NULL,
  name          VARCHAR(100) NOT NULL,
  mapping       TEXT,
  CONSTRAINT import_source_name UNIQUE (grant_id, centre_code, register_code, name)
);

-- A file that was sent in, and how far it has come. next_part is the cursor: parts before it are done for good.
CREATE TABLE import_file (
  id              VARCHAR(26)  NOT NULL PRIMARY KEY,
  source_id       VARCHAR(26)  NOT NULL,
  programme_key   VARCHAR(60)  NOT NULL,
  organisation_id VARCHAR(26)  NOT NULL,
  grant_id        VARCHAR(26)  NOT NULL,
  centre_code     VARCHAR(20)  NOT NULL,
  register_code   VARCHAR(20)  NOT NULL,
  file_name       VARCHAR(200) NOT NULL,
  file_bytes      BIGINT       NOT NULL,
  file_hash       CHAR(64)     NOT NULL,
  format_code     VARCHAR(10)  NOT NULL,
  encoding        VARCHAR(60),
  headings        TEXT         NOT NULL,
  row_count       INT          NOT NULL,
  part_count      INT          NOT NULL,
  mapping         TEXT,
  all_or_nothing  BOOLEAN      NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  next_part       INT          NOT NULL,
  new_rows        INT          NOT NULL,
  changed_rows    INT          NOT NULL,
  unchanged_rows  INT          NOT NULL,
  duplicate_rows  INT          NOT NULL,
  refused_rows    INT          NOT NULL,
  effect          TEXT,
  stopped_by      TEXT,
  acting_id       VARCHAR(26)  NOT NULL,
  uploaded_by     VARCHAR(26)  NOT NULL,
  uploaded_by_name VARCHAR(200) NOT NULL,
  uploaded_at     DATETIME(6)  NOT NULL,
  finished_at     DATETIME(6),
  purged          BOOLEAN      NOT NULL,
  worker          VARCHAR(26),
  beat_at         DATETIME(6)
);
CREATE INDEX import_file_list ON import_file (programme_key, centre_code, uploaded_at);
CREATE INDEX import_file_work ON import_file (state, uploaded_at);
CREATE INDEX import_file_same ON import_file (file_hash, grant_id, register_code, centre_code);

-- The rows of a file as they were read, some hundreds to a part; gone when the import is over and its refused rows have been
-- fetched or forgotten.
CREATE TABLE import_part (
  import_id VARCHAR(26) NOT NULL,
  part_no   INT         NOT NULL,
  first_row INT         NOT NULL,
  last_row  INT         NOT NULL,
  content   LONGBLOB    NOT NULL,
  CONSTRAINT import_part_pk PRIMARY KEY (import_id, part_no)
);

-- Rows of a file worth telling of: all that were refused, and the first of every other kind.
CREATE TABLE import_row (
  import_id VARCHAR(26) NOT NULL,
  row_no    INT         NOT NULL,
  kind      VARCHAR(10) NOT NULL,
  problems  TEXT,
  CONSTRAINT import_row_pk PRIMARY KEY (import_id, row_no)
);
CREATE INDEX import_row_kind ON import_row (import_id, kind, row_no);

-- Which record a row of a source has become, so that sending it again enters nothing twice (BR-23). Hashes only.
CREATE TABLE import_key (
  source_id  VARCHAR(26)   NOT NULL,
  row_key    VARBINARY(16) NOT NULL,
  row_digest VARBINARY(16) NOT NULL,
  record_id  VARCHAR(26)   NOT NULL,
  version_no INT           NOT NULL,
  CONSTRAINT import_key_pk PRIMARY KEY (source_id, row_key)
);
