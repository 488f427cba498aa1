"""Where a statement, claim or demand stands: its words among the words around them, in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.core.spans import CONTEXT, Span
from archive.pages.reading import Published
from archive.pages.shown.marks import Block, Mark, blocks
from archive.pages.shown.texts import Linked, Text, linked


@dataclass(frozen=True)
class PlaceInSource:
    """One place. `blocks` are the paragraphs around it, where the whole text may be shown; else
    `before`, `exact` and `after` are what the rights allow."""

    source: Linked
    href: str
    text: Text
    blocks: list[Block]
    before: str
    after: str

    @property
    def exact(self) -> str:
        return self.text.words


def places_of(record: Published, sources: Mapping[str, Published]) -> list[PlaceInSource]:
    """Every place a record stands at; `sources` are those of its sources that were read as well."""
    return [
        _place(record, link, anchor, sources.get(link["id"]))
        for link in record.linked("source")
        for anchor in link["anchors"]
    ]


def _place(
    record: Published, link: dict[str, Any], anchor: dict[str, Any], source: Published | None
) -> PlaceInSource:
    span = Span(anchor["start"], anchor["end"])
    whole = source is not None and stands(source, anchor)
    shown = linked(link)
    return PlaceInSource(
        source=shown,
        href=f"{shown.href}#at-{record.id}" if whole else shown.href,
        text=Text(anchor["exact"], source.facts["language"] if source else ""),
        blocks=_around(source, Mark(span, "", 0, record.kind)) if source and whole else [],
        before=_from_a_whole_word(anchor["prefix"]),
        after=_to_a_whole_word(anchor["suffix"]),
    )


def _from_a_whole_word(words: str) -> str:
    """An excerpt is cut at a number of signs; its first word may be half a word."""
    return words.partition(" ")[2] or words if len(words) >= CONTEXT else words


def _to_a_whole_word(words: str) -> str:
    return words.rpartition(" ")[0] or words if len(words) >= CONTEXT else words


def stands(source: Published, anchor: dict[str, Any]) -> bool:
    """Whether a source's public text has these words at this place."""
    span = Span(anchor["start"], anchor["end"])
    return anchor["text_sha256"] == source.facts["text_sha256"] and (
        span.of(source.facts["text"]) == anchor["exact"]
    )


def _around(source: Published, mark: Mark) -> list[Block]:
    text, shape = source.facts["text"], source.facts["blocks"]
    near = [each for each in shape if Span(each["start"], each["end"]).overlaps(mark.span)]
    if shape:
        return blocks(text, near, [mark])
    return [block for block in blocks(text, [], [mark]) if any(each.on for each in block.stretches)]
