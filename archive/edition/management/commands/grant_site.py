from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from archive.edition.rights import grant_site, site_role


class Command(BaseCommand):
    help = "Gives the site's read-only login its rights on the edition, and no other. Run it after migrate."

    def handle(self, **options: object) -> None:
        try:
            grant_site()
        except ProgrammingError as error:
            raise CommandError(
                f"The site's login “{site_role()}” could not be given its rights: {error}. "
                "Make it first: docs/install.md says how."
            ) from error
        self.stdout.write(f"{site_role()} may read the edition, and nothing else.")
