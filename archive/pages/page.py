"""What every page has: an address with a language, its freshness, and its head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from archive.core.languages import direction
from archive.edition.called import archive_name
from archive.edition.freshness import CACHE_CONTROL, etag
from archive.pages.addresses import InOtherWords, absolute, below, in_every_language
from archive.pages.asked import CALENDARS, asked, asking
from archive.pages.kept import SHELF
from archive.pages.rooms import FIRST, FURTHER, Room

DESCRIPTION_LENGTH = 200
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Head:
    """What stands around a page's content, and in its `<head>`. `path` is its address below the language."""

    language: str
    path: str
    title: str
    description: str = ""
    sample: bool = False
    indexed: bool = True
    section: str = ""

    @property
    def dir(self) -> str:
        return direction(self.language)

    @property
    def canonical(self) -> str:
        return absolute(below(self.language, self.path))

    @property
    def languages(self) -> list[InOtherWords]:
        return list(in_every_language(self.path, self.language, asked().query))

    @property
    def for_others(self) -> str:
        """The address for those who read none of the languages."""
        return absolute(below(settings.LANGUAGE_CODE, self.path))

    @property
    def calendar(self) -> str:
        """The calendar that the address asks dates to be told in; "" where it asks for none."""
        return asked().calendar

    @property
    def calendars(self) -> list[tuple[str, str, str]]:
        """The calendars to choose from: each with what it is called and the address of this page in it."""
        return [(each, str(CALENDAR_NAMES[each]), asked().in_calendar(each)) for each in CALENDARS]

    @property
    def archive(self) -> str:
        return archive_name()

    @property
    def url(self) -> str:
        return settings.ARCHIVE_URL

    @property
    def home(self) -> str:
        return below(self.language)

    @property
    def rooms(self) -> list[Room]:
        """What every page leads to, in its first line."""
        return self._rooms(FIRST)

    @property
    def further_rooms(self) -> list[Room]:
        """What every page leads to behind "More"."""
        return self._rooms(FURTHER)

    @property
    def further(self) -> bool:
        """Whether this page is in one of the further rooms."""
        return any(each.here for each in self.further_rooms)

    def _rooms(self, rooms: Mapping[str, Any]) -> list[Room]:
        return [
            Room(str(name), below(self.language, f"{path}/"), path == self.section)
            for path, name in rooms.items()
        ]


_ = translation.gettext_lazy
CALENDAR_NAMES = {"gregorian": _("Gregorian"), "jalali": _("Iranian (Jalali)"), "both": _("Both")}


@dataclass(frozen=True)
class Shown:
    """A page ready to be written: its head, its template and what that shows."""

    head: Head
    template: str
    content: dict[str, Any] = field(default_factory=dict)

    def answer(self, status: int = 200) -> HttpResponse:
        return HttpResponse(
            render_to_string(self.template, {"head": self.head, **self.content}),
            status=status,
            headers={"Content-Language": self.head.language},
        )


def page(view: View) -> View:
    """A page: safe methods only, in the language of its address, and not sent again when unchanged."""

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, language: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        def write() -> HttpResponseBase:
            with translation.override(language), asking(request.GET):
                return view(request, language, *args, **kwargs)

        tag = etag()
        response: HttpResponseBase | None = get_conditional_response(request, etag=tag)
        response = response or SHELF.page(tag, request.get_full_path(), write)
        response.headers.setdefault("ETag", tag)
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        return response

    return shown


def beginning(words: str) -> str:
    """The first words of a text, for a description of the page."""
    joined = " ".join(words.split())
    if len(joined) <= DESCRIPTION_LENGTH:
        return joined
    return joined[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
