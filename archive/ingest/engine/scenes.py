"""Scenes: each sentence with whom it mentions and who says something in it, read in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.appearances import Lists
from archive.ingest.engine.cast import Cast
from archive.ingest.engine.discourse import Discourse
from archive.ingest.engine.genders import infer_genders
from archive.ingest.engine.headings import speakers_in_headings
from archive.ingest.engine.labels import is_labelled, turns_in
from archive.ingest.engine.mentions import Mention, Mentions
from archive.ingest.engine.names import Names
from archive.ingest.engine.quotes import Quote, quotes_in
from archive.ingest.engine.sayings import Saying, Sayings
from archive.ingest.engine.sentences import Sentence, sentences_in, sentences_within
from archive.ingest.engine.tokens import Page


@dataclass(frozen=True)
class Scene:
    """A sentence, its mentions and its verbs of saying; `within` is the quotation it stands in."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    sayings: tuple[Saying, ...]
    within: int = -1

    @property
    def block(self) -> int:
        return self.sentence.block

    def subject(self, page: Page) -> Mention | None:
        """The first one whom the sentence is about."""
        return next((m for m in self.mentions if m.who and not self.governs(page, m)), None)

    def governs(self, page: Page, mention: Mention) -> bool:
        """Whether a preposition stands before a mention."""
        before = mention.first - 1
        while before >= 0 and self.sentence.tokens[before].norm in page.rules.articles:
            before -= 1
        return before >= 0 and self.sentence.tokens[before].norm in page.rules.prepositions


@dataclass(frozen=True)
class Story:
    """The whole article as it is read: quotations, scenes, and the cast."""

    page: Page
    quotes: tuple[Quote, ...]
    scenes: tuple[Scene, ...]  # what the article tells
    spoken: tuple[Scene, ...]  # what stands inside quotations
    cast: Cast
    discourse: Discourse
    page_names: Names
    headings: dict[int, Mention]  # those that name who speaks below them, by block

    def occurrences(self) -> dict[int, list[tuple[int, int]]]:
        """For each quotation, the scenes it stands in and its place there."""
        found: dict[int, list[tuple[int, int]]] = {}
        for number, scene in enumerate(self.scenes):
            for place, token in enumerate(scene.sentence.tokens):
                if token.quote >= 0:
                    found.setdefault(token.quote, []).append((number, place))
        return found


def story_of(page: Page) -> Story:
    """The article read from beginning to end."""
    quotes = quotes_in(page)
    mentions, sayings = Mentions(page), Sayings(page.rules)
    lists = Lists(page)

    def scene(sentence: Sentence, within: int = -1) -> Scene:
        if sentence.is_dateline:
            return Scene(sentence, (), (), within)
        present = mentions.of(sentence.tokens, quoted=within >= 0)
        spoken = sayings.of(sentence, present)
        for mention in [*(saying.subject for saying in spoken), *_labels(sentence, present)]:
            mention.evidence.add("speaks")
        lists.mark(sentence, present)
        return Scene(sentence, tuple(present), tuple(spoken), within)

    told = [scene(sentence) for sentence in sentences_in(page, quotes)]
    spoken = [
        scene(sentence, number)
        for number, quote in enumerate(quotes)
        for sentence in sentences_within(page, quote)
    ]
    headings = speakers_in_headings(page, mentions)
    cast = Cast(page)
    present = [m for each in (*told, *spoken) for m in each.mentions]
    cast.gather([*present, *headings.values(), *_labelled(page, mentions, present)])
    infer_genders(((each.sentence, each.mentions) for each in told), cast, page.rules)
    discourse = Discourse(cast, page.rules)
    _read(told, discourse)
    return Story(page, tuple(quotes), tuple(told), tuple(spoken), cast, discourse, mentions.names, headings)


def _labelled(page: Page, mentions: Mentions, present: Sequence[Mention]) -> list[Mention]:
    """Names that an interview has for labels speak; those that stand only in its headings are returned."""
    labels = {turn.label for turn in turns_in(page) if not turn.asks}
    labels -= {(word,) for word in page.rules.answer_labels | page.rules.question_labels}
    headed = [
        m
        for place in (range(len(page.blocks)) if labels else ())
        if place not in page.spoken_blocks
        for m in mentions.of(page.tokens[place])
    ]
    named: list[Mention] = []
    for mention in (*present, *headed):
        if mention.kind == "person" and mention.name is not None and labels:
            words = tuple(token.norm for token in page.tokens_of(mention.name) if token.is_word)
            if is_labelled(words, labels):
                mention.evidence.add("speaks")
                named.append(mention)
    return [mention for mention in headed if any(mention is each for each in named)]


def _labels(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """“Mira Tolen: “…””: the name that is all that stands before a colon and a quotation."""
    tokens = sentence.tokens
    return [
        m
        for m in mentions
        if m.first == 0
        and m.last + 1 < len(tokens)
        and tokens[m.last].text == ":"
        and tokens[m.last + 1].quote >= 0
    ]


def _read(scenes: Sequence[Scene], discourse: Discourse) -> None:
    for each in scenes:
        discourse.notice(each.sentence, each.mentions, each.sayings)


def words_of(page: Page, span: Span) -> int:
    """How many words a span has."""
    return sum(token.is_word for token in page.tokens_of(span))
