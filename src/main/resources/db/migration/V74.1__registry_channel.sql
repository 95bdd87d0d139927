-- The channel of a campaign stands where the skill or post of a person does.
UPDATE registry_standing SET
  detail_code = (SELECT r.channel_code FROM registry_record r WHERE r.id = registry_standing.record_id)
WHERE register_code = 'CAMPAIGN_ISSUE';

-- Summaries that did not agree with the records at a nightly check: what was found, and who repaired it.
CREATE TABLE registry_check (
  id            VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id      VARCHAR(26)  NOT NULL,
  found_on      DATE         NOT NULL,
  found_at      DATETIME(6)  NOT NULL,
  rows_wrong    BIGINT       NOT NULL,
  example       VARCHAR(500) NOT NULL,
  repaired_by   VARCHAR(200),
  repaired_at   DATETIME(6)
);
CREATE INDEX registry_check_open ON registry_check (repaired_at, grant_id);
