"""The ledger's tables, the same in SQLite and in PostgreSQL; docs/ledger.md draws them.

`documents`, `coders`, `codings`, `judgements` and `reviews` are what is on record. Everything else is made from them,
so that questions are quick: it can be made anew at any time, and `verify` compares the two. Rows have numbers of their
own, short ones, since they stand for one another a hundred million times in a large ledger; numbers never leave it.
"""

from sqlalchemy import (
    REAL,
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

# SQLite's own row numbers are 64 bits wide and called INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")
Real: Double[float] = Double().with_variant(REAL(), "sqlite")


def _number() -> Column[int]:
    """A row's number; it is given by whoever writes the row, who alone may write at that moment."""
    return Column("number", Number, primary_key=True, autoincrement=False)


def _document() -> Column[int]:
    return Column("document", Number, ForeignKey("documents.number"), nullable=False)


documents = Table(
    "documents",
    metadata,
    _number(),
    Column("id", Text, nullable=False, unique=True),
    Column("uri", Text),
    Column("title", Text),
    Column("heading", Text, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    # What searches and lists go by: the outlet folded, the date and when it was changed or else fetched last (empty
    # where there is none), how many statements.
    Column("folded_outlet", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("documents_by_day", "day", "id"),
    Index("documents_by_uri", "uri"),
    sqlite_strict=True,
)

# A coder's name, version and models make a long line, and a coder codes many documents.
coders = Table("coders", metadata, _number(), Column("identity", Text, nullable=False, unique=True), sqlite_strict=True)

# One row a coding: a document coded again by another coder or version keeps the earlier ones. `record` is the JSON of
# the record as the coder wrote it, compressed.
codings = Table(
    "codings",
    metadata,
    _number(),
    _document(),
    Column("coder", Number, ForeignKey("coders.number"), nullable=False),
    Column("current", Integer, CheckConstraint("current IN (0, 1)"), nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("document", "coder"),
    sqlite_strict=True,
)

# Statements as searches go by them: `source` are its folded words, `words` the stems of source, cue and content,
# `entity` who the source is in the document and `identity` across documents; `day` is the document's date, empty where
# it has none, which so comes last among the newest first.
statements = Table(
    "statements",
    metadata,
    _number(),
    _document(),
    Column("statement", Text, nullable=False),
    Column("entity", Text),
    Column("identity", Number),
    Column("day", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("confidence", Real),
    UniqueConstraint("document", "statement"),
    Index("statements_by_identity", "identity", "day"),
    sqlite_strict=True,
)

# What a text says of an entity, once for all entities of which texts say the same (profiles.py). `identity` is who
# they are where a rule makes them one: minus the number of a profile. `loose` is 1 where each stands by itself, since
# no rule may say more of them. `component` is the smallest number of those that it could be one with (components.py),
# null where no rule may say anything of it. `digest` is the hash of what the text says.
profiles = Table(
    "profiles",
    metadata,
    _number(),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("office", Text),
    Column("registry", Text),
    Column("identity", Number, index=True),
    Column("component", Number, index=True),
    Column("loose", Integer, CheckConstraint("loose IN (0, 1)"), nullable=False),
    sqlite_strict=True,
)

# The keys by which profiles that could be one find each other, and a name finds them.
profile_keys = Table(
    "profile_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("profile", Number, ForeignKey("profiles.number"), primary_key=True, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# `name` and `role` are the coder's; `names` a JSON array of the names by which the text calls it, null where that is
# just `name`; `start` and `end` those of its first name or else its first mention; `key` the first 64 bits of the hash
# that names it (entities.py); `statements` how many it is the source of; `day` the document's date, `9999` where it has
# none, which so comes last among the oldest first.
entities = Table(
    "entities",
    metadata,
    _number(),
    _document(),
    Column("entity", Text, nullable=False),
    Column("key", Number, nullable=False, index=True),
    Column("profile", Number, ForeignKey("profiles.number"), nullable=False),
    Column("identity", Number, nullable=False),
    Column("day", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("names", Text),
    Column("role", Text),
    Column("start", Integer),
    Column("end", Integer),
    Column("statements", Integer, nullable=False),
    UniqueConstraint("document", "entity"),
    Index("entities_by_identity", "identity", "day"),
    Index("entities_by_profile", "profile", "day"),
    sqlite_strict=True,
)

# Why profiles and single entities are one; an entity is 0 where all of the profile are meant.
links = Table(
    "links",
    metadata,
    Column("identity", Number, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("left_profile", Number, nullable=False, index=True),
    Column("left_entity", Number, nullable=False, index=True),
    Column("right_profile", Number, nullable=False),
    Column("right_entity", Number, nullable=False, index=True),
    Column("rule", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("score", Real, nullable=False),
    Column("judgement", Number),
    sqlite_strict=True,
)

# One row a judgement on two entities, each named by its document and the place and words of its first name, which
# outlive a new coding. `one` and `two` say that they are one or two; `undone` takes back judgement `reverses`.
judgements = Table(
    "judgements",
    metadata,
    _number(),
    Column("verdict", Text, CheckConstraint("verdict IN ('one', 'two', 'undone')"), nullable=False),
    Column("left_document", Text),
    Column("left_start", Integer),
    Column("left_end", Integer),
    Column("left_name", Text),
    Column("left_type", Text),
    Column("right_document", Text),
    Column("right_start", Integer),
    Column("right_end", Integer),
    Column("right_name", Text),
    Column("right_type", Text),
    Column("reverses", Number, ForeignKey("judgements.number")),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("(verdict = 'undone') = (reverses IS NOT NULL)"),
    CheckConstraint("(verdict = 'undone') = (left_document IS NULL)"),
    CheckConstraint("(verdict = 'undone') = (right_document IS NULL)"),
    Index("judgements_by_left", "left_document"),
    Index("judgements_by_right", "right_document"),
    sqlite_strict=True,
)

# One row a review, what somebody decided on an item of a document or a field of it (docs/review.md). `anchor`, `value`
# and `snapshot` are JSON; `key` is made from all but the number, so that a patch brings no review twice.
reviews = Table(
    "reviews",
    metadata,
    _number(),
    Column("key", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False, index=True),
    Column("part", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("snapshot", Text),
    Column("reverses", Number, ForeignKey("reviews.number")),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("(verdict = 'undone') = (reverses IS NOT NULL)"),
    sqlite_strict=True,
)

# The judgements in force on the entities of current codings: `left` and `right` are numbers of entities, both null
# where the judgement rests, and `reason` says why it does.
attachments = Table(
    "attachments",
    metadata,
    Column("judgement", Number, ForeignKey("judgements.number"), primary_key=True, autoincrement=False),
    Column("left", Number, index=True),
    Column("right", Number, index=True),
    Column("reason", Text),
    sqlite_strict=True,
)

# Whom statements mention: the number of the entity, and how many of its mentions stand in the content.
statement_mentions = Table(
    "statement_mentions",
    metadata,
    Column("entity", Number, ForeignKey("entities.number"), primary_key=True, autoincrement=False),
    Column("statement", Number, ForeignKey("statements.number"), primary_key=True, autoincrement=False, index=True),
    Column("mentions", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The terms of current codings. `first` and `last` are the first and the last day of the date `edtf`, null where there
# is none; `voices` is a JSON array of the words for whoever says so, the innermost first.
terms = Table(
    "terms",
    metadata,
    _number(),
    _document(),
    Column("term", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("bound", Text, nullable=False),
    Column("subject", Text),
    Column("entity", Text),
    Column("edtf", Text),
    Column("first", Text),
    Column("last", Text),
    Column("status", Text),
    Column("voices", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("document", "term"),
    Index("terms_by_last", "last"),
    Index("terms_by_matter", "matter", "last"),
    sqlite_strict=True,
)

# What took place, as tellings of it in one or more documents are put together (docs/disputes.md). `day` is the first on
# which it may have been, or else that of the first document, empty where nothing is known; `tellings` and `documents`
# count, `is_disputed` is 1 where accounts of it exclude one another.
happenings = Table(
    "happenings",
    metadata,
    _number(),
    Column("day", Text, nullable=False),
    Column("tellings", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("is_disputed", Integer, CheckConstraint("is_disputed IN (0, 1)"), nullable=False),
    Index("happenings_by_day", "day", "number"),
    Index("happenings_by_dispute", "is_disputed", "day", "number"),
    sqlite_strict=True,
)

# The keys by which a new event finds the happenings it could tell of: the first 64 bits of their hashes. There is no
# index by happening, and so no foreign key: those of one that is gone are known from its tellings.
happening_keys = Table(
    "happening_keys",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("happening", Number, primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The events of current codings. `row` is the event as lists show it (happened.py), as compressed JSON, with the numbers
# of entities where it has those of identities; `happening` is null for what nothing could be compared with.
events = Table(
    "events",
    metadata,
    _number(),
    _document(),
    Column("event", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("country", Text),
    Column("day", Text, nullable=False),
    Column("happening", Number, ForeignKey("happenings.number"), index=True),
    Column("row", LargeBinary, nullable=False),
    UniqueConstraint("document", "event"),
    Index("events_by_day", "day", "number"),
    sqlite_strict=True,
)

# Who takes part in an event, or claims it: the numbers of entities.
event_parties = Table(
    "event_parties",
    metadata,
    Column("entity", Number, ForeignKey("entities.number"), primary_key=True, autoincrement=False),
    Column("event", Number, ForeignKey("events.number"), primary_key=True, autoincrement=False, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The fingerprints of documents' wording (docs/origins.md), by which those that share some are found.
fingerprints = Table(
    "fingerprints",
    metadata,
    Column("fingerprint", Number, primary_key=True, autoincrement=False),
    Column("document", Number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# What of a document is judged where wording is shared: its quotations and credits, as JSON.
reports = Table(
    "reports",
    metadata,
    Column("document", Number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("report", Text, nullable=False),
    sqlite_strict=True,
)

# What two documents that share wording are to each other, as compressed JSON; `left` was filed first.
relations = Table(
    "relations",
    metadata,
    Column("left", Number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("right", Number, ForeignKey("documents.number"), primary_key=True, autoincrement=False, index=True),
    Column("kind", Text, nullable=False),
    Column("relation", LargeBinary, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
