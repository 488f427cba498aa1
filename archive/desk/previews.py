"""A preview: exactly what would become public of a record, beside what is public of it now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from archive.core.languages import in_language
from archive.desk.checks import Finding, findings_of
from archive.desk.comparison import SAME, Shown, ShownLink, Target, fields_compared, links_compared
from archive.desk.models import Publishable
from archive.desk.renderers import model_of, rendering_of
from archive.edition.models import Record
from archive.edition.published import published_rendering
from archive.edition.rendering import MayNotBePublic, Rendering


@dataclass
class Preview:
    """What a curator and an approver look at before they ask and before they decide."""

    record: Publishable
    new: Rendering
    old: Rendering | None
    barred: str = ""  # why nothing of it may be public now

    @classmethod
    def of(cls, record: Publishable) -> Preview:
        old = published_rendering(record.identifier)
        try:
            return cls(record, rendering_of(record), old)
        except MayNotBePublic as why:
            return cls(record, why.would_be, old, str(why))

    @property
    def is_public(self) -> bool:
        return self.old is not None

    @property
    def is_news(self) -> bool:
        """Whether publishing it would change anything."""
        return self.old is None or self.old.fingerprint != self.new.opened.fingerprint

    @cached_property
    def findings(self) -> list[Finding]:
        """What the checks before a publication find in it now."""
        return findings_of(self.record, self.new)

    @cached_property
    def fields(self) -> list[Shown]:
        return fields_compared(self.old, self.new)

    @cached_property
    def links(self) -> list[tuple[Shown, list[ShownLink]]]:
        return links_compared(self.old, self.new, self._targets)

    @property
    def number_of_changes(self) -> int:
        rows = [row for shown in self.fields for row in shown.rows]
        rows += [link for _role, links in self.links for link in links]
        return sum(row.fate != SAME for row in rows)

    @property
    def unseen(self) -> list[Target]:
        """The records it leads to that readers cannot see: they will see no link to them."""
        rows = [link.target for _role, links in self.links for link in links]
        return [target for target in rows if target and not target.public]

    @property
    def json(self) -> str:
        return _pretty(self.new)

    @property
    def json_now(self) -> str:
        return _pretty(self.old) if self.old else ""

    @cached_property
    def _targets(self) -> dict[str, Target]:
        links = [*self.new.links, *(self.old.links if self.old else ())]
        identifiers = {link.target for link in links}
        kinds = {kind for link in links for kind in self.new.shape.roles[link.role].to}
        public = {each.pk: each for each in Record.objects.filter(pk__in=identifiers).defer("document")}
        found = {
            each.identifier: Target(each.identifier, str(each), each.identifier in public, _address(each))
            for kind in kinds
            for each in model_of(kind)._default_manager.filter(identifier__in=identifiers)
        }
        for identifier in identifiers - set(found):  # at the desk no longer
            title = in_language(public[identifier].title, "en")[0] if identifier in public else identifier
            found[identifier] = Target(identifier, title, identifier in public)
        return found


def _address(record: Publishable) -> str:
    try:
        return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""


def registered(record: Publishable) -> Any:
    """The pages of a record's kind, where it has some."""
    return admin.site._registry.get(type(record))


def _pretty(rendering: Rendering) -> str:
    whole = {
        "document": rendering.document,
        "links": [{"role": each.role, "target": each.target, **each.note} for each in rendering.links],
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2).decode()
