"""A rendering: exactly what would become public of one desk record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import timezone

from archive.core.canonical import canonical, sha256
from archive.core.words import folded
from archive.edition.search.vector import vector
from archive.edition.shapes import SHAPES, Document, Shape, walk
from archive.edition.shapes.base import FileName
from archive.edition.vocabulary import Output

EVERY_OUTPUT: tuple[str, ...] = tuple(Output.values)


@dataclass(frozen=True)
class LinkTo:
    """A link to another record, with the public facts that stand on the link itself."""

    role: str
    target: str
    note: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rendering:
    """The public form of one record: its shape's document and its links.

    Everything else that the edition keeps (title, digest, facets, words for search, dates, sort key)
    follows from these two, so nothing can be found that is not also shown. `opens_at` and `closes_at`
    say from when until when it may be public, `outputs` in which ways.

    Two things guide its publication and are not public: `never` holds folded words that no public text
    of the record may hold, not even an older one; `files` says where the bytes of its files lie.
    """

    kind: str
    document: Document
    links: tuple[LinkTo, ...] = ()
    closes_at: datetime | None = None
    opens_at: datetime | None = None
    outputs: tuple[str, ...] = EVERY_OUTPUT
    never: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    files: dict[str, Path] = field(default_factory=dict, compare=False, repr=False)

    def checked(self) -> Rendering:
        """Itself, if it is exactly of its shape; raises ValidationError or ValueError naming what is not.

        What is new has to be. What is public already may be of an older shape, and can still be narrowed.
        """
        self.shape.checked(self.document)
        for link in self.links:
            role = self.shape.roles[link.role]
            if role.note:
                role.note(data=link.note).is_valid(raise_exception=True)
            elif link.note:
                raise ValueError(f"nothing may stand on a link “{link.role}” of a {self.kind}")
        return self

    @property
    def shape(self) -> type[Shape]:
        return SHAPES[self.kind]

    @property
    def identifier(self) -> str:
        return self.document["id"]

    @property
    def text(self) -> str:
        """The canonical JSON of the document: what is digested, and sent but for the stamp and the links."""
        return canonical(self.document)

    @property
    def brief(self) -> str:
        """The JSON that lists send: without what the shape keeps apart."""
        return canonical({key: value for key, value in self.document.items() if key not in self.shape.apart})

    @property
    def apart(self) -> str:
        """The JSON of what the shape keeps apart; "" where it keeps nothing apart."""
        return canonical({key: self.document[key] for key in self.shape.apart}) if self.shape.apart else ""

    @property
    def waits(self) -> bool:
        """Whether an embargo keeps it from being public now."""
        return self.opens_at is not None and self.opens_at > timezone.now()

    @property
    def opened(self) -> Rendering:
        """As it is compared with what is public: that knows no day on which it opened."""
        return self if self.waits else replace(self, opens_at=None)

    @property
    def file_names(self) -> set[str]:
        """The names of the files that belong to it."""
        return {value for leaf, value in self._leaves() if isinstance(leaf, FileName)}

    @property
    def digest(self) -> str:
        return sha256(self.text)

    @property
    def links_digest(self) -> str:
        return sha256(canonical([[link.role, link.target, link.note] for link in self.links]))

    @property
    def fingerprint(self) -> str:
        """One digest of everything that would become public, to tell whether it is still the same."""
        days = [day.astimezone(UTC).isoformat() if day else "" for day in (self.opens_at, self.closes_at)]
        return sha256(canonical([self.digest, self.links_digest, *days, sorted(self.outputs)]))

    @property
    def title(self) -> dict[str, str]:
        return self.shape.called(self.document)

    @property
    def sort_key(self) -> str:
        """Dated kinds sort by their first day ("" where unknown), the others by their folded name."""
        if self.shape.dated:
            return (self.document["date"] or {}).get("earliest") or ""
        title = self.title
        return folded(title.get("en") or next(iter(title.values()), ""))[:80]

    @property
    def facets(self) -> list[str]:
        """`name:value` for every field of the shape that names a filter."""
        found = {
            f"{name}:{each}"
            for leaf, value in self._leaves()
            if (name := getattr(leaf, "facet", "")) and value
            for each in (value if isinstance(value, list) else [value])
        }
        return sorted(found)

    @property
    def warnings(self) -> list[str]:
        """What a reader should know before reading it; they stand in its document too."""
        return self.document.get("warnings", [])

    def words(self, sequence: int) -> str:
        """What it is found by, as the index keeps it; `sequence` is the place of its publication."""
        return vector(self.kind, self.document, sequence)

    def _leaves(self) -> Iterator[tuple[Any, Any]]:
        return walk(_fields_of(self.shape), self.document)


@cache
def _fields_of(shape: type[Shape]) -> Shape:
    """One instance of a shape to look things up in: each makes all its fields anew."""
    return shape()


class MayNotBePublic(Exception):
    """Nothing of a record may be public now; the message says why and what to do, for the desk.

    `would_be` is what would become public otherwise, for a preview.
    """

    def __init__(self, why: str, *, would_be: Rendering):
        super().__init__(why)
        self.would_be = would_be
