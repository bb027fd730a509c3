"""A PostgreSQL server of the tests' own, from the system's packages, without a network: started once, then thrown away.

On Debian and Ubuntu: `apt-get install postgresql`; `.ci/run` does it. Where there is none, tests of it are skipped and
say so. `ONRECORD_TEST_POSTGRES` names a server to use instead, as `postgresql://user@host/database`.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

OWNER = "postgres"  # PostgreSQL refuses to run as root


def find_programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, the newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    on_path = shutil.which("initdb")
    folders = [*found, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((each for each in folders if (each / "initdb").exists() and (each / "pg_ctl").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server's database."""
    given = os.environ.get("ONRECORD_TEST_POSTGRES")
    if given:
        yield given
        return
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-postgres-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, OWNER)
        _run(programs / "initdb", "--auth=trust", f"--username={OWNER}", "--encoding=UTF8", "--locale=C.UTF-8",
             "--no-sync", f"--pgdata={folder}/data")  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=30"
        _run(programs / "pg_ctl", "--wait", f"--pgdata={folder}/data", f"--log={folder}/log", "-o", options, "start")
        try:
            yield f"postgresql:///postgres?host={folder}&user={OWNER}"
        finally:
            _run(programs / "pg_ctl", "--wait", f"--pgdata={folder}/data", "--mode=immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_schema(url: str, name: str) -> str:
    """The URL of an empty part of the database, which one test has to itself."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA IF EXISTS "{name}" CASCADE')
        connection.execute(f'CREATE SCHEMA "{name}"')
    return f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{name}"


def _run(program: Path, *arguments: str) -> None:
    as_owner = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
    command = [*as_owner, str(program), *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/tmp", check=False)
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {done.stdout}")
