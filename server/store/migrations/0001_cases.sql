-- Cases lie in the order they came: the id is the digits of the case number.
CREATE TABLE cases (
    id           INTEGER PRIMARY KEY,
    code         BLOB    NOT NULL CHECK (length(code) = 32),
    stage        TEXT    NOT NULL,
    is_open      INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    page_until   INTEGER NOT NULL,
    page_edition INTEGER NOT NULL,
    -- What the citizen is shown.
    page         TEXT    NOT NULL,
    -- The case without its events.
    body         TEXT    NOT NULL
) STRICT;

CREATE INDEX cases_by_stage ON cases (stage, due_at, id);
CREATE INDEX cases_still_open ON cases (due_at, id) WHERE is_open = 1;

-- Appended and never changed.
CREATE TABLE events (
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    step     TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    stage    TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    unit     TEXT,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are appended and never changed');
END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are appended and never deleted');
END;

-- Idempotency keys, as keyed hashes, in the order they were used.
CREATE TABLE used_keys (
    id      INTEGER PRIMARY KEY,
    key     BLOB    NOT NULL UNIQUE,
    body    BLOB    NOT NULL,
    at      INTEGER NOT NULL,
    receipt TEXT    NOT NULL
) STRICT;

CREATE TABLE staff (
    name          TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
