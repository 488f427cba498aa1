"""The first page, the page about the archive, and the search over everything."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.edition import ledger
from archive.edition.shapes import SHAPES
from archive.pages.addresses import below, best_language, with_query
from archive.pages.filters import LONGEST_WORDS
from archive.pages.lists import TITLES
from archive.pages.page import Head, Shown, page
from archive.pages.reading import newest
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said

AT_HOME = {"event": 6, "testimony": 4, "victim": 24, "statement": 4, "topic": 24}
FOUND_OF_EACH = dict.fromkeys(SHAPES, 5)


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """The archive in the reader's best language."""
    answer = HttpResponseRedirect(below(best_language(request)))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


@page
def home(request: HttpRequest, language: str) -> HttpResponse:
    """What the archive is, and what was added to it last."""
    found = newest(AT_HOME)
    description = _("Who said what about it, where, when, and in which words.")
    head = Head(language, "", settings.ARCHIVE_NAME, description, sample=any(each.sample for each in found))
    content = {
        "events": rows(found.of("event")),
        "statements": [said(record) for record in found.of("statement")],
        "testimonies": rows(found.of("testimony")),
        "victims": rows(found.of("victim")),
        "topics": rows(found.of("topic")),
    }
    return Shown(head, "pages/home.html", content).answer()


@page
def search(request: HttpRequest, language: str) -> HttpResponse:
    """The first records of every kind that hold a reader's words."""
    words = " ".join(request.GET.get("q", "")[:LONGEST_WORDS].replace("\0", " ").split())
    found = newest(FOUND_OF_EACH, words=words) if words else None
    head = Head(
        language,
        "search/",
        _("Search"),
        sample=any(each.sample for each in found or ()),
        indexed=False,
        section="search",
    )
    groups = [
        {
            "title": TITLES[kind][0],
            "rows": rows(records),
            "all": with_query(below(language, f"{SHAPES[kind].plural}/"), q=words),
            "more": kind in found.more,
        }
        for kind in (found.by_kind if found else ())
        if found and (records := found.of(kind))
    ]
    return Shown(head, "pages/search.html", {"words": words, "groups": groups}).answer()


@page
def about(request: HttpRequest, language: str) -> HttpResponse:
    """How the archive works, what it does not say, and how to check it."""
    sequence, entry = ledger.head()
    head = Head(language, "about/", _("About this archive"), section="about")
    contact = settings.ARCHIVE_CONTACT
    content = {
        "one_person": ledger.one_person_allowed(),
        "sequence": sequence,
        "entry": entry,
        "contact": contact,
        "contact_address": f"mailto:{contact}" if "@" in contact and "/" not in contact else contact,
    }
    return Shown(head, "pages/about.html", content).answer()
