"""One PostgreSQL, two logins: the tests' public requests run under the site's rights as well."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.operations import DatabaseOperations
from psycopg.pq import TransactionStatus
from pytest_socket import disable_socket

from archive.api.throttling import AddressThrottle
from archive.edition.rights import grant_site, site_role
from tests.figures import pytest_runtest_logreport, pytest_terminal_summary  # noqa: F401
from tests.snapshot import made_or_copied
from tests.universe import Universe, build
from tests.witnesses import Told, tell

LEFT_BEHIND = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
"""  # sessions of servers and threads that a test started; each login may only end its own
ONLY_GROW = ("edition.ledger", "testimonies_consent", "testimonies_identityopened")
TRIGGERS = "ALTER TABLE {} {} TRIGGER USER"


def pytest_configure() -> None:
    """Passwords are hashed quickly here, and static files need not be collected."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # or whitenoise warns that it is missing
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes and long texts do not name a test: made anew in each process, they would name another one."""
    return argname if isinstance(val, bytes) or (isinstance(val, str) and len(val) > 80) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks for the database gets both logins."""
    for item in items:
        if (marker := item.get_closest_marker("django_db")) and "databases" not in marker.kwargs:
            marker.kwargs["databases"] = ["default", "public"]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """No test talks to anything but the database's Unix socket, unless it says so."""
    if not item.get_closest_marker("enable_socket"):
        disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    if connections["default"].settings_dict["NAME"].startswith("test_"):  # or no test here asked for one
        with django_db_blocker.unblock():
            grant_site()
    yield
    with django_db_blocker.unblock():
        for login in ("default", "public"):
            with connections[login].cursor() as cursor:
                cursor.execute(LEFT_BEHIND)
        connections.close_all()


@pytest.fixture(scope="session", autouse=True)
def _what_only_grows_can_be_emptied_between_tests() -> Iterator[None]:
    """Transactional tests truncate every table at their end; some tables' triggers forbid it to all others.

    For the whole session, because the tables are emptied after the fixtures of a test have ended.
    """
    flush = DatabaseOperations.execute_sql_flush

    def execute_sql_flush(self: DatabaseOperations, sql_list: list[str]) -> None:
        switch_off, switch_on = (
            [TRIGGERS.format(table, verb) for table in ONLY_GROW] for verb in ("DISABLE", "ENABLE")
        )
        flush(self, [*switch_off, *sql_list, *switch_on])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", execute_sql_flush)
        yield


@pytest.fixture(autouse=True)
def _public_reads_see_the_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Inside a test's transaction the public connection borrows the desk's, under the site's role.

    A test that is `transaction=True` uses the site's real login instead.
    """
    marker = request.node.get_closest_marker("django_db")
    if marker is None or marker.kwargs.get("transaction"):
        yield
        return
    request.getfixturevalue("db")
    desk, public = connections["default"], connections["public"]
    own, public.connection = public.connection, desk.connection
    with ExitStack() as borrowed:
        borrowed.enter_context(public.execute_wrapper(_as_the_site))
        yield
    public.connection = own


def _as_the_site(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
    raw = connections["default"].connection
    raw.execute(f"SET LOCAL ROLE {site_role()}; SET LOCAL search_path TO site, edition")
    try:
        return execute(sql, params, many, context)
    finally:
        if raw.info.transaction_status != TransactionStatus.INERROR:
            raw.execute("RESET ROLE; SET LOCAL search_path TO public, edition")


@pytest.fixture(autouse=True)
def _no_test_waits_its_turn(monkeypatch: pytest.MonkeyPatch, settings) -> None:  # type: ignore[no-untyped-def]
    """All tests come from one address; those that are about the limit set their own."""
    settings.API_RATE = "100000/min"
    monkeypatch.setattr(AddressThrottle, "counts", {})


@pytest.fixture
def world(db, request: pytest.FixtureRequest) -> Universe:  # type: ignore[no-untyped-def]
    """The small world of `tests.universe`; copied where nothing stays of a test, for making it takes long."""
    if not _is_rolled_back(request):
        return build()
    if "told" not in request.fixturenames:
        return made_or_copied("world", build)
    world, request.node.told = made_or_copied("told", _world_and_told)
    return world


@pytest.fixture
def told(world: Universe, request: pytest.FixtureRequest) -> Told:
    """The testimonies of the small world: `tests.witnesses`."""
    return getattr(request.node, "told", None) or tell(world)


def _world_and_told() -> tuple[Universe, Told]:
    world = build()
    return world, tell(world)


def _is_rolled_back(request: pytest.FixtureRequest) -> bool:
    """Whether a test leaves nothing in the database, and began with nothing."""
    marker = request.node.get_closest_marker("django_db")
    return marker is None or not marker.kwargs.get("transaction")
