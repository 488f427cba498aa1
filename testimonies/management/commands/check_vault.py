from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from testimonies.vaultcheck import faults, of_copies, of_originals, of_transcripts, tidy


class Command(BaseCommand):
    help = (
        "Checks that files and rows agree, by their digests: every original and every evidence of a consent, "
        "every transcript as it was handed in, every public copy, and every file of the edition. --repair "
        "tidies leftovers away and makes copies again; a missing original or transcript only a backup can "
        "bring back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="tidy, and make missing copies again")
        parser.add_argument("--by", metavar="NAME", help="with --repair: in whose name copies are made")

    def handle(self, *, repair: bool, by: str | None, **options: Any) -> None:
        if repair and not by:
            raise CommandError("Say in whose name copies are made: --repair --by NAME.")
        if repair:
            for did in tidy():
                self.stdout.write(did)
            self._make(by or "")
        wrong = 0
        for fault in faults():
            self.stderr.write(fault)
            wrong += 1
        if wrong:
            raise CommandError(f"{wrong} things are wrong with the files.")
        held, read, made = len(of_originals()), len(of_transcripts()), len(of_copies())
        self.stdout.write(f"{held} originals, {read} transcripts and {made} public copies, nothing wrong.")

    def _make(self, by: str) -> None:
        """Makes copies again; what cannot be made is told and does not hold up the check."""
        try:
            call_command("make_copies", by=by, stdout=self.stdout, stderr=self.stderr)
        except CommandError as problem:
            self.stderr.write(str(problem))
