-- What hangs on an open task goes with it, in one statement. What nobody should see any more may be left over from a
-- task that vanished; it would stand in the way.
DELETE FROM inbox_audience WHERE task_id NOT IN (SELECT task_id FROM inbox_task);
DELETE FROM inbox_exclusion WHERE task_id NOT IN (SELECT task_id FROM inbox_task);
DELETE FROM task_draft WHERE task_id NOT IN (SELECT task_id FROM inbox_task);
ALTER TABLE inbox_audience ADD CONSTRAINT inbox_audience_open
  FOREIGN KEY (task_id) REFERENCES inbox_task (task_id) ON DELETE CASCADE;
ALTER TABLE inbox_exclusion ADD CONSTRAINT inbox_exclusion_open
  FOREIGN KEY (task_id) REFERENCES inbox_task (task_id) ON DELETE CASCADE;
ALTER TABLE task_draft ADD CONSTRAINT task_draft_open
  FOREIGN KEY (task_id) REFERENCES inbox_task (task_id) ON DELETE CASCADE;

-- The page that follows says which task was done.
ALTER TABLE inbox_done ADD COLUMN subject_th VARCHAR(400);
ALTER TABLE inbox_done ADD COLUMN subject_en VARCHAR(400);
