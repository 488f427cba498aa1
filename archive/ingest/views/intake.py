"""Text and proposals side by side, and the decisions about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from archive.core.languages import direction
from archive.ingest.actions import accept, accept_all, correct, finish, reject, take_up_again, undo
from archive.ingest.actions.locking import DECIDE
from archive.ingest.drafts.subjects import title_of
from archive.ingest.models import Intake, Kind, Proposal, State
from archive.ingest.summary import LIKELY, SURE, VERY_SURE, shortened
from archive.ingest.views.cards import Deck, desk_url
from archive.ingest.views.doors import curator, desk_page, show, the_intake, tried
from events.models import Event, Source


@desk_page()
def side_by_side(request: HttpRequest, intake: int) -> HttpResponse:
    """The article at one side, its proposals at the other."""
    taken = the_intake(intake)
    at = request.GET.get("at", "")
    deck = Deck(taken, current=int(at) if at.isdigit() else 0)
    return show(
        request,
        "ingest/intake.html",
        title=str(taken),
        intake=taken,
        source=taken.source,
        source_url=desk_url(Source, taken.source_id),
        direction=direction(taken.source.language),
        groups=deck.groups(),
        paragraphs=deck.paragraphs(),
        progress=deck.progress(),
        levels=[(VERY_SURE, _("very sure")), (SURE, _("sure")), (LIKELY, _("likely"))],
        kinds=Kind.choices,
        may_decide=curator(request).has_perm(DECIDE) and not taken.finished,
        event=_event_links(deck),
    )


def _event_links(deck: Deck) -> dict[str, str]:
    """Where the event's draft is at the desk, and where to ask for all of it."""
    main = deck.together.main_event()
    record = deck.together.record(main)
    if not isinstance(record, Event):
        return {}
    return {
        "title": str(record),
        "url": desk_url(Event, record.pk),
        "ask": desk_url(Event, record.pk, "ask_whole"),
    }


@require_POST
@desk_page(DECIDE)
def decide(request: HttpRequest, intake: int) -> HttpResponse:
    """Accepts, rejects or opens again one proposal, and leads to the next."""
    taken = the_intake(intake)
    proposal = get_object_or_404(taken.proposals, pk=_number(request.POST.get("proposal")))
    act = _DECISIONS.get(request.POST.get("act", ""))
    told = tried(request, lambda: act(request, proposal)) if act else None
    if told:
        messages.success(request, told)
    deck = Deck(taken)
    still_open = deck.together.at(proposal.pk).state == State.OPEN  # refused, or opened again: stay there
    return redirect(page_at(taken, proposal.pk if still_open else deck.next_open(proposal.pk)))


def page_at(intake: Intake, proposal: int) -> str:
    """The address of the side-by-side page, opened at a proposal."""
    address = reverse("ingest:intake", args=[intake.pk])
    return f"{address}?at={proposal}" if proposal else address


def _accept(request: HttpRequest, proposal: Proposal) -> str:
    if asked := _asked_on_the_card(request, proposal):
        proposal = correct(proposal, by=curator(request), fields=asked)
    existing = request.POST.get("existing") if "existing" in request.POST else None
    done = accept(proposal, by=curator(request), existing=existing)
    return _("Accepted as drafts: %(names)s") % {"names": _names(done)}


def _asked_on_the_card(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """What a card asks beside the decision: the year of a date without one; whether somebody was there."""
    asked: dict[str, Any] = {}
    if year := request.POST.get("inferred_year", "").strip():
        asked["inferred_year"] = year
    if "asks_at_event" in request.POST:
        asked["at_event"] = "at_event" in request.POST
    return {name: value for name, value in asked.items() if proposal.fields.get(name) != value}


def _reject(request: HttpRequest, proposal: Proposal) -> str:
    reject(proposal, by=curator(request))
    return _("Rejected: %(name)s") % {"name": _names([proposal])}


def _undo(request: HttpRequest, proposal: Proposal) -> str:
    undo(proposal, by=curator(request))
    return _("Open again: %(name)s") % {"name": _names([proposal])}


_DECISIONS: dict[str, Callable[[HttpRequest, Proposal], str]] = {
    "accept": _accept,
    "reject": _reject,
    "undo": _undo,
}


def _names(proposals: list[Proposal]) -> str:
    return "; ".join(f"“{shortened(title_of(each), 50)}”" for each in proposals)


@desk_page(DECIDE)
def several(request: HttpRequest, intake: int) -> HttpResponse:
    """Many proposals at once: shown once more, each with a tick, then accepted together."""
    taken = the_intake(intake)
    deck = Deck(taken)
    if request.method == "POST":
        pks = [_number(each) for each in request.POST.getlist("proposal")]
        known = [pk for pk in pks if any(one.pk == pk for one in deck.together)]
        done = tried(
            request,
            lambda: accept_all(taken, proposals=known, by=curator(request), existing=deck.chosen(known)),
        )
        if done is not None:
            told = ngettext("%(count)s accepted as a draft.", "%(count)s accepted as drafts.", len(done.done))
            messages.success(request, told % {"count": len(done.done)})
            for sentence in done.refused:
                messages.error(request, sentence)
            return redirect(page_at(taken, Deck(taken).next_open(known[-1] if known else 0)))
    chosen = _chosen(deck, request)
    return show(
        request,
        "ingest/several.html",
        title=_("Accept several"),
        intake=taken,
        direction=direction(taken.source.language),
        groups=[group for group in deck.groups() if any(card.proposal.pk in chosen for card in group.cards)],
        chosen=chosen,
    )


def _chosen(deck: Deck, request: HttpRequest) -> set[int]:
    """The open proposals of a kind, or above a confidence."""
    kind, above = request.GET.get("kind", ""), _share(request.GET.get("above"))
    return {
        one.pk
        for one in deck.together
        if one.state == State.OPEN and (not kind or one.kind == kind) and one.confidence >= above
    }


@require_POST
@desk_page(DECIDE)
def close(request: HttpRequest, intake: int) -> HttpResponse:
    """Finishes an article, or takes it up again."""
    taken = the_intake(intake)
    act: Any = take_up_again if taken.finished else finish
    tried(request, lambda: act(taken, by=curator(request)))
    return redirect("ingest:intake", taken.pk)


def _number(words: str | None) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 18 else 0


def _share(words: str | None) -> float:
    try:
        return min(1.0, max(0.0, float(words or 0)))
    except ValueError:
        return 0.0
