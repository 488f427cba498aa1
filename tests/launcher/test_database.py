"""The database that the launcher makes: who may do what in it, before any table is there."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from archive.launcher.places import ROOT

from .checkout import Checkout, refusal


@pytest.fixture
def logins(checkout: Checkout) -> Iterator[dict[str, psycopg.Connection]]:
    """The desk's login and the site's, connected."""
    address = checkout.address()
    desk = psycopg.connect(address["DATABASE_URL"], autocommit=True)
    site = psycopg.connect(address["SITE_DATABASE_URL"], autocommit=True)
    with desk, site:
        yield {"desk": desk, "site": site}


WRITES = [
    "CREATE TABLE public.t (a int)",
    "CREATE TABLE edition.t (a int)",
    "CREATE TEMP TABLE t (a int)",
    "CREATE SCHEMA mine",
    "CREATE DATABASE mine",
    "CREATE ROLE mine",
    "SELECT lo_creat(-1)",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock_shared(1, 2)",
    "SELECT pg_notify('a', 'b')",
    "SELECT pg_logical_emit_message(true, 'a', 'b')",
    "SELECT pg_read_file('/etc/hostname')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SET ROLE archive",
    "ALTER ROLE archive_site SUPERUSER",
    "DO $$ BEGIN PERFORM * FROM public.secret; END $$",
    "SELECT * FROM public.secret",
]


@pytest.mark.parametrize("read_only", ["on", "off"])
def test_the_sites_login_can_do_nothing_even_when_it_turns_writing_on(
    logins: dict[str, psycopg.Connection], read_only: str
) -> None:
    logins["desk"].execute("CREATE TABLE public.secret (name text)")
    site = logins["site"]
    site.execute(f"SET default_transaction_read_only = {read_only}")
    allowed = [statement for statement in WRITES if not refusal(site, statement)]
    assert allowed == []


def test_the_sites_login_is_read_only_quick_and_sees_the_edition_only(
    logins: dict[str, psycopg.Connection],
) -> None:
    asked = "SELECT current_setting('default_transaction_read_only'), "
    asked += "current_setting('statement_timeout'), current_setting('search_path')"
    assert logins["site"].execute(asked).fetchone() == ("on", "10s", "site, edition")


def test_the_desks_login_owns_the_database_and_is_no_superuser(
    logins: dict[str, psycopg.Connection],
) -> None:
    desk = logins["desk"]
    rights = "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls "
    rights += "FROM pg_roles WHERE rolname = current_user"
    assert desk.execute(rights).fetchone() == (False,) * 5
    desk.execute("CREATE SCHEMA edition")
    assert "permission denied" in refusal(desk, "SELECT lo_import('/etc/hostname')")


def test_trigrams_and_mixed_indexes_are_there(logins: dict[str, psycopg.Connection]) -> None:
    found = logins["desk"].execute("SELECT extname FROM pg_extension").fetchall()
    assert {("btree_gin",), ("pg_trgm",)} <= set(found)


def test_letters_are_told_from_marks_in_persian(logins: dict[str, psycopg.Connection]) -> None:
    words = logins["desk"].execute("SELECT to_tsvector('simple', 'چه شد؟ «ژینا»')").fetchone()
    assert words == ("'شد':2 'چه':1 'ژینا':3",)


def test_nobody_enters_without_a_password_or_over_the_network(checkout: Checkout) -> None:
    address = checkout.address()["DATABASE_URL"]
    user, _, rest = address.partition("@")
    for wrong in ("", ":wrong"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(user.rpartition(":")[0] + wrong + "@" + rest)
    with psycopg.connect(address) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_the_sites_login_enters_no_other_database(checkout: Checkout) -> None:
    address = checkout.address()["SITE_DATABASE_URL"].rpartition("/")[0]
    for name in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(f"{address}/{name}")


def test_secrets_and_socket_are_closed_to_others(checkout: Checkout) -> None:
    checkout.address()
    listening = Path((checkout.data / "postmaster.pid").read_text().splitlines()[4])
    for path in (checkout.var / "secrets.json", checkout.data, listening):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_server_does_not_run_as_root(checkout: Checkout) -> None:
    checkout.address()
    assert checkout.server
    assert os.stat(f"/proc/{checkout.server}").st_uid == (os.geteuid() or checkout.data.stat().st_uid)
    assert checkout.data.stat().st_uid != 0


def test_the_sql_is_the_same_for_the_launcher_and_for_compose() -> None:
    compose = (ROOT / "docker-compose.yml").read_text()
    assert "archive/launcher/roles.sql" in compose
    assert "archive/launcher/rights.sql" in compose


def test_the_tests_own_database_may_make_others_with_the_same_rights(checkout: Checkout) -> None:
    code, said = checkout.ends("env", "--test")
    assert code == 0, said
    url = said.partition("DATABASE_URL=")[2].splitlines()[0]
    with psycopg.connect(url, autocommit=True) as desk:
        desk.execute("CREATE DATABASE test_mine")
    with psycopg.connect(url.rpartition("/")[0] + "/test_mine") as mine:
        assert mine.execute("SELECT count(*) FROM pg_extension").fetchone() == (3,)
        asked = "SELECT has_function_privilege('archive_site', 'lo_creat(int)', 'execute')"
        assert mine.execute(asked).fetchone() == (False,)
    assert checkout.ends("stop", "--test") == (0, "")
