"""What would become public beside what is public now: field by field, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from archive.core.languages import direction, is_language
from archive.edition.rendering import LinkTo, Rendering

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A stretch of words with one fate."""

    text: str
    fate: str = SAME


@dataclass(frozen=True)
class Row:
    """One value: a text in one language, an item of a list, the target of a link."""

    fate: str
    pieces: tuple[Piece, ...]
    label: str = ""
    language: str = ""

    @property
    def direction(self) -> str:
        return direction(self.language) if self.language else "auto"


@dataclass
class Shown:
    """One field or one role of links, with all its values."""

    label: str
    help: str
    rows: list[Row] = field(default_factory=list)

    @property
    def fate(self) -> str:
        fates = {row.fate for row in self.rows}
        return fates.pop() if len(fates) == 1 else CHANGED if fates else SAME


@dataclass(frozen=True)
class Target:
    """What a link leads to: its name at the desk, and whether readers can see it now."""

    identifier: str
    title: str
    public: bool
    address: str = ""


@dataclass(frozen=True)
class ShownLink(Row):
    target: Target | None = None
    notes: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Value:
    """One line of a rendering: what it is called, its language, its words."""

    label: str
    language: str
    text: str


def fields_compared(old: Rendering | None, new: Rendering) -> list[Shown]:
    """Every field of the shape that says something, before or after. Without `old`, nothing is marked."""
    shape = new.shape()
    shown = []
    for name, leaf in shape.fields.items():
        after = list(_values(leaf, new.document[name]))
        before = list(_values(leaf, old.document[name])) if old else after
        if before or after:
            label = _label(name, leaf)
            shown.append(Shown(label, str(leaf.help_text or ""), rows_compared(before, after)))
    return shown


def links_compared(
    old: Rendering | None, new: Rendering, targets: dict[str, Target]
) -> list[tuple[Shown, list[ShownLink]]]:
    """Every role with the records it leads to, before or after."""
    found = []
    for role, meaning in new.shape.roles.items():
        after = {each.target: each for each in new.links if each.role == role}
        before = {each.target: each for each in old.links if each.role == role} if old else after
        rows = [
            _link_compared(before.get(target), after.get(target), targets[target])
            for target in dict.fromkeys([*before, *after])
        ]
        if rows:
            found.append((Shown(role.replace("_", " ").capitalize(), meaning.help), rows))
    return found


def rows_compared(before: list[Value], after: list[Value]) -> list[Row]:
    """Values side by side: those of the same label and language are compared word by word."""
    rows: list[Row] = []
    left = list(before)
    for value in after:
        if value in left:
            left.remove(value)
            rows.append(_row(SAME, value))
        elif twin := next((e for e in left if _same_place(e, value) and e not in after), None):
            left.remove(twin)
            rows.append(Row(CHANGED, words_compared(twin.text, value.text), value.label, value.language))
        else:
            rows.append(_row(ADDED, value))
    return rows + [_row(REMOVED, value) for value in left]


def words_compared(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two texts, in order: kept, removed, added."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(old[i:j])))
            continue
        if i < j:
            pieces.append(Piece("".join(old[i:j]), REMOVED))
        if k < m:
            pieces.append(Piece("".join(new[k:m]), ADDED))
    return tuple(pieces)


def _same_place(one: Value, other: Value) -> bool:
    return (one.label, one.language) == (other.label, other.language)


def _row(fate: str, value: Value) -> Row:
    return Row(fate, (Piece(value.text, fate),), value.label, value.language)


def _link_compared(before: LinkTo | None, after: LinkTo | None, target: Target) -> ShownLink:
    old, new = (list(_of_json(each.note)) if each else [] for each in (before, after))
    if before is None or after is None:
        fate = ADDED if before is None else REMOVED
        notes = [_row(fate, value) for value in old + new]
    else:
        notes = rows_compared(old, new)
        fate = CHANGED if any(row.fate != SAME for row in notes) else SAME
    return ShownLink(fate, (Piece(target.title, fate),), target=target, notes=tuple(notes))


def _label(name: str, leaf: serializers.Field) -> str:
    return name.replace("_", " ").capitalize()


def _values(leaf: serializers.Field, value: Any) -> Iterator[Value]:
    """The lines that a field's value is shown as."""
    if value is None or value in ("", [], {}):
        return
    if isinstance(leaf, serializers.ChoiceField):
        yield Value("", "", str(leaf.choices.get(value, value)))
    elif isinstance(leaf, serializers.ListSerializer):
        for each in value:
            yield from _item(leaf.child, each)
    elif isinstance(leaf, serializers.Serializer):
        for name, inner in leaf.fields.items():
            for each in _values(inner, value[name]):
                yield Value(_label(name, inner), each.language, each.text)
    else:
        yield from _of_json(value)


def _item(part: Any, item: dict[str, Any]) -> Iterator[Value]:
    """An item of a list, as one line: its text first, the rest behind it."""
    texts = [each.text for name, inner in part.fields.items() for each in _values(inner, item[name])]
    yield Value("", str(item.get("language", "")), " · ".join(texts))


def _of_json(value: Any, label: str = "") -> Iterator[Value]:
    if isinstance(value, bool):
        yield Value(label, "", _("yes") if value else _("no"))
    elif isinstance(value, dict):
        for key, inner in value.items():
            tongue = is_language(key) and isinstance(inner, str | list)
            name = label if tongue else f"{label} {key.replace('_', ' ')}".strip()
            for each in _of_json(inner, name):
                yield Value(each.label, key if tongue else each.language, each.text)
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict):
                told = " · ".join(f"{key} {inner}" for key, inner in each.items() if inner != "")
                yield Value(label, "", told)
            else:
                yield Value(label, "", str(each))
    elif value not in (None, ""):
        yield Value(label, "", str(value))
