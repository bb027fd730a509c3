"""Ledgers of earlier versions become ledgers of this one, and the steps that do it make the tables we work with."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Table, inspect
from tests.ledger.conftest import Place

from onrecord.ledger.homes import open_home
from onrecord.ledger.migrations import HEAD, REVISIONS
from onrecord.ledger.opening import open_ledger
from onrecord.ledger.tables import metadata

# What the databases do not share, which the tables in the code know nothing of.
OWN = {"alembic_version", "statement_words"}


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    return not (kind == "table" and (name in OWN or str(name).startswith("statement_words_")))


def is_compared(thing: object, name: str | None, kind: str, *rest: object) -> bool:
    return name not in ("search", "statements_by_words")


def checks_of(table: Table) -> list[object]:
    constraints = [*table.constraints, *(each for column in table.columns for each in column.constraints)]
    return [each for each in constraints if isinstance(each, CheckConstraint)]


def test_the_steps_make_the_tables_of_this_version(place: Place) -> None:
    home = open_ledger(place.where, create=True)
    with home.reading() as connection:
        options = {"include_name": is_ours, "include_object": is_compared, "compare_type": place.is_sqlite}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
        checks = {(table.name, len(checks_of(table))) for table in metadata.tables.values()}
        found = {(name, len(inspect(connection).get_check_constraints(name))) for name in metadata.tables}
        assert found == checks
    home.close()


def test_the_head_is_the_last_step(place: Place) -> None:
    home = open_ledger(place.where, create=True)
    home.close()
    home = open_home(place.where, create=False)
    with home.reading() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == HEAD
    home.close()
    assert HEAD in REVISIONS
