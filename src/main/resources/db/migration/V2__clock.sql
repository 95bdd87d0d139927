-- The offset of the training clock from real time. No row: the clock tells real time.
CREATE TABLE training_clock (
  id             INT    NOT NULL PRIMARY KEY,
  offset_seconds BIGINT NOT NULL
);

-- One row for each day whose daily work is done, so that days missed while the application was down are made up in
-- order and two nodes never do the same day twice.
CREATE TABLE business_day (
  day_date DATE        NOT NULL PRIMARY KEY,
  done_at  DATETIME(6) NOT NULL
);
