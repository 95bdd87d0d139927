-- How a board sat when it decided (BR-33): who was there, who left for a conflict of interest, and the votes of the rest.
-- NULL where one person decided, or before this was asked for.
ALTER TABLE proposal_decision ADD COLUMN members_present INT;
ALTER TABLE proposal_decision ADD COLUMN quorum INT;
ALTER TABLE proposal_decision ADD COLUMN votes_for INT;
ALTER TABLE proposal_decision ADD COLUMN votes_against INT;

CREATE TABLE proposal_decision_leaver (
  proposal_id VARCHAR(26)  NOT NULL,
  version_no  INT          NOT NULL,
  line_no     INT          NOT NULL,
  member_name VARCHAR(200) NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  PRIMARY KEY (proposal_id, version_no, line_no),
  CONSTRAINT proposal_decision_leaver_decision FOREIGN KEY (proposal_id, version_no)
    REFERENCES proposal_decision (proposal_id, version_no)
);
