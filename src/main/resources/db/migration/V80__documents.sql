-- A document of a case file, or of one object in it.
CREATE TABLE document (
  id          VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id    VARCHAR(26)  NOT NULL,
  object_type VARCHAR(40),
  object_id   VARCHAR(26),
  title       VARCHAR(200) NOT NULL,
  created_at  DATETIME(6)  NOT NULL
);
CREATE INDEX document_case ON document (grant_id, object_type, object_id);
CREATE INDEX document_object ON document (object_type, object_id);

-- The files a document has consisted of. Rows are never changed or deleted: a better file is a new version.
CREATE TABLE document_version (
  document_id      VARCHAR(26)  NOT NULL,
  version_no       INT          NOT NULL,
  file_name        VARCHAR(200) NOT NULL,
  media_type       VARCHAR(100) NOT NULL,
  size_bytes       BIGINT       NOT NULL,
  sha256           CHAR(64)     NOT NULL,
  content          LONGBLOB     NOT NULL,
  uploaded_by      VARCHAR(26)  NOT NULL,
  uploaded_by_name VARCHAR(200) NOT NULL,
  uploaded_at      DATETIME(6)  NOT NULL,
  CONSTRAINT document_version_pk PRIMARY KEY (document_id, version_no),
  CONSTRAINT document_version_document FOREIGN KEY (document_id) REFERENCES document (id)
);
