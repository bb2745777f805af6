-- Files of citizens; their bytes lie beside the database, each in a file with the name that stands here.
CREATE TABLE uploads (
    attachment TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE,
    case_id    INTEGER REFERENCES cases (id),
    title      TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    bytes      INTEGER NOT NULL,
    state      TEXT    NOT NULL,
    metadata   TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    digest     BLOB    CHECK (digest IS NULL OR length(digest) = 32)
) STRICT;

CREATE INDEX uploads_by_state ON uploads (state, expires_at);
CREATE INDEX uploads_of_no_case ON uploads (expires_at) WHERE case_id IS NULL;
