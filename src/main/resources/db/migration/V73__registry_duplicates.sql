-- Keys under which records that may be about the same person or organisation are found (BR-19): digests of the folded name
-- with year of birth or place, so that looking for candidates is reading an index.
CREATE TABLE registry_match (
  record_id VARCHAR(26) NOT NULL,
  match_key BIGINT      NOT NULL,
  CONSTRAINT registry_match_pk PRIMARY KEY (record_id, match_key)
);
CREATE INDEX registry_match_key ON registry_match (match_key);

-- Two records that look alike, the older id first, and what has been decided about them.
CREATE TABLE registry_suspect (
  id              VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id        VARCHAR(26)  NOT NULL,
  register_code   VARCHAR(20)  NOT NULL,
  first_id        VARCHAR(26)  NOT NULL,
  second_id       VARCHAR(26)  NOT NULL,
  score           INT          NOT NULL,
  certain         BOOLEAN      NOT NULL,
  reasons         VARCHAR(200) NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  found_on        DATE         NOT NULL,
  settled_on      DATE,
  decided_by_name VARCHAR(200),
  decided_at      DATETIME(6),
  decision_reason VARCHAR(1000),
  CONSTRAINT registry_suspect_pair UNIQUE (first_id, second_id)
);
CREATE INDEX registry_suspect_second ON registry_suspect (second_id);
CREATE INDEX registry_suspect_queue ON registry_suspect (state, grant_id, register_code, score);

-- Records that stand for themselves no more because another of the same province says the same person or organisation
-- (BR-20), with what they were before, so that it can be undone. undone_on is 9999-12-31 while it lasts.
CREATE TABLE registry_merge (
  id            VARCHAR(26) NOT NULL PRIMARY KEY,
  record_id     VARCHAR(26) NOT NULL,
  into_id       VARCHAR(26) NOT NULL,
  grant_id      VARCHAR(26) NOT NULL,
  register_code VARCHAR(20) NOT NULL,
  state_before  VARCHAR(12) NOT NULL,
  with_roles    BOOLEAN     NOT NULL,
  merged_on     DATE        NOT NULL,
  undone_on     DATE        NOT NULL
);
CREATE INDEX registry_merge_record ON registry_merge (record_id, undone_on);
CREATE INDEX registry_merge_into ON registry_merge (into_id, undone_on);
CREATE INDEX registry_merge_days ON registry_merge (grant_id, register_code, merged_on, undone_on);
