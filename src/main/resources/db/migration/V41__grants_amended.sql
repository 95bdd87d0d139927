-- What makes a version of an agreement later than the first: the amendment that brought it, and since when it holds.
ALTER TABLE agreement_version ADD COLUMN amendment_id VARCHAR(26);
ALTER TABLE agreement_version ADD COLUMN amendment_label VARCHAR(200);
ALTER TABLE agreement_version ADD COLUMN in_force_on DATE;
ALTER TABLE agreement_version ADD COLUMN ends_on DATE;
ALTER TABLE agreement_version ADD COLUMN phases_respread BOOLEAN NOT NULL DEFAULT FALSE;

-- What the two sides agreed in words beside money and time: scope of the work, partners of centres.
CREATE TABLE agreement_term (
  grant_id   VARCHAR(26)  NOT NULL,
  version_no INT          NOT NULL,
  term_no    INT          NOT NULL,
  kind       VARCHAR(20)  NOT NULL,
  subject    VARCHAR(200) NOT NULL,
  body       TEXT         NOT NULL,
  PRIMARY KEY (grant_id, version_no, term_no),
  CONSTRAINT agreement_term_version FOREIGN KEY (grant_id, version_no)
    REFERENCES agreement_version (grant_id, version_no)
);

ALTER TABLE grant_file ADD COLUMN suspended_on DATE;
ALTER TABLE grant_file ADD COLUMN terminated_on DATE;
ALTER TABLE grant_file ADD COLUMN termination_reason VARCHAR(40);
