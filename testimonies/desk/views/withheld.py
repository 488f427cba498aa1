"""Everything that is withheld of a testimony, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from archive.core.languages import direction
from archive.edition.vocabulary import WithheldBecause
from testimonies.actions.changing import text_of
from testimonies.actions.withholding import Standing, rows_in, standing_of
from testimonies.desk.doors import desk_page, show, the_testimony
from testimonies.models import Passage, PassageTranslation, Testimony, Withholding


@dataclass(frozen=True)
class Place:
    """What is withheld of one text."""

    language: str
    words: str
    standing: Standing

    @property
    def direction(self) -> str:
        return direction(self.language)


@dataclass(frozen=True)
class Decision:
    """One withholding, as the list shows it."""

    withholding: Withholding
    passage: Passage
    number: int
    places: list[Place]


@desk_page()
def everything(request: HttpRequest, testimony: int) -> HttpResponse:
    """The decisions in the order of the passages; of one reason, where one is asked for."""
    told = the_testimony(testimony)
    because = request.GET.get("because", "")
    decisions = _decisions(told)
    counts = [
        (value, label, sum(each.withholding.because == value for each in decisions))
        for value, label in WithheldBecause.choices
    ]
    shown = [each for each in decisions if because in ("", each.withholding.because)]
    return show(
        request,
        "testimonies/withheld.html",
        told,
        title=_("Everything that is withheld"),
        decisions=shown,
        total=len(decisions),
        because=because,
        reasons=[each for each in counts if each[2]],
        media=[
            each
            for each in told.media.all()
            if each.withheld_because and because in ("", each.withheld_because)
        ],
        pseudonyms=told.pseudonyms.all() if not because else [],
    )


def _decisions(told: Testimony) -> list[Decision]:
    rows = told.passages.prefetch_related("translations", "withholdings__spans")
    return [
        Decision(
            each,
            passage,
            number,
            [_place(each, passage, text) for text in (None, *passage.translations.all())],
        )
        for number, passage in enumerate(rows, 1)
        for each in passage.withholdings.all()
    ]


def _place(withholding: Withholding, passage: Passage, translation: PassageTranslation | None) -> Place:
    text = text_of(passage, translation)
    how = standing_of(withholding, translation, text)
    words = " … ".join(each.exact for each in rows_in(withholding, translation) if not each.none)
    language = translation.language if translation else passage.language
    return Place(language, text if how == Standing.WHOLE else words, how)
