-- Cases that something is taken out of, in the midst of one transaction; empty behind it.
CREATE TABLE erasing (
    case_id INTEGER PRIMARY KEY,
    number  TEXT    NOT NULL
) STRICT;

-- What was taken out, why, and of how many cases; of whom nobody knows any more.
CREATE TABLE erasures (
    id    INTEGER PRIMARY KEY,
    at    INTEGER NOT NULL,
    what  TEXT    NOT NULL,
    why   TEXT    NOT NULL,
    cases INTEGER NOT NULL
) STRICT;

DROP TRIGGER events_are_never_deleted;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.case_id = OLD.case_id)
BEGIN
    SELECT RAISE(ABORT, 'events are appended and never deleted');
END;
