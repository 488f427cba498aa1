"""The page of a testimony: care first, then who, when and how it was agreed, then passage by passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from archive.edition.vocabulary import NameUse
from archive.pages.addresses import address_of, below, with_query
from archive.pages.kinds.kind import KindPage
from archive.pages.reading import Published
from archive.pages.shown.agreed import given_out_for, published_as
from archive.pages.shown.citation import citation, citation_of_passage
from archive.pages.shown.dates import date_shown
from archive.pages.shown.figures import compared
from archive.pages.shown.passages import Show, languages_of, shown, translators
from archive.pages.shown.recordings import Captions, Recorded, recorded
from archive.pages.shown.sections import Telling
from archive.pages.shown.texts import all_linked, best, language_name, reader
from archive.pages.shown.warnings import warned

QUICK_EXIT = "https://www.wikipedia.org/"  # harmless to be seen reading, and known in every language


@dataclass(frozen=True)
class Way:
    """One way to show the passages: in one language, or in two next to each other."""

    name: str
    href: str
    here: bool


def tell(telling: Telling) -> dict[str, Any]:
    record, facts = telling.record, telling.record.facts
    passages = facts["passages"]
    languages = languages_of(passages)
    show = shown_as(telling.asked.get("show", ""), facts["language"], languages)
    recordings = [_recorded(record, each, show) for each in facts["media"]]
    return {
        "quick_exit": QUICK_EXIT,
        "warnings": warned(facts["warnings"]),
        "narrator": best(facts["narrator"]),
        "renamed": facts["name_use"] == NameUse.PSEUDONYM,
        "interviewer": facts["interviewer"],
        "date": date_shown(facts["date"]),
        "given_at": all_linked(record.linked("given_at")),
        "language": language_name(facts["language"]),
        "agreed": published_as(facts["name_use"], named=bool(facts["narrator"])),
        "reuse": given_out_for(facts["reuse"]),
        "summary": best(facts["summary"]),
        "heard": [each for each in recordings if each.is_heard],
        "seen": [each for each in recordings if not each.is_heard],
        "ways": ways(record, show, languages),
        "columns": len(show.languages),
        "translators": [
            (language_name(each), by) for each in show.languages if (by := translators(passages, each))
        ],
        "passages": [
            (each, citation_of_passage(record, each.id, each.time))
            for each in shown(passages, show, facts["language"])
        ],
        "touched": [
            (str(word), all_linked(record.linked(role))) for word, role in _touched() if record.linked(role)
        ],
        "compared": compared(telling.related.of("claim")),
        "more_claims": telling.more("claim"),
        "topics": all_linked(record.linked("topic")),
        "citation": citation(record),
    }


def _touched() -> list[tuple[str, str]]:
    """What a testimony leads to, and how the page calls it."""
    return [
        (_("Events"), "event"),
        (_("Victims"), "victim"),
        (_("Groups of victims"), "victim_group"),
        (_("Places"), "place"),
        (_("Statements"), "statement"),
    ]


def shown_as(asked: str, original: str, languages: list[str]) -> Show:
    """What an address asks to be shown; where it asks for nothing that is there, what its reader can read:
    the original alone, or a translation beside it."""
    best_translation = next((each for each in (reader(), "en", *languages) if each in languages), "")
    ways = {each.value: each for each in _ways(original, languages)}
    if asked == "both" and best_translation:
        return ways[f"both-{best_translation}"]
    if asked in ways:
        return ways[asked]
    unread = reader() != original and best_translation in (reader(), "en")
    return ways[f"both-{best_translation}"] if unread else ways["original"]


def _ways(original: str, languages: list[str]) -> list[Show]:
    return [
        Show("original", (original,)),
        *(Show(each, (each,)) for each in languages),
        *(Show(f"both-{each}", (original, each)) for each in languages),
    ]


def ways(record: Published, show: Show, languages: list[str]) -> list[Way]:
    """Every way to show the passages; none where there is only one."""
    original = record.facts["language"]
    address = address_of(reader(), record.kind, record.id, record.title)
    names = {"original": _("%(language)s (original)") % {"language": language_name(original)}}
    for each in languages:
        both = {"original": language_name(original), "translation": language_name(each)}
        names[each] = language_name(each)
        names[f"both-{each}"] = _("%(original)s and %(translation)s") % both
    found = [
        Way(names[each.value], with_query(address, show=each.value) + "#passages", each.value == show.value)
        for each in _ways(original, languages)
    ]
    return found if languages else []


def _recorded(record: Published, media: Mapping[str, Any], show: Show) -> Recorded:
    timed = [each for each in record.facts["passages"] if each["recording"] == media["id"]]
    tags = [each["language"] for each in timed] + languages_of(timed)
    captions = [
        Captions(captions_address(record, media["id"], tag), tag, language_name(tag), tag == _heard(show))
        for tag in dict.fromkeys(tags)
    ]
    return recorded(dict(media), captions)


def _heard(show: Show) -> str:
    """The captions that are switched on first: of the translation a reader chose."""
    return show.languages[-1]


def captions_address(record: Published, recording: str, tag: str) -> str:
    """Where the captions of a recording are; which one is only said where there are several."""
    several = sum(1 for each in record.facts["media"] if each["media_kind"] in ("audio", "video")) > 1
    address = below(reader(), f"testimonies/{record.id}/captions.{tag}.vtt")
    return with_query(address, recording=recording if several else "")


TESTIMONY = KindPage(template="pages/testimony.html", limits={"claim": 100}, tell=tell)
