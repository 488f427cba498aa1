"""What the site's login may do: read the published records and the ledger, and nothing else."""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import sql

# Not "edition.link": it also names records that are not public. Not "edition.record": the view leaves
# out what has closed.
READABLE = (
    ("site", "record"),
    ("site", "file"),
    ("site", "piece"),
    ("site", "count"),
    ("site", "found"),
    ("site", "name"),
    ("edition", "ledger"),
)

GRANTS = """
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE ALL ON DATABASE {database} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA edition, site, public FROM {site};
GRANT CONNECT ON DATABASE {database} TO {site};
GRANT USAGE ON SCHEMA edition, site TO {site};
GRANT SELECT ON {tables} TO {site};
"""


def site_role() -> str:
    """The name of the site's login."""
    return settings.SITE_ROLE


def grant_site(*, using: str = DEFAULT_DB_ALIAS) -> None:
    """Gives the site's login its rights, and takes away every other; safe to repeat."""
    connection = connections[using]
    statement = sql.SQL(GRANTS).format(
        database=sql.Identifier(connection.settings_dict["NAME"]),
        site=sql.Identifier(site_role()),
        tables=sql.SQL(", ").join(sql.Identifier(*each) for each in READABLE),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
