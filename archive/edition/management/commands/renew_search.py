"""Makes what records are found by anew where the rules have changed since."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from archive.edition.search.renewing import distrust, outdated, renewed


class Command(BaseCommand):
    help = "Renews the index of search from what is public. The archive can be read meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="renew every record's, whatever made it")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            distrust()
        total = outdated().count()
        for done in renewed():
            self.stdout.write(f"The index of search: {done} of {total} records renewed.")
        if not total:
            self.stdout.write("The index of search is as it should be.")
