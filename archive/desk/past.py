"""The past of a record and its children, read from the history that the database keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils.encoding import force_str
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from pghistory.core import event_models

from archive.desk.history import rows_of
from archive.desk.models import DeskRecord

UNTOLD = {
    "id",
    "identifier",
    "revision",
    "created_at",
    "changed_at",
    "sample",
    "date_earliest",
    "date_latest",
}


@dataclass(frozen=True)
class Line:
    """One field of a change: what stood there, and what stands there since."""

    label: str
    before: str
    after: str


@dataclass
class Change:
    """Everything that one person changed of a record in one go."""

    at: datetime
    who: str
    why: str
    lines: list[Line] = field(default_factory=list)
    version: Any = None  # the state of the record itself after it, where it has one
    key: Any = None

    @property
    def order(self) -> tuple[datetime, int]:
        return self.at, self.version.pgh_id if self.version else 0


@dataclass(frozen=True)
class _Kept:
    """A table whose history belongs to a record's: which model, and which column leads to the record,
    or to a row of another such table."""

    model: Any
    column: str
    noun: str  # "" for the record itself
    by_way_of: _Kept | None = None

    def rows(self, record: DeskRecord) -> Any:
        """Every version of the rows that belong, or belonged, to a record."""
        if self.by_way_of is None:
            return self.model._default_manager.filter(**{self.column: record.pk})
        owners = self.by_way_of.rows(record).values("id")
        return self.model._default_manager.filter(**{f"{self.column}__in": owners})


def history_of(record: DeskRecord, *, most: int = 200) -> list[Change]:
    """The changes of a record and of what belongs to it, newest first."""
    changes: dict[Any, Change] = {}
    for kept in _kept_of(type(record)):
        for version, before in _with_before(kept, record, most):
            change = changes.setdefault(_key(version), _begun(version))
            change.lines += _lines(kept, version, before)
            if not kept.noun and version.pgh_label != "delete":
                change.version = version
    told = [each for each in changes.values() if each.lines]
    found = sorted(told, key=lambda each: each.order, reverse=True)[:most]
    _name(found)
    return found


def changes_since(record: DeskRecord, revision: int) -> list[Change]:
    """What others changed since a page was opened that showed `revision`."""
    versions = record.history.filter(revision__gt=revision)  # type: ignore[attr-defined]
    keys = {_key(version) for version in versions}
    return [each for each in history_of(record, most=50) if each.key in keys]


def lines_back_to(record: DeskRecord, version: Any) -> list[Line]:
    """What would change of a record's own fields if it were brought back to a version."""
    [own] = [kept for kept in _kept_of(type(record)) if not kept.noun]
    return [
        Line(_label(each), _shown(each, record), _shown(each, version))
        for each in _told_fields(own)
        if _differs(each, record, version)
    ]


def _kept_of(model: type[DeskRecord]) -> Iterable[_Kept]:
    yield _Kept(_versions_of(model), "pgh_obj_id", "")
    yield from _children(model, None)
    for many in model._meta.many_to_many:
        if rows := rows_of(model, many.name):
            for versions in event_models(tracks_model=rows, include_missing_pgh_obj=True):
                yield _Kept(versions, f"{many.m2m_field_name()}_id", force_str(many.verbose_name))


def _children(model: type[models.Model], by_way_of: _Kept | None) -> Iterable[_Kept]:
    """The tables of a record's rows, and of the rows that belong to these."""
    for relation in model._meta.related_objects:
        child = relation.related_model
        owned = not relation.many_to_many and relation.on_delete in (models.CASCADE, models.PROTECT)
        if isinstance(child, type) and owned and hasattr(child, "history") and _is_part(child, relation):
            kept = _Kept(
                _versions_of(child), relation.field.attname, str(child._meta.verbose_name), by_way_of
            )
            yield kept
            if by_way_of is None or by_way_of.by_way_of is None:
                yield from _children(child, kept)


def _is_part(child: type[models.Model], relation: Any) -> bool:
    """Whether a row is part of what it points to: it goes with it, and is no record of its own."""
    return not issubclass(child, DeskRecord) and (
        relation.on_delete is models.CASCADE or getattr(child, "belongs_to_one", False)
    )


def _versions_of(model: type[models.Model]) -> Any:
    """The model that holds a model's history."""
    related: Any = model._meta.get_field("history")
    return related.related_model


def _with_before(kept: _Kept, record: DeskRecord, most: int) -> Iterable[tuple[Any, Any]]:
    """Every version with the one before it of the same row, or None."""
    newest = list(kept.rows(record).select_related("pgh_context").order_by("-pgh_id")[: most + 1])
    last: dict[Any, Any] = {}
    for version in reversed(newest):
        row = getattr(version, "pgh_obj_id", None) or version.id
        yield version, last.get(row)
        last[row] = version


def _key(version: Any) -> Any:
    return version.pgh_context_id or (version.pgh_created_at, "no context")


def _begun(version: Any) -> Change:
    told = version.pgh_context.metadata if version.pgh_context else {}
    who, why = str(told.get("user") or ""), told.get("why") or ""
    return Change(at=version.pgh_created_at, who=who, why=why, key=_key(version))


def _name(changes: list[Change]) -> None:
    """Puts names in the place of accounts' numbers."""
    names = dict(
        User.objects.filter(pk__in={int(each.who) for each in changes if each.who.isdigit()}).values_list(
            "pk", "username"
        )
    )
    for each in changes:
        each.who = names.get(int(each.who), _("a former account")) if each.who.isdigit() else each.who


def _lines(kept: _Kept, version: Any, before: Any) -> list[Line]:
    if kept.noun:
        return _lines_of_a_child(kept, version, before)
    if version.pgh_label == "delete":
        return [Line(_("Deleted"), "", "")]
    return [
        Line(_label(each), _shown(each, before), _shown(each, version))
        for each in _told_fields(kept)
        if _differs(each, before, version)
    ]


def _lines_of_a_child(kept: _Kept, version: Any, before: Any) -> list[Line]:
    label = capfirst(kept.noun)
    if version.pgh_label == "insert":
        return [Line(label, "", _whole(kept, version))]
    if version.pgh_label == "delete":
        return [Line(label, _whole(kept, version), "")]
    return [
        Line(f"{label}: {_label(each)}", _shown(each, before), _shown(each, version))
        for each in _told_fields(kept)
        if _differs(each, before, version)
    ]


def _told_fields(kept: _Kept) -> list[models.Field]:
    return [
        each
        for each in kept.model._meta.concrete_fields
        if not each.name.startswith("pgh_")
        and each.name not in UNTOLD
        and each.attname != (kept.column if kept.by_way_of is None else "")
    ]


def _differs(each: models.Field, before: Any, version: Any) -> bool:
    old = getattr(before, each.attname) if before is not None else None
    new = getattr(version, each.attname)
    return (old or None) != (new or None)


def _whole(kept: _Kept, version: Any) -> str:
    shown = (_shown(each, version) for each in _told_fields(kept))
    return ", ".join(text for text in shown if text)


def _label(each: models.Field) -> str:
    return capfirst(force_str(each.verbose_name))


def _shown(each: models.Field, version: Any) -> str:
    """A value as people read it."""
    value = getattr(version, each.attname) if version is not None else None
    if value in (None, "", {}, []):
        return ""
    if isinstance(each, models.ForeignKey):
        target = each.related_model._default_manager.filter(pk=value).first()
        return str(target) if target else _("(deleted record %(number)s)") % {"number": value}
    if each.choices:
        return str(dict(each.flatchoices).get(value, value))
    if isinstance(value, dict):
        return " · ".join(f"{tag}: {text}" for tag, text in value.items())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = str(value)
    return text if len(text) <= 400 else text[:400] + " …"
