"""The benchmark's own database: `archive_bench_20000` beside the archive's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from tests.bench.edition import fill_usual

USUAL = ("usual_person", "usual_event", "usual_topic", "usual_statement", "usual_statement_topics")
ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = ROOT / "archive" / "edition" / "migrations"


def prepare(size: int) -> None:
    """Makes and fills the database of this size, unless it is there; points the environment at it."""
    name = f"archive_bench_{size}"
    base = os.environ["DATABASE_URL"]
    for variable in ("DATABASE_URL", "SITE_DATABASE_URL"):
        os.environ[variable] = f"{os.environ[variable].rsplit('/', 1)[0]}/{name}"
    if not _is_filled(base, name):
        print(f"making {name} …", flush=True)
        _make(base, name, size)
    os.environ["ARCHIVE_SERVES"] = "site"
    os.environ.pop("DATABASE_URL")


def _is_filled(base: str, name: str) -> bool:
    """Whether the database is there, of today's form, and the plain tables, written last, are filled."""
    with psycopg.connect(base) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return False
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        if not connection.execute("SELECT to_regclass('edition.ledger')").fetchone()[0]:  # type: ignore[index]
            return False
        rows = connection.execute("SELECT name FROM django_migrations WHERE app = 'edition'").fetchall()
        if {name for (name,) in rows} != {path.stem for path in MIGRATIONS.glob("0*.py")}:
            return False
        return bool(connection.execute("SELECT to_regclass('edition.usual_statement')").fetchone()[0])  # type: ignore[index]


def _make(base: str, name: str, size: int) -> None:
    with psycopg.connect(base, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    environment = {**os.environ, "ARCHIVE_SERVES": "both"}
    for command in (["migrate"], ["grant_site"], ["make_edition", f"--records={size}"]):
        manage = [sys.executable, str(ROOT / "manage.py"), *command, "--verbosity=0"]
        subprocess.run(manage, env=environment, check=True)
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        fill_usual(connection)
        site = psycopg.conninfo.conninfo_to_dict(os.environ["SITE_DATABASE_URL"])["user"]
        grant = sql.SQL("GRANT SELECT ON {} TO {}")
        tables = sql.SQL(", ").join(sql.Identifier("edition", table) for table in USUAL)
        connection.execute(grant.format(tables, sql.Identifier(str(site))))
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
