-- The channel of a campaign stands where the skill or post of a person does.
UPDATE registry_standing SET
  detail_code = (SELECT r.channel_code FROM registry_record r WHERE r.id = registry_standing.record_id)
WHERE register_code = 'CAMPAIGN_ISSUE';

-- What the nightly comparison of summaries and records has found, and who has closed it.
CREATE TABLE registry_check (
  id          VARCHAR(26)  NOT NULL PRIMARY KEY,
  grant_id    VARCHAR(26)  NOT NULL,
  kind_code   VARCHAR(10)  NOT NULL,
  found_on    DATE         NOT NULL,
  found_at    DATETIME(6)  NOT NULL,
  wrong_count BIGINT       NOT NULL,
  example     VARCHAR(500) NOT NULL,
  closed_by   VARCHAR(200),
  closed_at   DATETIME(6)
);
CREATE INDEX registry_check_open ON registry_check (closed_at, grant_id);
