"""The first page, and the page about the archive."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.edition import ledger
from archive.edition.called import archive_name
from archive.pages.addresses import below, best_language
from archive.pages.page import Head, Shown, page
from archive.pages.reading import newest
from archive.pages.shown.rows import rows
from archive.pages.shown.said import said

AT_HOME = {"event": 6, "testimony": 4, "victim": 24, "statement": 4, "topic": 24}


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
    head = Head(language, "", archive_name(), description, sample=any(each.sample for each in found))
    content = {
        "events": rows(found.of("event")),
        "statements": [said(record) for record in found.of("statement")],
        "testimonies": rows(found.of("testimony")),
        "victims": rows(found.of("victim")),
        "topics": rows(found.of("topic")),
    }
    return Shown(head, "pages/home.html", content).answer()


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
