"""Everything that is withheld of a testimony, with its reasons."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.edition.vocabulary import WithheldBecause
from testimonies.desk.decisions import decisions_of
from testimonies.desk.doors import desk_page, show, the_testimony


@desk_page()
def everything(request: HttpRequest, testimony: int) -> HttpResponse:
    """The decisions in the order of the passages; of one reason, where one is asked for."""
    told = the_testimony(testimony)
    because = request.GET.get("because", "")
    decisions = decisions_of(told)
    counts = [
        (value, label, sum(each.withholding.because == value for each in decisions))
        for value, label in WithheldBecause.choices
    ]
    media = told.media.exclude(withheld_because="")
    return show(
        request,
        "testimonies/withheld.html",
        told,
        title=_("Everything that is withheld"),
        decisions=[each for each in decisions if because in ("", each.withholding.because)],
        total=len(decisions),
        because=because,
        reasons=[each for each in counts if each[2]],
        media=media.filter(withheld_because=because) if because else media,
        pseudonyms=told.pseudonyms.all() if not because else [],
    )
