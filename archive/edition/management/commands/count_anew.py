from typing import Any

from django.core.management.base import BaseCommand

from archive.edition.counts import count_anew


class Command(BaseCommand):
    help = (
        "Counts the edition's facets anew. The database keeps them; this is for after a bulk load without it."
    )

    def handle(self, **options: Any) -> None:
        count_anew()
        self.stdout.write("Counted anew.")
