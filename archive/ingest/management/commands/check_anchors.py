"""Checks every stored text and every place in it again, and prints what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from archive.core.canonical import sha256
from archive.core.spans import digest
from archive.ingest.models import Intake
from events.actions import ANCHORS
from events.models import AnchorRow, Source

STEP = 500


class Command(BaseCommand):
    help = "Checks that every quote stands where it says, and that files and texts are what they were."

    def handle(self, *args: Any, **options: Any) -> None:
        checked = {"sources": 0, "anchors": 0, "proposals": 0}
        wrong = []
        for name, troubles in (
            ("sources", _sources()),
            ("anchors", _anchors()),
            ("proposals", _proposals()),
        ):
            for trouble in troubles:
                checked[name] += 1
                if trouble:
                    wrong.append(trouble)
                    self.stdout.write(self.style.ERROR(trouble))
                if self.stderr.isatty() and checked[name] % STEP == 0:
                    self.stderr.write(f"\r{checked[name]} {name} …", ending="")
        counts = _("%(sources)s texts, %(anchors)s places, %(proposals)s proposals checked.") % checked
        if wrong:
            raise CommandError(f"{counts} " + _("%(count)s are wrong.") % {"count": len(wrong)})
        self.stdout.write(f"{counts} " + _("All stand where they say."))


def _sources() -> Iterator[str]:
    for source in Source.objects.exclude(sha256="", text_sha256="").iterator(chunk_size=50):
        yield _source_trouble(source)


def _source_trouble(source: Source) -> str:
    if source.original is not None and sha256(bytes(source.original)) != source.sha256:
        return _("Source %(id)s: the file is not the one that was taken in.") % {"id": source.identifier}
    if source.text and digest(source.text) != source.text_sha256:
        return _("Source %(id)s: the text is not the one that was read.") % {"id": source.identifier}
    if any(not 0 <= start <= end <= len(source.text) for _kind, start, end in source.blocks):
        return _("Source %(id)s: a paragraph reaches beyond the text.") % {"id": source.identifier}
    return ""


def _anchors() -> Iterator[str]:
    for model, row_type in ANCHORS.items():
        rows = row_type._default_manager.select_related("source", model.kind)
        for row in rows.order_by("source").iterator(chunk_size=STEP):
            yield _anchor_trouble(row, model.kind)


def _anchor_trouble(row: AnchorRow, kind: str) -> str:
    stands = row.anchor.holds_in(row.source.text) and row.text_sha256 == row.source.text_sha256
    if stands:
        return ""
    record = getattr(row, kind)
    return _("%(kind)s %(id)s: its words do not stand at %(start)s–%(end)s of source %(source)s.") % {
        "kind": kind,
        "id": record.identifier,
        "start": row.start,
        "end": row.end,
        "source": row.source.identifier,
    }


def _proposals() -> Iterator[str]:
    for intake in Intake.objects.select_related("source").iterator(chunk_size=50):
        length = len(intake.source.text)
        for proposal in intake.proposals.all():
            inside = all(0 <= start < end <= length for start, end in proposal.spans)
            yield (
                ""
                if inside
                else _("Proposal %(key)s of intake %(id)s stands outside its text.")
                % {
                    "key": proposal.key,
                    "id": intake.pk,
                }
            )
