from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.desk.review import Refused
from testimonies.actions.copies import make_copy, without_copy
from testimonies.models import Media
from testimonies.progress import Begun, working


class Command(BaseCommand):
    help = (
        "Makes the public copies of recordings and pictures that are missing or no longer what the desk asks "
        "for: without metadata, and silent where something is withheld. Nothing becomes public by this. What "
        "cannot be made is told with its reason; the rest is made."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--by", required=True, metavar="NAME", help="the account in whose name it is made"
        )
        parser.add_argument("--only", metavar="IDENTIFIER", help="of this recording or picture alone")

    def handle(self, *, by: str, only: str | None, **options: Any) -> None:
        account = User.objects.filter(username=by, is_active=True).first()
        if account is None:
            raise CommandError(f"There is no account “{by}” in use at the desk.")
        wanted = self._the(only) if only else list(without_copy())
        failed = sum(not self._made(media, account) for media in wanted)
        if failed:
            raise CommandError(f"{failed} of {len(wanted)} copies could not be made.")
        if not wanted:
            self.stdout.write("Every public copy is there.")

    def _the(self, identifier: str) -> list[Media]:
        found = list(Media.objects.filter(identifier=identifier))
        if not found:
            raise CommandError(f"There is no recording or picture {identifier}.")
        return found

    def _made(self, media: Media, by: User) -> bool:
        try:
            with working(media) as work:
                copied = make_copy(media, by=by, tell=work.tell)
                work.made(copied.told)
        except Begun:
            self.stderr.write(f"{media.identifier}: another process is making it.")
            return True
        except Refused as why:
            self.stderr.write(f"{media.identifier}: {why}")
            return False
        self.stdout.write(" ".join(filter(None, [f"{media.identifier}: made.", copied.told])))
        return True
