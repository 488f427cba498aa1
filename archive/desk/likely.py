"""Likely matches: which records at the desk a name may mean, in any script and spelling, each with why.

The names that readers search stand in the edition with their keys. Those of drafts stand nowhere else than
in their own tables: each process keeps them under their keys in memory, and reads them again when asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from django.utils.translation import gettext as _

from archive.core.languages import script_of
from archive.core.names.searching import Directory
from archive.core.words import folded
from archive.desk.models import Publishable

MOST = 5
_DIRECTORIES: defaultdict[type[Publishable], Directory] = defaultdict(Directory)
_LOCK = Lock()


@dataclass(frozen=True)
class Match:
    """A record that may be meant, by the one of its names that is most like what was asked, and why."""

    identifier: str
    name: str
    why: str
    same: bool  # the very same name, so that it can be chosen beforehand

    @property
    def label(self) -> str:
        return f"{self.name} — {self.why}"


class Names:
    """The names of the records of one model (one that `bears_names`), read when this is made."""

    def __init__(self, model: type[Publishable]):
        self._held = _DIRECTORIES[model]
        with _LOCK:
            self._held.hold(texts_of(model, "names"))

    def likely(self, name: str, *, most: int = MOST, without: str = "") -> list[Match]:
        """The records that a name may mean, the likeliest first.

        `without` is the identifier of a record that is not looked for: the one that is just being written.
        """
        with _LOCK:
            found = self._held.find(name, most=most + bool(without))
        others = [one for one in found if one.record != without][:most]
        return [Match(one.record, one.text, *_why(name, one.text)) for one in others]


def texts_of(model: type[Publishable], field: str, *, of: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a field of names or titles, with its record's identifier; or those `of` one record."""
    every = model._default_manager
    rows = every.filter(identifier=of) if of else every.all()
    if model._meta.get_field(field).is_relation:
        named = rows.filter(**{f"{field}__isnull": False})
        yield from named.values_list("identifier", f"{field}__text").iterator()
        return
    for identifier, texts in rows.values_list("identifier", field).iterator():
        for text in texts.values():
            yield from ((identifier, each) for each in ([text] if isinstance(text, str) else text))


def _why(asked: str, name: str) -> tuple[str, bool]:
    """In which way two names are alike, and whether they are the very same."""
    one, other = folded(asked), folded(name)
    if one == other:
        return _("the same name"), True
    if script_of(asked) != script_of(name):
        return _("like it in another script"), False
    if sorted(one.split()) == sorted(other.split()):
        return _("the same words in another order"), False
    if set(one.split()) < set(other.split()) or set(other.split()) < set(one.split()):
        return _("a part of the same name"), False
    return _("nearly the same name"), False
