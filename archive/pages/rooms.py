"""The rooms of the archive, as every page leads to them: some in sight, the further ones behind "More".

A new room is one line here; its `Head` says `section="its path"`.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Room:
    """One entry of the navigation; `here` where the page is in it."""

    name: str
    href: str
    here: bool


FIRST = {
    "events": _("Events"),
    "testimonies": _("Testimonies"),
    "victims": _("Victims"),
    "statements": _("Statements"),
    "people": _("People"),
    "search": _("Search"),
}
FURTHER = {
    "victim-groups": _("Groups"),
    "organisations": _("Organisations"),
    "places": _("Places"),
    "topics": _("Topics"),
    "claims": _("Claims"),
    "demands": _("Demands"),
    "sources": _("Sources"),
    "map": _("Map"),
    "timeline": _("Timeline"),
    "figures": _("Figures over time"),
    "about": _("About this archive"),
}
