-- E-mails that wait to be handed over.
CREATE TABLE notices (
    -- Never used again: mail systems know a message by it.
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    due_at    INTEGER NOT NULL,
    tries     INTEGER NOT NULL DEFAULT 0,
    recipient TEXT    NOT NULL,
    subject   TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    language  TEXT    NOT NULL
) STRICT;

CREATE INDEX notices_by_time ON notices (due_at);
