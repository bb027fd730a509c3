"""The tables of the versions before Alembic, as they were: files of users have them."""

APPLICATION_ID = 0x4F4E5243

SCRIPTS = (
    """
    CREATE TABLE documents (
        id          TEXT PRIMARY KEY,
        uri         TEXT,
        title       TEXT,
        heading     TEXT NOT NULL,
        outlet      TEXT,
        published   TEXT
    ) STRICT;

    -- One row a coding: a document coded again by another coder or version keeps the earlier codings.
    CREATE TABLE codings (
        number      INTEGER PRIMARY KEY,
        document    TEXT NOT NULL REFERENCES documents (id),
        coder       TEXT NOT NULL,
        current     INTEGER NOT NULL CHECK (current IN (0, 1)),
        record      TEXT NOT NULL,
        UNIQUE (document, coder)
    ) STRICT;

    -- The statements of current codings, as columns to search by, without case and diacritics; the record holds
    -- the truth.
    CREATE TABLE statements (
        number      INTEGER PRIMARY KEY,
        document    TEXT NOT NULL REFERENCES documents (id),
        statement   TEXT NOT NULL,
        source      TEXT NOT NULL,
        UNIQUE (document, statement)
    ) STRICT;

    CREATE VIRTUAL TABLE statement_words USING fts5 (
        content, source, cue, tokenize = 'porter unicode61'
    );
    """,
    """
    ALTER TABLE statements ADD COLUMN confidence REAL;
    """,
    """
    -- The entity of the record that a statement's source is.
    ALTER TABLE statements ADD COLUMN entity TEXT;

    -- The entities of current codings, as columns to resolve them by. `names` is a JSON array of the names by which
    -- the text calls one, `mentions` one of [start, end] of every mention, those of names first; `start` and `end` are
    -- those of the first, null where there is none.
    CREATE TABLE entities (
        document    TEXT NOT NULL REFERENCES documents (id),
        entity      TEXT NOT NULL,
        name        TEXT NOT NULL,
        folded      TEXT NOT NULL,
        names       TEXT NOT NULL,
        type        TEXT NOT NULL,
        country     TEXT,
        sector      TEXT,
        role        TEXT,
        registry    TEXT,
        start       INTEGER,
        "end"       INTEGER,
        mentions    TEXT NOT NULL,
        PRIMARY KEY (document, entity)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX entities_by_name ON entities (folded);

    -- One row a judgement on two entities, each named by its document and the place and words of its first name, which
    -- outlive a new coding. `one` and `two` say that they are one or two; `undone` takes back judgement `reverses`.
    CREATE TABLE judgements (
        number          INTEGER PRIMARY KEY,
        verdict         TEXT NOT NULL CHECK (verdict IN ('one', 'two', 'undone')),
        left_document   TEXT,
        left_start      INTEGER,
        left_end        INTEGER,
        left_name       TEXT,
        left_type       TEXT,
        right_document  TEXT,
        right_start     INTEGER,
        right_end       INTEGER,
        right_name      TEXT,
        right_type      TEXT,
        reverses        INTEGER REFERENCES judgements (number),
        who             TEXT NOT NULL,
        "when"          TEXT NOT NULL,
        why             TEXT NOT NULL,
        CHECK ((verdict = 'undone') = (reverses IS NOT NULL)),
        CHECK ((verdict = 'undone') = (left_document IS NULL)),
        CHECK ((verdict = 'undone') = (right_document IS NULL))
    ) STRICT;

    CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements
    BEGIN SELECT raise(ABORT, 'a judgement is never changed, only undone by another'); END;

    CREATE TRIGGER judgements_are_not_removed BEFORE DELETE ON judgements
    BEGIN SELECT raise(ABORT, 'a judgement is never removed, only undone by another'); END;
    """,
    """
    -- The terms of current codings. `first` and `last` are the first and the last day of the date `edtf`, null where
    -- there is none; `voices` is a JSON array of the words for whoever says so, the innermost first.
    CREATE TABLE terms (
        document    TEXT NOT NULL REFERENCES documents (id),
        term        TEXT NOT NULL,
        matter      TEXT NOT NULL,
        bound       TEXT NOT NULL,
        subject     TEXT,
        entity      TEXT,
        edtf        TEXT,
        first       TEXT,
        last        TEXT,
        status      TEXT,
        voices      TEXT NOT NULL,
        words       TEXT NOT NULL,
        start       INTEGER NOT NULL,
        "end"       INTEGER NOT NULL,
        PRIMARY KEY (document, term)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX terms_by_last ON terms (last);
    """,
)
