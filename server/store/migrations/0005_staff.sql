-- Who leaves is disabled: steps carry the name. The second factor is sealed by the secret.
ALTER TABLE staff ADD COLUMN role TEXT NOT NULL DEFAULT 'dispatcher';
ALTER TABLE staff ADD COLUMN unit TEXT;
ALTER TABLE staff ADD COLUMN is_disabled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN second_factor TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN used_counter INTEGER NOT NULL DEFAULT 0;

CREATE TABLE sessions (
    -- Never used again, so that nobody ends another one by an old number.
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    -- A keyed hash.
    token    BLOB    NOT NULL UNIQUE,
    name     TEXT    NOT NULL REFERENCES staff (name),
    began_at INTEGER NOT NULL,
    used_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_by_name ON sessions (name);

-- The member of the staff who took the step.
ALTER TABLE events ADD COLUMN taken_by TEXT NOT NULL DEFAULT '';

-- Whose work a case is: each list reads an index of its own, which a new case costs nothing.
ALTER TABLE cases ADD COLUMN unit TEXT;
ALTER TABLE cases ADD COLUMN needs_interpreter INTEGER NOT NULL DEFAULT 0;
UPDATE cases SET unit = json_extract(body, '$.unit'),
                 needs_interpreter = coalesce(json_extract(body, '$.needs_interpreter'), 0)
WHERE json_valid(body);
CREATE INDEX cases_by_unit ON cases (unit, stage, due_at, id) WHERE unit IS NOT NULL;
CREATE INDEX cases_to_translate ON cases (stage, due_at, id) WHERE needs_interpreter = 1;
