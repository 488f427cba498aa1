"""Opens embargoes that have ended and withdraws what has closed; run it every few minutes."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from archive.desk.calendar import keep_dates


class Command(BaseCommand):
    help = (
        "Publishes what was approved under an embargo that has ended, and withdraws what has closed. Safe to "
        "run at any time and as often as you like; late is safe too."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on, once in so many seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        every = options["every"]
        self._once(patient=bool(every))
        while every:
            time.sleep(max(1, every))
            close_old_connections()
            self._once(patient=True)

    def _once(self, *, patient: bool) -> None:
        try:
            for sentence in keep_dates():
                self.stdout.write(sentence)
        except OperationalError as trouble:
            if not patient:
                raise
            self.stderr.write(f"The database did not answer; trying again later: {trouble}")
