"""Fills an empty edition with invented records, to measure with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from archive.edition.models import LedgerEntry, Record
from archive.edition.synthetic.making import Making
from archive.edition.synthetic.writing import write

MOST = 1_000_000


class Command(BaseCommand):
    help = "Fills an empty edition with invented statements in four languages, to measure with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--records", type=int, default=20_000, help="statements, up to 1,000,000")
        parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same records")
        parser.add_argument(
            "--into-an-empty-edition", action="store_true", help="although the database is not for measuring"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        name = str(connection.settings_dict["NAME"])
        if not {"bench", "test"} & set(name.split("_")) and not options["into_an_empty_edition"]:
            raise CommandError(
                f"“{name}” is not a database for measuring: its name has neither “bench” nor “test”. Point"
                " DATABASE_URL at one that has, or add --into-an-empty-edition where nothing was published."
            )
        if Record.objects.exists() or LedgerEntry.objects.exists():
            raise CommandError(
                "Something was published here before: invented records go into an empty edition."
            )
        if not 1 <= options["records"] <= MOST:
            raise CommandError(f"Between 1 and {MOST:,} records can be made.")
        done = 0
        for done in write(Making(options["records"], options["seed"])):
            if options["verbosity"] > 1:
                self.stdout.write(f"{done:,} records written.")
        self.stdout.write(f"{done:,} records written.")
