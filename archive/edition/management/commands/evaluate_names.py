"""`manage.py evaluate_names`: how well names are found, as recall and precision among the first ten."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from archive.core.names import evaluating
from archive.core.names.evaluating import Figures

DEFINED = (
    "Recall@10: queries whose own row is among the ten hits shown. Precision@10: hits shown (cut by the "
    "threshold, at most ten) that are right: every asked part is a spelling of its part."
)


class Command(BaseCommand):
    """Asks for every spelling in the table, or in a list of one's own, and counts what is shown."""

    help = "Recall@10 and precision@10 of names, on the archive's own table or on a list."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", type=int, default=20_000, help="invented names in the directory")
        parser.add_argument(
            "--list",
            type=Path,
            help="CSV: an identifier, then a column for each spelling; | parts several in one",
        )
        parser.add_argument("--most", type=int, default=2000, help="queries asked of a list at most")
        parser.add_argument("--verbose", action="store_true", help="list what was missed and what was wrong")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            figures = Figures()
            evaluating.evaluate_list(_names(options["list"]), figures, most=options["most"])
            self._show(str(options["list"].name), figures, options["verbose"])
            self.stdout.write("In a list, right is the own row only: two people of one name count as wrong.")
            return
        table = evaluating.table()
        every = evaluating.rows("same.txt")
        people = evaluating.invented(every, options["size"])
        directory = evaluating.directory_of(people)
        self.stdout.write(
            f"{evaluating.pairs_in(every)} pairs of spellings, {len(table.apart)} that only look"
        )
        self.stdout.write(f"alike, {len(people)} invented names. {DEFINED}\n")
        for called, rows in (("tuned on", table.tuned), ("held out", table.held_out)):
            figures = Figures()
            evaluating.evaluate(rows, people, directory, figures)
            self._show(called, figures, options["verbose"])
        figures = Figures()
        evaluating.confused(table.apart, figures)
        self._show("alike only", figures, options["verbose"])

    def _show(self, called: str, figures: Figures, verbose: bool) -> None:
        self.stdout.write(
            f"{called:<12} recall@10 {figures.recall:.3f}   precision@10 {figures.precision:.3f}   "
            f"asked {figures.asked}, found {figures.found}, shown {figures.shown}, right {figures.right}"
        )
        for word, lines in (("missed", figures.missed), ("wrong", figures.wrong)):
            for line in lines if verbose else ():
                self.stdout.write(f"  {word}  {line}")


def _names(path: Path) -> dict[str, list[str]]:
    """The names of each row of a CSV file, without those that are there twice."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"{path} cannot be read as a CSV file in UTF-8: {error}") from error
    found: dict[str, list[str]] = {}
    for identifier, *cells in filter(None, lines[1:]):
        names = [name.strip() for cell in cells for name in cell.split("|")]
        found[identifier] = list(dict.fromkeys([*found.get(identifier, []), *filter(None, names)]))
    if not any(len(names) > 1 for names in found.values()):
        raise CommandError(
            f"{path} has no row with two names: its first column is an identifier, names follow."
        )
    return found
