"""One proposal: correct it, part it, join it, make it another kind; or add one by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.core.languages import direction
from archive.core.spans import Span
from archive.ingest.actions import accept, add, correct, merge, split
from archive.ingest.actions.correcting import NAMED_BY
from archive.ingest.actions.locking import DECIDE
from archive.ingest.finding import places_of, sentence_starts
from archive.ingest.forms import FORMS
from archive.ingest.highlight import Mark, marked
from archive.ingest.matching import NAMED_KINDS
from archive.ingest.models import Intake, Kind, Proposal, State
from archive.ingest.summary import shortened
from archive.ingest.together import Together, label
from archive.ingest.views.cards import Deck
from archive.ingest.views.doors import curator, desk_page, show, the_intake, tried
from archive.ingest.views.intake import _number, page_at


def _found(intake: int, proposal: int) -> tuple[Intake, Together, Proposal]:
    taken = the_intake(intake)
    get_object_or_404(taken.proposals, pk=proposal)
    together = Together(taken)
    return taken, together, together.at(proposal)


@desk_page(DECIDE)
def one(request: HttpRequest, intake: int, proposal: int) -> HttpResponse:
    """The form in which a proposal is corrected, beside its article."""
    taken, together, row = _found(intake, proposal)
    if row.state != State.OPEN:
        messages.error(request, _("This is decided. Open it again to correct it."))
        return redirect(page_at(taken, row.pk))
    form = FORMS[row.kind](row, together, request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = tried(
            request,
            lambda: correct(
                row, by=curator(request), fields=form.corrected, spans=form.spans, existing=form.existing
            ),
        )
        if done and "accept" not in request.POST:
            messages.success(request, _("Corrected."))
            return redirect(page_at(taken, row.pk))
        if done and tried(request, lambda: accept(row, by=curator(request))):
            messages.success(request, _("Accepted as corrected."))
            return redirect(page_at(taken, Deck(taken).next_open(row.pk)))
    return _page(request, taken, together, row, form)


def _page(
    request: HttpRequest, taken: Intake, together: Together, row: Proposal, form: object
) -> HttpResponse:
    text = taken.source.text
    return show(
        request,
        "ingest/proposal.html",
        title=_("Correct: %(kind)s") % {"kind": row.get_kind_display()},
        intake=taken,
        source=taken.source,
        direction=direction(taken.source.language),
        proposal=row,
        card=Deck(taken).card(row),
        form=form,
        paragraphs=marked(text, taken.source.blocks, [Mark(row.pk, row.kind, row.places)]),
        cuts=[(at, shortened(text[at : at + 80], 70)) for at in sentence_starts(text, row.places)],
        others=[(each.pk, shortened(label(each), 70)) for each in _could_join(together, row)],
        kinds=[(kind, name) for kind, name in Kind.choices if kind in NAMED_KINDS and kind != row.kind],
        is_named=row.kind in NAMED_KINDS,
    )


def _could_join(together: Together, row: Proposal) -> list[Proposal]:
    return [each for each in together.of_kind(row.kind) if each.state == State.OPEN and each.pk != row.pk]


@require_POST
@desk_page(DECIDE)
def mend(request: HttpRequest, intake: int, proposal: int) -> HttpResponse:
    """Parts a proposal, joins it to another, or makes it another kind."""
    taken, together, row = _found(intake, proposal)
    act = request.POST.get("act")
    if act == "split":
        return _split(request, taken, row)
    if act == "merge":
        return _merge(request, taken, together, row)
    return _other_kind(request, taken, row)


def _split(request: HttpRequest, taken: Intake, row: Proposal) -> HttpResponse:
    at = _number(request.POST.get("at"))
    if words := request.POST.get("words", "").strip():
        inside = [place for place in places_of(taken.source.text, words) if _within(place, row)]
        if not inside:
            messages.error(request, _("These words do not stand inside the proposal."))
            return redirect("ingest:proposal", taken.pk, row.pk)
        at = inside[0].start
    if tried(request, lambda: split(row, by=curator(request), at=at)):
        messages.success(request, _("Parted in two. The second part is the last of its kind."))
        return redirect(page_at(taken, row.pk))
    return redirect("ingest:proposal", taken.pk, row.pk)


def _within(place: Span, row: Proposal) -> bool:
    return any(span.holds(place) for span in row.places)


def _merge(request: HttpRequest, taken: Intake, together: Together, row: Proposal) -> HttpResponse:
    other = get_object_or_404(taken.proposals, pk=_number(request.POST.get("into")))
    if tried(request, lambda: merge(row, into=other, by=curator(request))):
        messages.success(
            request, _("Joined to “%(name)s”.") % {"name": shortened(label(together.at(other.pk)), 60)}
        )
        return redirect(page_at(taken, other.pk))
    return redirect("ingest:proposal", taken.pk, row.pk)


def _other_kind(request: HttpRequest, taken: Intake, row: Proposal) -> HttpResponse:
    kind = request.POST.get("kind", "")
    if kind not in NAMED_KINDS or row.kind not in NAMED_KINDS:
        messages.error(request, _("It cannot be made that."))
        return redirect("ingest:proposal", taken.pk, row.pk)
    fields = {NAMED_BY[Kind(kind)]: label(row), "unnamed": False}
    tried(
        request,
        lambda: correct(row, by=curator(request), fields=fields, kind=kind, existing=""),
    )
    return redirect("ingest:proposal", taken.pk, row.pk)


@desk_page(DECIDE)
def add_one(request: HttpRequest, intake: int) -> HttpResponse:
    """Adds what the engine missed, from words that were selected, or typed as they stand in the article."""
    taken = the_intake(intake)
    asked = request.POST if request.method == "POST" else request.GET
    kind, words = asked.get("kind", ""), asked.get("words", "").strip()
    places: list[Span] = []
    if request.method == "POST":
        places, told = _places(taken, asked, words)
        if kind in Kind.values and len(places) == 1:
            made = tried(request, lambda: add(taken, by=curator(request), kind=kind, spans=places))
            if made:
                return redirect("ingest:proposal", taken.pk, made.pk)
        elif told:
            messages.error(request, told)
    text = taken.source.text
    return show(
        request,
        "ingest/add.html",
        title=_("Add by hand"),
        intake=taken,
        source=taken.source,
        direction=direction(taken.source.language),
        kind=kind,
        kinds=Kind.choices,
        words=words,
        places=[
            (place.start, place.end, text[max(0, place.start - 60) : place.end + 60]) for place in places
        ],
        paragraphs=marked(text, taken.source.blocks, []),
    )


def _places(taken: Intake, asked: QueryDict, words: str) -> tuple[list[Span], str]:
    """The selected place, or every place where the words stand; and what to say about it."""
    start, end = _number(asked.get("start")), _number(asked.get("end"))
    if end > start:
        return [Span(start, end)], ""
    found = places_of(taken.source.text, words)
    if not found:
        return [], _("These words do not stand in the article. Copy them from it.")
    return found, _("These words stand in several places. Choose one.") if len(found) > 1 else ""
