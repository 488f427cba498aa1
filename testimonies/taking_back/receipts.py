"""The receipt: what a narrator is given to keep. It says what is public, under which name, until when,
and how to change it; and nothing that could tell who the narrator is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from archive.core.languages import in_language
from archive.edition.models import Record, record_path
from archive.edition.vocabulary import NameUse, Output, ReuseKind, SegmentKind
from testimonies.models import Narrator, Testimony

PUBLIC_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


@dataclass(frozen=True)
class Entry:
    """One testimony on a receipt. `since` is None while it is not public."""

    identifier: str
    title: str
    since: datetime | None
    address: str
    name: str  # "" for “a witness”
    ways: list[str]
    reuse: list[str]
    heard: bool
    passages: int
    withheld: int
    consent_on: date | None
    not_before: date | None
    until: date | None


@dataclass(frozen=True)
class Receipt:
    """What is told to one narrator, in her language."""

    language: str
    entries: list[Entry]


def receipt_of(narrator: Narrator) -> Receipt:
    """What is public of a narrator's testimonies now, as the edition says."""
    language = narrator.language.split("-")[0]
    shown = language if language in PUBLIC_LANGUAGES else "en"
    return Receipt(shown, [_entry(each, shown) for each in narrator.testimonies.order_by("pk")])


def _entry(testimony: Testimony, language: str) -> Entry:
    """From the public record where there is one: what counts is what readers see, not what was meant."""
    consent = testimony.consent
    public = Record.objects.open().filter(pk=testimony.identifier).first()
    facts = public.facts if public else {}
    title = public.title if public else testimony.title
    outputs = public.outputs if public else []
    passages = facts.get("passages", [])
    return Entry(
        identifier=testimony.identifier,
        title=in_language(title, language)[0],
        since=public.published_at if public else None,
        address=f"{settings.ARCHIVE_URL}/{language}/{record_path(public.kind, public.pk, public.title)}"
        if public
        else "",
        name=in_language(facts["narrator"], language)[0]
        if public and facts["name_use"] != NameUse.WITNESS
        else "",
        ways=[str(Output(each).label) for each in outputs],
        reuse=[str(ReuseKind(each).label) for each in facts.get("reuse", [])],
        heard=bool(facts.get("media")),
        passages=len(passages),
        withheld=sum(
            1 for each in passages if any(part["kind"] == SegmentKind.WITHHELD for part in each["text"])
        ),
        consent_on=consent.given_on if consent else None,
        not_before=consent.embargo_until if consent else None,
        until=consent.ends_on if consent else None,
    )
