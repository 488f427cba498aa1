"""What Django is told: the same names that a real installation sets by hand."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from archive.launcher import keys
from archive.launcher.database import Address, Database
from archive.launcher.places import Places
from archive.launcher.trouble import Trouble

LOCAL = {
    "DJANGO_SETTINGS_MODULE": "archive.settings",
    "ARCHIVE_SERVES": "both",
    "ARCHIVE_LOCAL": "1",
    "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
    "DEBUG": "0",
}


def settings(places: Places, address: Address) -> dict[str, str]:
    """The settings of a start on one's own machine; what the person set already stays."""
    own = {
        "DATABASE_URL": address.desk,
        "SITE_DATABASE_URL": address.site,
        "ARCHIVE_VAR": str(places.var),
        "PYTHONPATH": str(places.root),
    }
    given = {name: os.environ[name] for name in LOCAL if os.environ.get(name)}
    key = os.environ.get("SECRET_KEY") or address.secret_key
    return LOCAL | given | own | {"SECRET_KEY": key}


@contextmanager
def database_environment(
    places: Places, say: Callable[[str], None], *, for_tests: bool = False
) -> Iterator[dict[str, str]]:
    """The whole environment for a program that needs the database, while it needs it."""
    places.make()
    if os.environ.get("DATABASE_URL"):
        yield os.environ | settings(places, _given(places))
        return
    database = Database(places, for_tests=for_tests)
    with database.in_use(say) as address:
        yield os.environ | settings(places, address)


def _given(places: Places) -> Address:
    """The database that the person runs themselves."""
    site = os.environ.get("SITE_DATABASE_URL")
    if not site:
        raise Trouble(
            "DATABASE_URL is set and SITE_DATABASE_URL is not: set it to the same database "
            "with the site's read-only login (docs/install.md), or set neither."
        )
    key = os.environ.get("SECRET_KEY")
    if not key:
        key = keys.load_or_make(places.var / "secrets.json", may_make=True)["secret_key"]
    return Address(os.environ["DATABASE_URL"], site, key)
