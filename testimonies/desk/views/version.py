"""A newer version of the original: set beside the passages, and taken over one by one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.desk.comparison import ADDED, CHANGED, REMOVED, SAME
from archive.desk.review import Refused
from testimonies.actions import versions as acts
from testimonies.actions.changing import CHANGE
from testimonies.actions.transcripts import seen_passages
from testimonies.desk.doors import curator, desk_page, show, the_testimony, tried
from testimonies.desk.forms import HandIn
from testimonies.desk.versions import Difference, differences, unlike
from testimonies.models import HandedIn, Testimony


@desk_page(CHANGE)
def hand_in(request: HttpRequest, testimony: int) -> HttpResponse:
    """The form; what is handed in is kept at once, and can be come back to."""
    told = the_testimony(testimony)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HandIn(*given)
    if form.is_bound and form.is_valid():
        data, filename = form.handed_in()
        language = form.cleaned_data["language"]
        row, wrong = tried(
            request,
            lambda: acts.hand_in_version(
                told, data=data, filename=filename, language=language, by=curator(request)
            ),
        )
        if row:
            return redirect("testimonies:version", told.pk, row.pk)
        form.add_error(None, wrong)
    return show(
        request,
        "testimonies/version.html",
        told,
        title=_("Take in a newer version"),
        form=form,
        passages=told.passages.count(),
        versions=told.handed_in.exclude(what=HandedIn.What.TRANSLATION),
    )


@desk_page(CHANGE)
def version(request: HttpRequest, testimony: int, row: int) -> HttpResponse:
    """What differs, passage by passage; then, ticked, the words taken over."""
    told = the_testimony(testimony)
    which = get_object_or_404(told.handed_in.exclude(what=HandedIn.What.TRANSLATION), pk=row)
    passages = list(
        told.passages.select_related("recording").prefetch_related("withholdings", "translations")
    )
    rows, wrong = tried(request, lambda: differences(passages, acts.cues_of(which)))
    if wrong:
        messages.error(request, wrong)
        return redirect("testimonies:hand_in_version", told.pk)
    if request.method == "POST":
        count, wrong = tried(request, lambda: _taken(request, told, which, rows))
        if count:
            done = ngettext("%(count)s passage taken over.", "%(count)s passages taken over.", count)
            messages.success(request, done % {"count": count})
            return redirect("testimonies:version", told.pk, which.pk)
        messages.error(request, wrong)
    fates = [each.fate for each in rows]
    return show(
        request,
        "testimonies/version_read.html",
        told,
        title=_("The newer version, passage by passage"),
        which=which,
        rows=[each for each, fate in zip(rows, fates, strict=True) if fate != SAME],
        counts={fate: fates.count(fate) for fate in (SAME, CHANGED, ADDED, REMOVED)},
        unlike=unlike(rows),
        seen=seen_passages(passages),
        ticked="all" in request.GET,
    )


def _taken(request: HttpRequest, told: Testimony, row: HandedIn, rows: list[Difference]) -> int:
    """The passage whose own button was pressed, or all that are ticked."""
    post = request.POST
    ticked = [post["one"]] if "one" in post else post.getlist("take")
    changed = {f"p{each.passage.pk}": each for each in rows if each.passage and each.fate == CHANGED}
    added = {f"n{each.number}": each for each in rows if each.fate == ADDED}
    if any(name not in changed and name not in added for name in ticked):
        raise Refused(_("The passages changed while you looked. Nothing was taken over: look again."))
    texts = {each.passage.pk: each.text for name, each in changed.items() if name in ticked if each.passage}
    new = [(each.after, each.cue) for name, each in added.items() if name in ticked if each.cue]
    seen = post.get("seen", "")
    return acts.take_over(told, row=row, texts=texts, new=new, seen=seen, by=curator(request))
