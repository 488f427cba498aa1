"""Small decisions about a passage: its warnings, who speaks and when, its place, parting and joining."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.core.transcripts.times import milliseconds
from archive.desk.review import Refused
from testimonies.actions import parting, passages
from testimonies.actions.changing import CHANGE
from testimonies.desk.answering import answered, back_to_reading
from testimonies.desk.doors import curator, desk_page, the_passage, the_testimony, tried
from testimonies.models import Passage, Testimony

SIGN = "|"


@require_POST
@desk_page(CHANGE)
def warn(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Switches one warning of a passage on or off."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    chosen = set(where.warnings) ^ {request.POST.get("warning", "")}
    _done, wrong = tried(
        request, lambda: passages.warn(told, passage=where, warnings=chosen, by=curator(request))
    )
    return answered(request, told, where, wrong=wrong, done=_("Noted."))


@require_POST
@desk_page(CHANGE)
def describe(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Says who speaks in a passage and when."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    _done, wrong = tried(request, lambda: _described(request, told, where))
    return answered(request, told, where, wrong=wrong, done=_("Saved."))


def _described(request: HttpRequest, told: Testimony, where: Passage) -> None:
    times = {name: _time(request.POST.get(name, "")) for name in ("start_ms", "end_ms")}
    turn = request.POST.get("turn", "")
    passages.describe(told, passage=where, turn=turn, by=curator(request), **times)


def _time(written: str) -> int | None:
    if not written.strip():
        return None
    found = milliseconds(written)
    if found is None:
        raise Refused(_("“%(time)s” is not a time such as 00:12:31.500.") % {"time": written[:40]})
    return found


@require_POST
@desk_page(CHANGE)
def order(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Moves a passage, joins it to the next, or takes it away."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    act, by = request.POST.get("act", ""), curator(request)
    why = request.POST.get("why", "")
    verbs = {
        "up": lambda: passages.move(told, passage=where, by=by, steps=-1),
        "down": lambda: passages.move(told, passage=where, by=by, steps=1),
        "join": lambda: parting.join(told, passage=where, by=by),
        "remove": lambda: passages.remove(told, passage=where, by=by, why=why),
    }
    verb = verbs.get(act)
    wrong = tried(request, verb)[1] if verb else _("Choose what to do.")
    return back_to_reading(request, told, where, wrong=wrong, done=_("Saved."))


@require_POST
@desk_page(CHANGE)
def part(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Parts a passage where a | was put into its texts."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    _done, wrong = tried(request, lambda: _parted(request, told, where))
    return back_to_reading(request, told, where, wrong=wrong, done=_("Parted in two."))


def _parted(request: HttpRequest, told: Testimony, where: Passage) -> None:
    at = _cut(request.POST.get("original", "").replace("\r\n", "\n"), where.text)
    if at is None:
        raise Refused(_("Put one | where the passage is to be parted, and change nothing else."))
    translated = {}
    for each in where.translations.all():
        marked = request.POST.get(f"translation-{each.pk}", "").replace("\r\n", "\n")
        cut = _cut(marked, each.text)
        if cut is None and marked not in ("", each.text):
            raise Refused(_("Put one | into each translation at most, and change nothing else."))
        if cut is not None:
            translated[each.pk] = cut
    parting.split(told, passage=where, at=at, translated_at=translated, by=curator(request))


def _cut(marked: str, text: str) -> int | None:
    """Where the sign was put; None where it was not, or more was changed."""
    places = [at for at, sign in enumerate(marked) if sign == SIGN]
    return next((at for at in places if marked[:at] + marked[at + 1 :] == text), None)
