"""A kind of record as a table: its columns come from its shape, so a table holds what the API holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from django.conf import settings

from archive.core.languages import in_language
from archive.edition.models.record import record_path
from archive.edition.shapes import Shape
from archive.edition.shapes.base import DateShape, LanguageMap

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so
BETWEEN = "; "


class Table:
    """The columns of one kind, and its records as lines of CSV."""

    def __init__(self, shape: type[Shape]):
        self.shape = shape
        self.languages = [code for code, _name in settings.LANGUAGES]
        self.columns = [*self._columns()]

    def head(self) -> str:
        return _line(self.columns)

    def lines(self, answers: Iterable[str]) -> str:
        return "".join(_line([row.get(each, "") for each in self.columns]) for row in map(self.row, answers))

    def row(self, answer: str) -> dict[str, str]:
        """The cells of one finished answer, by column."""
        facts = orjson.loads(answer)
        called = self.shape.called(facts)
        cells: dict[str, str] = {
            "called": in_language(called, "en")[0],
            "address": f"{settings.ARCHIVE_URL}/{record_path(self.shape.kind, facts['id'], {})}",
        }
        for name, field in self.shape().fields.items():
            value = facts.get(name)
            if isinstance(field, LanguageMap):
                cells |= self._by_language(name, value or {})
            elif isinstance(field, DateShape):
                cells |= {f"{name}_{part}": text or "" for part, text in (value or {}).items()}
            else:
                cells[name] = _cell(value)
        for role in self.shape.roles:
            linked = facts["linked"].get(role, [])
            cells[f"{role}_ids"] = BETWEEN.join(each["id"] for each in linked)
            cells[role] = BETWEEN.join(next(iter(each["title"].values()), "") for each in linked)
        return cells | {
            "version": str(facts["edition"]["version"]),
            "published": facts["edition"]["published"],
        }

    def _by_language(self, name: str, texts: dict[str, str]) -> dict[str, str]:
        cells = {f"{name}_{tag}": text for tag, text in texts.items() if tag in self.languages}
        others = {tag: text for tag, text in texts.items() if tag not in self.languages}
        return cells | ({f"{name}_other": _cell(others)} if others else {})

    def _columns(self) -> Iterator[str]:
        yield from ("called", "address")
        for name, field in self.shape().fields.items():
            if isinstance(field, LanguageMap):
                yield from (f"{name}_{language}" for language in [*self.languages, "other"])
            elif isinstance(field, DateShape):
                yield from (f"{name}_{part}" for part in field.fields)
            else:
                yield name
        for role in self.shape.roles:
            yield from (role, f"{role}_ids")
        yield from ("version", "published")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return BETWEEN.join(map(str, value))
    return orjson.dumps(value).decode()


def _line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow([_safe(each) for each in cells])
    return written.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
