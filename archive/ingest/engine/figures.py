"""Claims: figures, as they are stated, with the words that say what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.tokens import Page, PhraseBook, Token

LARGE = 20
MANY = 100  # from here a count is a figure, whatever it counts
COUNTED = 5  # words after a figure that may say what it counts


@dataclass(frozen=True)
class Figure:
    """A figure in the text: its words, its bounds, what it counts."""

    stated: Span
    low: int | float | None
    high: int | float | None
    counts: Span | None
    unit: str


class Figures:
    """Finds the figures of a row of words."""

    def __init__(self, page: Page):
        self.page = page
        self.rules = page.rules
        self.hedges = {
            "about": PhraseBook(self.rules.about),
            "low": PhraseBook(self.rules.at_least),
            "high": PhraseBook(self.rules.at_most),
        }

    def of(self, tokens: Sequence[Token]) -> Iterator[Figure]:
        place = 0
        while place < len(tokens):
            figure, place = self._at(tokens, place)
            if figure is not None:
                yield figure

    def _at(self, tokens: Sequence[Token], place: int) -> tuple[Figure | None, int]:
        hedge, start = self._hedge(tokens, place)
        if hedge and self._hedge(tokens, place + 1)[0] and start > place + 1:
            return None, place + 1  # “over some 40 years”: the first word is a preposition
        low, end, exact = self._number(tokens, start)
        if low is None or self._is_no_figure(tokens, start, end):
            return None, max(end, place + 1) if low is not None else place + 1
        high: int | float | None = low if exact else None
        if end + 1 < len(tokens) and tokens[end].norm in self.rules.ranges:
            upper, last, _ = self._number(tokens, end + 1)
            if upper is not None and upper > low:
                high, end = upper, last
        unit, after = self._unit(tokens, end)
        if unit and unit != "percent" and not hedge:
            return None, end  # how long or how far, said in passing
        counts = self._counted(tokens, after)
        hedged = start > place or high != low
        if (
            counts is None
            and not (hedged and low >= LARGE)
            and not self._stands_bare(tokens, start, end, low)
        ):
            return None, end  # a bare number says nothing; a hedged one is a figure
        if counts is not None and not unit and not self._bears(counts, low, hedged=hedged):
            return None, end
        if hedge == "low":
            high = None
        if hedge == "high":
            low, high = None, low
        stated = Span(tokens[place].start, tokens[(after if unit == "percent" else end) - 1].end)
        return Figure(stated, low, high, counts, unit), end

    def _stands_bare(self, tokens: Sequence[Token], start: int, end: int, low: int | float) -> bool:
        """“The figure was 1,400.”: digits at the end of a clause, after no name."""
        before = tokens[start - 1] if start else None
        if low < MANY or before is None or not before.is_word or before.is_capital:
            return False
        ends = end >= len(tokens) or tokens[end].text in ".,;:–—"
        return tokens[start].is_number and ends

    def _bears(self, counts: Span, low: int | float, *, hedged: bool) -> bool:
        """Whether a count is worth keeping: everyday small ones such as “two tents” are not."""
        if low >= MANY or hedged:
            return True
        words = [token.norm for token in self.page.tokens_of(counts)]
        people = any(self.rules.people.get(word) == "p" and word not in self.rules.everyday for word in words)
        return people or any(word in self.rules.bearing for word in words)

    def _hedge(self, tokens: Sequence[Token], place: int) -> tuple[str, int]:
        for hedge, book in self.hedges.items():
            phrase = book.at(tokens, place)
            if phrase and place + len(phrase) < len(tokens):
                inner, start = self._hedge(tokens, place + len(phrase))
                return hedge or inner, start
        if tokens[place].norm in self.rules.range_leads and place + 1 < len(tokens):
            return "", place + 1
        if tokens[place].norm in self.rules.articles and place + 1 < len(tokens):
            vague = tokens[place + 1].norm in self.rules.vague_numbers
            few = tokens[place + 1].norm in self.rules.few and place + 2 < len(tokens)
            if few and tokens[place + 2].norm in self.rules.multipliers:
                return "about", place + 2
            return "", place + 1 if vague else place
        return "", place

    def _number(self, tokens: Sequence[Token], place: int) -> tuple[int | float | None, int, bool]:
        """The value of a number in digits or words, its end, and whether it is exact."""
        if place >= len(tokens):
            return None, place, False
        rules, token = self.rules, tokens[place]
        if token.norm in rules.vague_numbers:
            return rules.vague_numbers[token.norm][0], place + 1, False
        value = self._value(token)
        one = place + 1 < len(tokens) and tokens[place + 1].norm in rules.multipliers
        value = rules.small_numbers.get(token.norm) if value is None and one else value
        if value is None:
            if token.norm in rules.multipliers and place > 0:
                before = tokens[place - 1].norm
                if before in rules.articles | rules.few:
                    return rules.multipliers[token.norm], place + 1, False
            return None, place, False
        end = place + 1
        while end < len(tokens) and tokens[end].norm in rules.multipliers:
            value *= rules.multipliers[tokens[end].norm]
            end += 1
        return value, end, True

    def _value(self, token: Token) -> int | float | None:
        if token.is_number:
            plain = token.text.replace(" ", "").replace("\u202f", "")
            head, _, tail = plain.rpartition(",")
            grouped = len(tail) == 3 and head
            plain = plain.replace(",", "") if grouped else plain
            try:
                return float(plain) if "." in plain else int(plain)
            except ValueError:
                return None
        parts = token.norm.split("-")
        if any(part in self.rules.numbers for part in parts) and all(
            part in self.rules.numbers or part in self.rules.small_numbers for part in parts
        ):
            return sum(self.rules.numbers.get(p, self.rules.small_numbers.get(p, 0)) for p in parts)
        return None

    def _is_no_figure(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """A year, a day, an age, a number in a name, a time of day."""
        rules, token = self.rules, tokens[start]
        before = tokens[start - 1].norm if start else ""
        after = tokens[end].norm if end < len(tokens) else ""
        if (
            token.is_number
            and len(token.text) == 4
            and token.text.isdigit()
            and 1000 < int(token.text) < 2100
        ):
            return after in rules.months or not self._counts_people(tokens, end)
        if before in rules.months or after in rules.months or before in rules.numbered:
            return True
        if before in rules.currencies or after in rules.currencies or after in rules.ordinals:
            return True
        return start > 0 and tokens[start - 1].text in "/:-$€£" and tokens[start - 1].end == token.start

    def _counts_people(self, tokens: Sequence[Token], end: int) -> bool:
        return any(token.norm in self.rules.people for token in tokens[end : end + 3])

    def _unit(self, tokens: Sequence[Token], end: int) -> tuple[str, int]:
        if end < len(tokens) and (tokens[end].norm in self.rules.percent or tokens[end].text == "%"):
            last = end + 1
            while last < len(tokens) and tokens[last].norm in self.rules.percent:
                last += 1
            return "percent", last
        if end < len(tokens) and tokens[end].norm in self.rules.units:
            return tokens[end].norm, end
        return "", end

    def _counted(self, tokens: Sequence[Token], place: int) -> Span | None:
        """The words after a figure up to a verb, a preposition or a sign."""
        rules = self.rules
        first = place
        if first < len(tokens) and tokens[first].norm in rules.of:
            first += 1
            while first < len(tokens) and tokens[first].norm in rules.articles | rules.possessives.keys():
                first += 1
        last = first
        while last < min(len(tokens), first + COUNTED):
            token = tokens[last]
            if (
                not token.is_word
                or token.is_number
                or (token.norm in rules.stops and token.norm not in rules.former)
            ):
                break
            if last > first and self._is_verb(token):
                break
            last += 1
        if last == first or tokens[first].norm in rules.not_counted:
            return None
        last = self._to_noun(tokens, first, last)
        if not tokens[last - 1].norm.endswith(rules.plural_endings):
            return None
        return Span(tokens[first].start, tokens[last - 1].end)

    def _is_verb(self, token: Token) -> bool:
        return token.norm.endswith(self.rules.verb_endings) or (token.norm,) in self.rules.sayings

    def _to_noun(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Cut after the first plural noun for people, where one stands: what follows is a verb."""
        for at in range(first, last):
            if self.rules.people.get(tokens[at].norm) == "p" or tokens[at].norm in self.rules.units:
                following = tokens[at + 1].norm if at + 1 < last else ""
                if self.rules.people.get(following) != "p":
                    return at + 1
        return last
