"""`script/test`: the tests against a PostgreSQL of their own, careless and quick."""

import os
import sys
from collections.abc import Mapping

import psycopg
from psycopg import sql

from archive.launcher.children import in_front
from archive.launcher.environment import database_environment
from archive.launcher.places import Places
from archive.launcher.say import aside

PLAIN = ("-n", "--numprocesses", "--pdb", "--collect-only", "--co")


def test(arguments: list[str]) -> int:
    """pytest's own exit code."""
    places = Places.usual()
    own = not os.environ.get("DATABASE_URL")
    with database_environment(places.for_tests, aside, for_tests=True) as env:
        if own:
            _drop_leftovers(env["DATABASE_URL"])
            if "--reuse-db" not in arguments:
                # Two runs at once do not meet in one database.
                for name in ("DATABASE_URL", "SITE_DATABASE_URL"):
                    env[name] = f"{env[name]}_{os.getpid()}"
        command = [sys.executable, "-m", "pytest", *_workers(arguments, env), *arguments]
        return in_front(command, env, places.root)


def _workers(arguments: list[str], env: Mapping[str, str]) -> list[str]:
    """All the cores for all the tests; one process for a chosen few, which start sooner."""
    chosen = any(word.startswith(PLAIN) or not word.startswith("-") for word in arguments)
    workers = env.get("ARCHIVE_TEST_WORKERS") or str(min(os.cpu_count() or 1, 4))
    return [] if chosen or workers == "1" else ["-n", workers, "--dist", "loadgroup"]


def _drop_leftovers(url: str) -> None:
    """Databases of test runs that were killed before they could clean up."""
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(r"SELECT datname FROM pg_database WHERE datname LIKE 'test\_archive\_%'")
        for (name,) in found.fetchall():
            digits = str(name).removeprefix("test_archive_").split("_")[0]
            if digits.isdigit() and not _alive(int(digits)):
                drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                connection.execute(drop.format(sql.Identifier(name)))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
