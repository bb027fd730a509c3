"""The first tables that SQLite and PostgreSQL share."""

from alembic import op

from onrecord.ledger.tables import metadata

revision = "0001"
down_revision = None

# What SQLite and PostgreSQL do not share: the full-text index over the stems, and the refusal to change a judgement.
SQLITE = (
    """
    CREATE VIRTUAL TABLE statement_words USING fts5 (
        words, content = 'statements', content_rowid = 'number', tokenize = 'unicode61'
    )
    """,
    """
    CREATE TRIGGER statements_inserted AFTER INSERT ON statements
    BEGIN INSERT INTO statement_words (rowid, words) VALUES (new.number, new.words); END
    """,
    """
    CREATE TRIGGER statements_deleted AFTER DELETE ON statements
    BEGIN INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', old.number, old.words); END
    """,
    """
    CREATE TRIGGER judgements_are_not_changed BEFORE UPDATE ON judgements
    BEGIN SELECT raise(ABORT, 'a judgement is never changed, only undone by another'); END
    """,
    """
    CREATE TRIGGER judgements_are_not_removed BEFORE DELETE ON judgements
    BEGIN SELECT raise(ABORT, 'a judgement is never removed, only undone by another'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION onrecord_words(words text) RETURNS tsvector IMMUTABLE LANGUAGE sql AS $$
        SELECT string_agg('''' || word || ''':' || least(place, 16383), ' ')::tsvector
        FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS each (word, place)
    $$
    """,
    "ALTER TABLE statements ADD COLUMN search tsvector GENERATED ALWAYS AS (onrecord_words(words)) STORED",
    "CREATE INDEX statements_by_words ON statements USING gin (search)",
    """
    CREATE FUNCTION onrecord_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%% are never changed or removed, only undone by another', TG_TABLE_NAME; END
    $$
    """,
    """
    CREATE TRIGGER judgements_only_grow BEFORE UPDATE OR DELETE ON judgements
    FOR EACH STATEMENT EXECUTE FUNCTION onrecord_only_grows()
    """,
)


def upgrade() -> None:
    """Makes them."""
    connection = op.get_bind()
    metadata.create_all(connection)
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)
