"""Opening a ledger: made where it is new, brought to this version's form where it is old, refused where neither."""

from pathlib import Path

from sqlalchemy import inspect, text

from onrecord.errors import LedgerError
from onrecord.ledger.homes import Home, is_url, open_home
from onrecord.ledger.migrations import HEAD, REVISIONS, upgrade
from onrecord.ledger.older import LAST_OLDER, bring_over, set_aside

# "ONRC" in the file's header, so that no other SQLite file is taken for a ledger.
APPLICATION_ID = 0x4F4E5243


def open_ledger(place: str | Path, *, create: bool) -> Home:
    """The database of a ledger in this version's form. Raises LedgerError where it is none, or of a later version."""
    home = open_home(place, create=create)
    try:
        if _revision(home) != HEAD:
            _prepare(home, create=create or not is_url(place))
    except BaseException:
        home.close()
        raise
    return home


def _prepare(home: Home, *, create: bool) -> None:
    """Makes the tables or brings them up to date, all of it in one transaction."""
    older = _check(home, create=create)
    home.write_ahead()
    with home.writing() as connection:
        # Asked again within the lock: another program may have been first.
        if _revision(home) == HEAD:
            return
        if older:
            set_aside(connection)
        upgrade(connection)
        if home.is_sqlite:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {LAST_OLDER + 1}")
        if older:
            bring_over(connection)


def _check(home: Home, *, create: bool) -> bool:
    """Whether there are tables of before Alembic. Raises LedgerError where what is there is not ours to write."""
    revision = _revision(home)
    if revision is not None and revision not in REVISIONS:
        raise LedgerError(f"{home.name}: was written by a later version of onrecord; install that one")
    with home.reading() as connection:
        if not home.is_sqlite:
            if revision is None and not create:
                raise LedgerError(
                    f"{home.name}: there is no ledger here; make one with: onrecord add PATH --ledger URL"
                )
            return False
        has_tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() > 0
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if has_tables and application != APPLICATION_ID:
        raise LedgerError(f"{home.name}: is a SQLite file but no ledger; name another file with --ledger")
    if version > LAST_OLDER + 1:
        raise LedgerError(f"{home.name}: was written by a later version of onrecord; install that one")
    return has_tables and revision is None


def _revision(home: Home) -> str | None:
    """The last step that the tables have seen; None where there are none of ours."""
    with home.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found
