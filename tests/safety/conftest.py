"""What the attackers share: the site's real login, and figures that a run prints at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from django.test.utils import setup_databases, teardown_databases

from archive.edition.rights import grant_site


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Keeps a figure for the summary of the run: `figure("canaries", "120 words …")`."""

    def keep(name: str, value: str) -> None:
        request.node.user_properties.append(("figure", (name, value)))

    return keep


@pytest.fixture(scope="session")
def tests_database(
    django_db_setup: None, django_db_blocker: Any, request: pytest.FixtureRequest
) -> Iterator[None]:
    """A database of the tests' own, also in a run in which no test is marked `django_db`.

    Tests that keep their database for a whole file ask for this: they empty it at their end.
    """
    made, keep = [], request.config.getoption("reuse_db")
    usual = {login: connections[login].settings_dict["NAME"] for login in ("default", "public")}
    with django_db_blocker.unblock():
        if not connections["default"].settings_dict["NAME"].startswith("test_"):
            made = setup_databases(0, False, aliases={"default", "public"}, keepdb=keep)
            grant_site()
        assert connections["public"].settings_dict["NAME"].startswith("test_")
    yield
    if made and not keep:
        with django_db_blocker.unblock():
            connections.close_all()
            teardown_databases(made, 0)
            for login, name in usual.items():  # Django forgets the second login of one database
                connections[login].settings_dict["NAME"] = name


@pytest.fixture
def site(tests_database: None, django_db_blocker: Any) -> Iterator[Any]:
    """A connection of the site's real login to the tests' database, with writing switched on."""
    with django_db_blocker.unblock():
        login = connections["public"].copy()
        try:
            with login.cursor() as cursor:
                cursor.execute("SET default_transaction_read_only = off")
                yield cursor
        finally:
            login.close()


@pytest.fixture
def desk_sql(tests_database: None, django_db_blocker: Any) -> Iterator[Any]:
    """A cursor of the desk's login that commits at once, to look at the catalogue."""
    with django_db_blocker.unblock():
        login = connections["default"].copy()
        try:
            with login.cursor() as cursor:
                yield cursor
        finally:
            login.close()
