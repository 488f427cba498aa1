"""A rendering: exactly what would become public of one desk record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from archive.core.canonical import canonical, sha256
from archive.core.words import folded
from archive.edition.shapes import SHAPES, Document, Shape, walk

LONGEST_INDEXED = 200_000  # signs of one record's text that search looks into


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
    follows from these two, so nothing can be found that is not also shown.
    """

    kind: str
    document: Document
    links: tuple[LinkTo, ...] = ()
    closes_at: datetime | None = None

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
        """The canonical JSON of the document: what is stored, sent and digested."""
        return canonical(self.document)

    @property
    def digest(self) -> str:
        return sha256(self.text)

    @property
    def links_digest(self) -> str:
        return sha256(canonical([[link.role, link.target, link.note] for link in self.links]))

    @property
    def fingerprint(self) -> str:
        """One digest of everything that would become public, to tell whether it is still the same."""
        closing = self.closes_at.astimezone(UTC).isoformat() if self.closes_at else ""
        return sha256(self.digest + self.links_digest + closing)

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
            f"{name}:{value}"
            for leaf, value in walk(self.shape(), self.document)
            if (name := getattr(leaf, "facet", "")) and value
        }
        return sorted(found)

    @property
    def words(self) -> dict[str, str]:
        """The folded text to search in, by weight A–D."""
        texts: dict[str, list[str]] = {"A": [], "B": [], "C": [], "D": []}
        for leaf, value in walk(self.shape(), self.document):
            if weight := getattr(leaf, "weight", ""):
                texts[weight] += _texts(value)
        return {weight: folded(" ".join(found))[:LONGEST_INDEXED] for weight, found in texts.items()}


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = value.values()
    return [text for inner in value or () for text in _texts(inner)]
