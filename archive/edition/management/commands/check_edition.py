from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.edition import checking, ledger
from archive.edition.models import Record


class Command(BaseCommand):
    help = (
        "Checks the edition: the ledger's chain, every record's digest and columns, links and facets against "
        "their definition, the counts, the words and names by which records are found, what should have "
        "closed, and the rights of the site's login. Note the head it prints elsewhere: with --head, no past "
        "entry can have changed unseen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", metavar="SEQUENCE:HASH", help="a head of the ledger noted earlier")

    def handle(self, *, head: str | None, **options: Any) -> None:
        wrong = 0
        for fault in checking.faults(noted=self._noted(head)):
            self.stderr.write(fault)
            wrong += 1
        if wrong:
            raise CommandError(f"{wrong} things are wrong with the edition.")
        sequence, digest = ledger.head(using="default")
        self.stdout.write(
            f"{Record.objects.count()} public records, nothing wrong. Head: {sequence}:{digest}"
        )

    def _noted(self, head: str | None) -> tuple[int, str] | None:
        if not head:
            return None
        sequence, _, digest = head.partition(":")
        if not (sequence.isdigit() and len(digest) == 64):
            raise CommandError("--head is written as it was printed: a number, a colon and 64 signs.")
        return int(sequence), digest
