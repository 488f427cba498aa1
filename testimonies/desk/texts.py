"""A passage as the curator reads it: every word in its place, with what is withheld, changed and asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from archive.core.languages import direction
from archive.core.spans import Span
from archive.core.transcripts.times import clock
from archive.edition.vocabulary import ContentWarning
from testimonies.actions.changing import seen_as, text_of
from testimonies.actions.places import likely, words_of
from testimonies.actions.withholding import Standing, hidden_whole, once_each, rows_in, standing_of
from testimonies.desk.markup import marked
from testimonies.models import Passage, PassageTranslation, Pseudonym, Testimony, Withholding
from testimonies.renderings.names import Renamed, instead_of


@dataclass(frozen=True)
class Piece:
    """A word, or what stands between two; places count in the whole text."""

    text: str
    start: int
    end: int
    is_word: bool


@dataclass(frozen=True)
class Stretch:
    """A run of pieces with one fate."""

    pieces: tuple[Piece, ...]
    withholding: Withholding | None = None
    pseudonym: Pseudonym | None = None
    instead: str = ""
    proposed: bool = False


@dataclass(frozen=True)
class Fate:
    """What happens to a place of a text."""

    place: Span
    withholding: Withholding | None = None
    pseudonym: Pseudonym | None = None
    instead: str = ""
    proposed: bool = False


def stretches(text: str, fates: Iterable[Fate]) -> list[Stretch]:
    """A text as runs of words; of fates that overlap the first counts."""
    words, found, here = words_of(text), [], 0
    for fate in _apart(fates):
        found.append(Stretch(tuple(_pieces(text, words, here, fate.place.start))))
        pieces = tuple(_pieces(text, words, *fate.place))
        found.append(Stretch(pieces, fate.withholding, fate.pseudonym, fate.instead, fate.proposed))
        here = fate.place.end
    found.append(Stretch(tuple(_pieces(text, words, here, len(text)))))
    return [each for each in found if each.pieces]


def _apart(fates: Iterable[Fate]) -> list[Fate]:
    kept: list[Fate] = []
    for fate in fates:
        if not any(fate.place.overlaps(each.place) for each in kept):
            kept.append(fate)
    return sorted(kept, key=lambda each: each.place)


def _pieces(text: str, words: list[Span], start: int, end: int) -> Iterator[Piece]:
    """Words and gaps between two points; a word that a point parts is two pieces."""
    here = start
    for word in words:
        if word.end <= start or word.start >= end:
            continue
        first, last = max(word.start, start), min(word.end, end)
        if here < first:
            yield Piece(text[here:first], here, first, False)
        yield Piece(text[first:last], first, last, True)
        here = last
    if here < end:
        yield Piece(text[here:end], here, end, False)


@dataclass
class Question:
    """Where withheld words stand in a text: nobody has said, or the words are not there any more."""

    withholding: Withholding
    shown: ShownText
    lost: bool

    @cached_property
    def withheld(self) -> str:
        """The words, as they are withheld where that is known."""
        return " … ".join(each.exact for each in self._known)

    @cached_property
    def _known(self) -> list:
        rows = [each for each in self.withholding.spans.all() if not each.none]
        own = rows_in(self.withholding, self.shown.translation)
        return own if self.lost else [each for each in rows if each.translation_id is None] or rows

    @cached_property
    def may_carry(self) -> bool:
        return self.lost and bool(once_each(self._known, self.shown.text))

    @cached_property
    def proposal(self) -> Span | None:
        if self.lost or not self._known:
            return None
        first, last = self._known[0], self._known[-1]
        source = text_of(self.shown.passage, first.translation)
        return likely(source, Span(first.start, max(first.end, last.end)), self.shown.text)

    @property
    def proposed(self) -> str:
        return self.proposal.of(self.shown.text) if self.proposal else ""

    @property
    def html(self) -> SafeString:
        fates = [Fate(self.proposal, proposed=True)] if self.proposal else []
        return marked(stretches(self.shown.text, fates))


@dataclass
class ShownText:
    """The original of a passage, or one of its translations."""

    passage: Passage
    translation: PassageTranslation | None
    renamed: Renamed

    @property
    def text(self) -> str:
        return text_of(self.passage, self.translation)

    @property
    def language(self) -> str:
        return self.translation.language if self.translation else self.passage.language

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def seen(self) -> str:
        return seen_as(self.text)

    @property
    def hidden(self) -> bool:
        """Whether the public gets nothing of it."""
        return hidden_whole(self.passage, self.translation)

    @property
    def html(self) -> SafeString:
        return marked(stretches(self.text, self._fates()))

    def _fates(self) -> Iterator[Fate]:
        for each in self.passage.withholdings.all():
            if standing_of(each, self.translation, self.text) == Standing.FITS:
                for row in rows_in(each, self.translation):
                    if not row.none:
                        yield Fate(Span(row.start, row.end), withholding=each)
        by_mark = {each.mark: each for each in self.renamed.pseudonyms}
        for cut in self.renamed.cuts(self.text, self.language):
            pseudonym = by_mark[cut.mark]
            yield Fate(cut.span, None, pseudonym, instead_of(pseudonym, self.text, self.language))

    @property
    def questions(self) -> list[Question]:
        found = []
        for each in self.passage.withholdings.all():
            how = standing_of(each, self.translation, self.text)
            if how in (Standing.OPEN, Standing.LOST):
                found.append(Question(each, self, how == Standing.LOST))
        return found


@dataclass
class ShownPassage:
    """A passage on the page: original, the translation that is looked at, and what is to be decided."""

    passage: Passage
    number: int
    language: str
    renamed: Renamed

    @cached_property
    def original(self) -> ShownText:
        return ShownText(self.passage, None, self.renamed)

    @cached_property
    def translations(self) -> list[ShownText]:
        return [ShownText(self.passage, each, self.renamed) for each in self.passage.translations.all()]

    @cached_property
    def translation(self) -> ShownText | None:
        return next((each for each in self.translations if each.language == self.language), None)

    @property
    def texts(self) -> list[ShownText]:
        return [self.original, *self.translations]

    @cached_property
    def whole(self) -> Withholding | None:
        return next((each for each in self.passage.withholdings.all() if each.whole), None)

    @cached_property
    def questions(self) -> list[Question]:
        return [] if self.whole else [each for text in self.texts for each in text.questions]

    @property
    def time(self) -> str:
        start, end = self.passage.start_ms, self.passage.end_ms
        if start is None:
            return ""
        return clock(start)[:8] + (f"–{clock(end)[:8]}" if end is not None else "")

    @property
    def warnings(self) -> list[tuple[str, str, bool]]:
        """Every warning there is: its code, its words, whether it is given here."""
        return [(code, str(label), code in self.passage.warnings) for code, label in ContentWarning.choices]

    @property
    def warned(self) -> str:
        return ", ".join(label for _code, label, is_on in self.warnings if is_on)


def shown_passages(testimony: Testimony, language: str) -> list[ShownPassage]:
    """All passages of a testimony, beside one of its translations."""
    renamed = Renamed.of(testimony)
    rows = testimony.passages.prefetch_related("translations", "withholdings__spans__translation")
    return [ShownPassage(each, at, language, renamed) for at, each in enumerate(rows, 1)]


def shown_passage(testimony: Testimony, passage: Passage, language: str) -> ShownPassage | None:
    """One of them; None where it is gone."""
    order = list(testimony.passages.values_list("pk", flat=True))
    rows = testimony.passages.prefetch_related("translations", "withholdings__spans__translation")
    fresh = rows.filter(pk=passage.pk).first()
    if fresh is None:
        return None
    return ShownPassage(fresh, order.index(passage.pk) + 1, language, Renamed.of(testimony))


def languages_of(testimony: Testimony) -> list[str]:
    """The languages it is translated into, in the order they came."""
    rows = PassageTranslation.objects.filter(passage__testimony=testimony).order_by("pk")
    return list(dict.fromkeys(rows.values_list("language", flat=True)))
