-- The list of all that is open is the lists of the open stages, merged; an index of its own cost every case.
DROP INDEX cases_still_open;
ALTER TABLE cases DROP COLUMN is_open;
