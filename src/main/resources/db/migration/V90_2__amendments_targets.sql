-- Baselines and targets change by an amendment only (BR-25). What was proposed on the indicator's own page and never decided
-- is not in force and can be asked for again by an amendment.
UPDATE indicator_setting
SET state = 'REFUSED', decided_by_name = 'ระบบ', decided_on = proposed_on
WHERE state = 'PROPOSED';
