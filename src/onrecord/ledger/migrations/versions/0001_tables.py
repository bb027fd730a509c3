"""The first tables that SQLite and PostgreSQL share."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REAL: sa.Double[float] = sa.Double().with_variant(sa.REAL(), "sqlite")

# What people decided is only ever added to.
GROWING = ("judgements", "reviews")
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
    *(
        f"""
        CREATE TRIGGER {table}_are_not_{done} BEFORE {change} ON {table}
        BEGIN SELECT raise(ABORT, '{table} are never changed or removed, only undone by another'); END
        """
        for table in GROWING
        for done, change in (("changed", "UPDATE"), ("removed", "DELETE"))
    ),
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
    *(
        f"""
        CREATE TRIGGER {table}_only_grow BEFORE UPDATE OR DELETE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION onrecord_only_grows()
        """
        for table in GROWING
    ),
)


def upgrade() -> None:
    """Makes them."""
    create_tables()
    connection = op.get_bind()
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)


def create_tables() -> None:
    """The tables as they were then; `onrecord.ledger.tables` has them as they are now."""
    op.create_table(
        "coders",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("identity"),
        sqlite_strict=True,
    )
    op.create_table(
        "documents",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("folded_outlet", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
        sqlite_strict=True,
    )
    op.create_index("documents_by_day", "documents", ["day", "id"], unique=False)
    op.create_index("documents_by_uri", "documents", ["uri"], unique=False)
    op.create_table(
        "happening_keys",
        sa.Column("key", NUMBER, autoincrement=False, nullable=False),
        sa.Column("happening", NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("key", "happening"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "happenings",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("is_disputed", sa.Integer(), nullable=False),
        sa.CheckConstraint("is_disputed IN (0, 1)"),
        sa.PrimaryKeyConstraint("number"),
        sqlite_strict=True,
    )
    op.create_index("happenings_by_day", "happenings", ["day", "number"], unique=False)
    op.create_index("happenings_by_dispute", "happenings", ["is_disputed", "day", "number"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("left_document", sa.Text(), nullable=True),
        sa.Column("left_start", sa.Integer(), nullable=True),
        sa.Column("left_end", sa.Integer(), nullable=True),
        sa.Column("left_name", sa.Text(), nullable=True),
        sa.Column("left_type", sa.Text(), nullable=True),
        sa.Column("right_document", sa.Text(), nullable=True),
        sa.Column("right_start", sa.Integer(), nullable=True),
        sa.Column("right_end", sa.Integer(), nullable=True),
        sa.Column("right_name", sa.Text(), nullable=True),
        sa.Column("right_type", sa.Text(), nullable=True),
        sa.Column("reverses", NUMBER, nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("when", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("(verdict = 'undone') = (left_document IS NULL)"),
        sa.CheckConstraint("(verdict = 'undone') = (reverses IS NOT NULL)"),
        sa.CheckConstraint("(verdict = 'undone') = (right_document IS NULL)"),
        sa.ForeignKeyConstraint(
            ["reverses"],
            ["judgements.number"],
        ),
        sa.CheckConstraint("verdict IN ('one', 'two', 'undone')"),
        sa.PrimaryKeyConstraint("number"),
        sqlite_strict=True,
    )
    op.create_index("judgements_by_left", "judgements", ["left_document"], unique=False)
    op.create_index("judgements_by_right", "judgements", ["right_document"], unique=False)
    op.create_table(
        "links",
        sa.Column("identity", NUMBER, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("left_profile", NUMBER, nullable=False),
        sa.Column("left_entity", NUMBER, nullable=False),
        sa.Column("right_profile", NUMBER, nullable=False),
        sa.Column("right_entity", NUMBER, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("score", REAL, nullable=False),
        sa.Column("judgement", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("identity", "place"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_links_left_entity"), "links", ["left_entity"], unique=False)
    op.create_index(op.f("ix_links_left_profile"), "links", ["left_profile"], unique=False)
    op.create_index(op.f("ix_links_right_entity"), "links", ["right_entity"], unique=False)
    op.create_table(
        "profiles",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("registry", sa.Text(), nullable=True),
        sa.Column("identity", NUMBER, nullable=True),
        sa.Column("component", NUMBER, nullable=True),
        sa.Column("loose", sa.Integer(), nullable=False),
        sa.CheckConstraint("loose IN (0, 1)"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("digest"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_profiles_component"), "profiles", ["component"], unique=False)
    op.create_index(op.f("ix_profiles_identity"), "profiles", ["identity"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("snapshot", sa.Text(), nullable=True),
        sa.Column("reverses", NUMBER, nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("when", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint("(verdict = 'undone') = (reverses IS NOT NULL)"),
        sa.ForeignKeyConstraint(
            ["reverses"],
            ["reviews.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("key"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reviews_document"), "reviews", ["document"], unique=False)
    op.create_table(
        "attachments",
        sa.Column("judgement", NUMBER, autoincrement=False, nullable=False),
        sa.Column("left", NUMBER, nullable=True),
        sa.Column("right", NUMBER, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgements.number"],
        ),
        sa.PrimaryKeyConstraint("judgement"),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attachments_left"), "attachments", ["left"], unique=False)
    op.create_index(op.f("ix_attachments_right"), "attachments", ["right"], unique=False)
    op.create_table(
        "codings",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("coder", NUMBER, nullable=False),
        sa.Column("current", sa.Integer(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["coder"],
            ["coders.number"],
        ),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.CheckConstraint("current IN (0, 1)"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "coder"),
        sqlite_strict=True,
    )
    op.create_table(
        "entities",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", NUMBER, nullable=False),
        sa.Column("profile", NUMBER, nullable=False),
        sa.Column("identity", NUMBER, nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.ForeignKeyConstraint(
            ["profile"],
            ["profiles.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "entity"),
        sqlite_strict=True,
    )
    op.create_index("entities_by_identity", "entities", ["identity", "day"], unique=False)
    op.create_index("entities_by_profile", "entities", ["profile", "day"], unique=False)
    op.create_index(op.f("ix_entities_key"), "entities", ["key"], unique=False)
    op.create_table(
        "events",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("happening", NUMBER, nullable=True),
        sa.Column("row", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.ForeignKeyConstraint(
            ["happening"],
            ["happenings.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "event"),
        sqlite_strict=True,
    )
    op.create_index("events_by_day", "events", ["day", "number"], unique=False)
    op.create_index(op.f("ix_events_happening"), "events", ["happening"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("fingerprint", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("fingerprint", "document"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "profile_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("profile", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["profile"],
            ["profiles.number"],
        ),
        sa.PrimaryKeyConstraint("key", "profile"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_profile_keys_profile"), "profile_keys", ["profile"], unique=False)
    op.create_table(
        "relations",
        sa.Column("left", NUMBER, autoincrement=False, nullable=False),
        sa.Column("right", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("relation", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["left"],
            ["documents.number"],
        ),
        sa.ForeignKeyConstraint(
            ["right"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("left", "right"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_relations_right"), "relations", ["right"], unique=False)
    op.create_table(
        "reports",
        sa.Column("document", NUMBER, autoincrement=False, nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("document"),
        sqlite_strict=True,
    )
    op.create_table(
        "statements",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("identity", NUMBER, nullable=True),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("confidence", REAL, nullable=True),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "statement"),
        sqlite_strict=True,
    )
    op.create_index("statements_by_identity", "statements", ["identity", "day"], unique=False)
    op.create_table(
        "terms",
        sa.Column("number", NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("first", sa.Text(), nullable=True),
        sa.Column("last", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("voices", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.number"],
        ),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document", "term"),
        sqlite_strict=True,
    )
    op.create_index("terms_by_last", "terms", ["last"], unique=False)
    op.create_index("terms_by_matter", "terms", ["matter", "last"], unique=False)
    op.create_table(
        "event_parties",
        sa.Column("entity", NUMBER, autoincrement=False, nullable=False),
        sa.Column("event", NUMBER, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.number"],
        ),
        sa.ForeignKeyConstraint(
            ["event"],
            ["events.number"],
        ),
        sa.PrimaryKeyConstraint("entity", "event"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_parties_event"), "event_parties", ["event"], unique=False)
    op.create_table(
        "statement_mentions",
        sa.Column("entity", NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", NUMBER, autoincrement=False, nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity"],
            ["entities.number"],
        ),
        sa.ForeignKeyConstraint(
            ["statement"],
            ["statements.number"],
        ),
        sa.PrimaryKeyConstraint("entity", "statement"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statement_mentions_statement"), "statement_mentions", ["statement"], unique=False)
