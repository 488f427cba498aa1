"""The reading room: original and translation side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.edition.vocabulary import WithheldBecause
from testimonies.actions.hearing import PLAYED, open_to_hear, recordings_of
from testimonies.desk.answering import chosen_language
from testimonies.desk.doors import curator, desk_page, show, the_testimony
from testimonies.desk.texts import languages_of, shown_passages

KEYS = (
    ("n", WithheldBecause.NARRATOR), ("a", WithheldBecause.ANOTHER), ("p", WithheldBecause.PLACE),
    ("k", WithheldBecause.ASKED), ("l", WithheldBecause.LEGAL), ("c", WithheldBecause.PENDING),
)  # fmt: skip


@desk_page()
def read(request: HttpRequest, testimony: int) -> HttpResponse:
    """Everything that was told, with what is withheld and what is to be decided."""
    told = the_testimony(testimony)
    language = chosen_language(request, told)
    passages = shown_passages(told, language)
    open_to_hear(told, by=curator(request))
    return show(
        request,
        "testimonies/read.html",
        told,
        title=_("Read and withhold: %(title)s") % {"title": told},
        passages=passages,
        language=language,
        languages=languages_of(told),
        recordings=recordings_of(told),
        played=PLAYED,
        keys=[(key, because.value, because.label) for key, because in KEYS],
        first_asked=next((each.passage.pk for each in passages if each.questions), 0),
        open_questions=sum(len(each.questions) for each in passages),
        gaps=[each for each in passages if language and each.translation is None and not each.whole],
    )
