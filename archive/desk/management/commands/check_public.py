from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.desk.models import PublicationRequest
from archive.desk.renderers import model_of, rendering_or_none
from archive.edition.models import Record
from archive.edition.narrowing import survivors
from archive.edition.published import published_rendering


class Command(BaseCommand):
    help = (
        "Checks that the public is told nothing which the desk no longer says, and nothing that nobody "
        "approved: every public record has its desk record and a decision, and says no more than both."
    )

    def handle(self, **options: Any) -> None:
        wrong = 0
        for fault in faults():
            self.stderr.write(fault)
            wrong += 1
        if wrong:
            raise CommandError(f"{wrong} public records say more than they may: narrow or withdraw them.")
        self.stdout.write(f"{Record.objects.count()} public records, as the desk says.")


def faults() -> Iterator[str]:
    """What is public and should not be, in words."""
    for kind, identifier in Record.objects.values_list("kind", "pk").order_by("pk").iterator():
        record = model_of(kind)._default_manager.filter(identifier=identifier).first()
        public = published_rendering(identifier)
        if record is None or public is None:
            yield f"{kind} {identifier} is public, but not at the desk"
            continue
        now = rendering_or_none(record)
        if now is None or now.waits:
            yield f"{kind} {identifier} is public, but may not be"
        elif survivors(public, now.opened) != public:
            yield f"{kind} {identifier} shows what the desk no longer says"
        decisions = PublicationRequest.objects.filter(identifier=identifier, decision="approved")
        if not decisions.exists():
            yield f"{kind} {identifier} is public, but nobody approved it"
