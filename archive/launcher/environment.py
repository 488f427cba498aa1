"""What Django is told: the same names that a real installation sets by hand."""

from archive.launcher.database import Address
from archive.launcher.places import Places


def environment(places: Places, address: Address) -> dict[str, str]:
    """The settings of a start on one's own machine, over plain http."""
    return {
        "DATABASE_URL": address.desk,
        "SITE_DATABASE_URL": address.site,
        "SECRET_KEY": address.secret_key,
        "ARCHIVE_SERVES": "both",
        "ARCHIVE_LOCAL": "1",
        "ARCHIVE_VAR": str(places.var),
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "DEBUG": "0",
    }
