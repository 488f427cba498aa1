"""The passages of a testimony as pages show them, with marks where something is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from archive.core.languages import direction
from archive.edition.vocabulary import SegmentKind, TranslationMeans, Turn, WithheldBecause
from archive.pages.shown.texts import numeral
from archive.pages.shown.warnings import Warned, warned

Segment = dict[str, Any]


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage: words, a name used instead of another, or the reason why there is neither."""

    words: str
    why: str = ""
    renamed: bool = False
    first: bool = False  # of this name in the text: here the change is said aloud


@dataclass(frozen=True)
class PassageText:
    """A passage in one language. `by` says who translated it, where that is not said of all at once."""

    language: str
    pieces: list[Piece]
    by: str = ""

    @property
    def dir(self) -> str:
        return direction(self.language)

    @property
    def withheld(self) -> str:
        """Why nothing is left of it but one mark; "" where there is more."""
        return self.pieces[0].why if len(self.pieces) == 1 else ""


@dataclass(frozen=True)
class Passage:
    """One turn of a testimony; `withheld` says why nothing of it is shown. `after` is where a reader goes
    who skips it."""

    id: str
    turn: str
    withheld: str
    texts: list[PassageText]
    untranslated: bool
    warnings: list[Warned]
    recording: str
    start_ms: int | None
    end_ms: int | None
    after: str

    @property
    def time(self) -> str:
        """When it begins in the recording, as readers write it: `1:02:03`."""
        return "" if self.start_ms is None else clock(self.start_ms)

    @property
    def is_question(self) -> bool:
        return self.turn == Turn.QUESTION

    @property
    def is_answer(self) -> bool:
        return self.turn == Turn.ANSWER


@dataclass(frozen=True)
class Show:
    """The languages a reader wants to see side by side, and how an address says so."""

    value: str
    languages: tuple[str, ...]


def clock(milliseconds: int) -> str:
    """A time in a recording: minutes and seconds, with hours where there are some."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [numeral(hours), _two(minutes)] if hours else [numeral(minutes)]
    return ":".join([*parts, _two(seconds)])


def _two(value: int) -> str:
    return numeral(value) if value > 9 else numeral(0) + numeral(value)


def languages_of(passages: Iterable[dict[str, Any]]) -> list[str]:
    """Every language that some passage is translated into."""
    return sorted({each["language"] for passage in passages for each in passage["translations"]})


def translators(passages: Iterable[dict[str, Any]], language: str) -> str:
    """Who made the translation into a language and how; "" where it was not the same for all of it."""
    told = {
        _translated(each)
        for passage in passages
        for each in passage["translations"]
        if each["language"] == language
    }
    return told.pop() if len(told) == 1 else ""


def _translated(translation: dict[str, Any]) -> str:
    means = str(TranslationMeans(translation["means"]).label)
    words = {"means": means, "translator": translation["translator"]}
    return _("%(means)s: %(translator)s") % words if translation["translator"] else means


def shown(passages: Sequence[dict[str, Any]], show: Show, original: str) -> list[Passage]:
    """The passages in the languages a reader wants; the original where one has no translation."""
    said_once = {language for language in show.languages if translators(passages, language)}
    names = [f"p-{each['id']}" for each in passages[1:]] + ["after"]
    return [
        _passage(each, show, original, said_once, after) for each, after in zip(passages, names, strict=True)
    ]


def _passage(passage: dict[str, Any], show: Show, original: str, said_once: set[str], after: str) -> Passage:
    found = list(_texts(passage, show, original, said_once))
    texts = found or [PassageText(passage["language"], pieces(passage["text"]))]
    return Passage(
        id=passage["id"],
        turn=passage["turn"],
        withheld=texts[0].withheld if all(each.withheld for each in texts) else "",
        texts=texts,
        untranslated=not found,
        warnings=warned(passage["warnings"]),
        recording=passage["recording"],
        start_ms=passage["start_ms"],
        end_ms=passage["end_ms"],
        after=after,
    )


def _texts(passage: dict[str, Any], show: Show, original: str, said_once: set[str]) -> Iterator[PassageText]:
    translated = {each["language"]: each for each in passage["translations"]}
    for language in show.languages:
        if language in (original, passage["language"]):
            yield PassageText(passage["language"], pieces(passage["text"]))
        elif found := translated.get(language):
            by = "" if language in said_once else _translated(found)
            yield PassageText(language, pieces(found["text"]), by)


def pieces(segments: Iterable[Segment]) -> list[Piece]:
    """A text in segments, for the page."""
    found: list[Piece] = []
    told: set[str] = set()
    for each in segments:
        if each["kind"] == SegmentKind.WORDS:
            found.append(Piece(each["text"]))
        elif each["text"]:
            found.append(Piece(each["text"], renamed=True, first=each["mark"] not in told))
            told.add(each["mark"])
        else:
            found.append(Piece("", why=_why(each)))
    return found


def _why(segment: Segment) -> str:
    """Why it is withheld; a changed name that nobody has approved yet is still being checked."""
    return str(WithheldBecause(segment["because"] or WithheldBecause.PENDING).label)


def in_one_line(segments: Iterable[Segment]) -> str:
    """A text in segments as captions have it."""
    mark = "[" + _("withheld") + "]"
    return "".join(each["text"] or mark for each in segments)
