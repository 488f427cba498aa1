"""What every page has: an address with a language, its freshness, and its head."""

from __future__ import annotations

from collections.abc import Callable
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
from archive.edition.freshness import CACHE_CONTROL, etag
from archive.pages.addresses import InOtherWords, absolute, below, in_every_language
from archive.pages.kept import SHELF

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
        return list(in_every_language(self.path, self.language))

    @property
    def archive(self) -> str:
        return settings.ARCHIVE_NAME

    @property
    def url(self) -> str:
        return settings.ARCHIVE_URL

    @property
    def home(self) -> str:
        return below(self.language)

    @property
    def rooms(self) -> list[tuple[str, str]]:
        """The lists that every page leads to: what they are called and where they are."""
        return [(str(name), below(self.language, f"{plural}/")) for plural, name in ROOMS.items()]


_ = translation.gettext_lazy
ROOMS = {
    "events": _("Events"),
    "testimonies": _("Testimonies"),
    "victims": _("Victims"),
    "victim-groups": _("Groups"),
    "people": _("People"),
    "organisations": _("Organisations"),
    "statements": _("Statements"),
    "demands": _("Demands"),
    "sources": _("Sources"),
    "topics": _("Topics"),
}


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
            with translation.override(language):
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
