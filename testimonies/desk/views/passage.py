"""One passage on the bench: every text of it to correct, to withhold by typing, to part and to move."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from archive.core.languages import is_language
from archive.core.transcripts.times import clock
from archive.desk.review import Refused
from archive.edition.vocabulary import TranslationMeans, Turn
from testimonies.actions.changing import CHANGE, text_of
from testimonies.actions.passages import add_translation, edit_text
from testimonies.desk.answering import answered, chosen_language, is_quiet
from testimonies.desk.doors import curator, desk_page, number, show, the_passage, the_testimony, tried
from testimonies.desk.texts import languages_of, shown_passage
from testimonies.desk.views.reading import KEYS
from testimonies.models import Passage, Testimony

REFUSED = 409


@desk_page(CHANGE)
def bench(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Everything that can be done to a passage, also without a script."""
    told = the_testimony(testimony)
    return _bench(request, told, the_passage(told, passage))


def _bench(
    request: HttpRequest, told: Testimony, where: Passage, *, status: int = 200, **more: Any
) -> HttpResponse:
    language = chosen_language(request, told)
    each = shown_passage(told, where, language)
    known = {text.language for text in each.translations} if each else set()
    context: dict[str, Any] = {
        "title": _("Passage %(number)s") % {"number": each.number if each else ""},
        "each": each,
        "language": language,
        "keys": [(key, because.value, because.label) for key, because in KEYS],
        "turns": Turn.choices,
        "means": TranslationMeans.choices,
        "missing": [tag for tag in languages_of(told) if tag not in known],
        "begins": clock(where.start_ms) if where.start_ms is not None else "",
        "ends": clock(where.end_ms) if where.end_ms is not None else "",
    }
    if is_quiet(request):
        context |= {"testimony": told, **more}
        return render(request, "testimonies/_bench.html", context, status=status)
    answer = show(request, "testimonies/passage.html", told, **context, **more)
    answer.status_code = status
    return answer


@require_POST
@desk_page(CHANGE)
def text(request: HttpRequest, testimony: int, passage: int) -> HttpResponse:
    """Sets a text of a passage; what somebody else changed meanwhile is shown beside what was typed."""
    told = the_testimony(testimony)
    where = the_passage(told, passage)
    typed = request.POST.get("text", "")
    _done, wrong = tried(request, lambda: _edited(request, told, where, typed))
    if not wrong:
        return answered(request, told, where, wrong="", done=_("Saved."))
    if is_quiet(request):
        return answered(request, told, where, wrong=wrong, done="")
    translation = request.POST.get("translation", "")
    row = where.translations.filter(pk=number(translation)).first() if translation else None
    where.refresh_from_db()
    kept = {"wrong": wrong, "typed": typed, "typed_for": row.pk if row else 0, "now": text_of(where, row)}
    return _bench(request, told, where, status=REFUSED, **kept)


def _edited(request: HttpRequest, told: Testimony, where: Passage, typed: str) -> None:
    post = request.POST
    if language := post.get("new_language", "").strip():
        if not is_language(language):
            raise Refused(_("“%(tag)s” is not a language tag such as en or fa.") % {"tag": language})
        means = post.get("means", "")
        add_translation(
            told, passage=where, language=language, text=typed, by=curator(request),
            translator=post.get("translator", "").strip()[:200],
            means=means if means in TranslationMeans.values else TranslationMeans.HUMAN,
        )  # fmt: skip
        return
    pk = post.get("translation", "")
    translation = get_object_or_404(where.translations, pk=number(pk)) if pk else None
    edit_text(
        told, passage=where, translation=translation, text=typed, seen=post.get("seen", ""),
        by=curator(request),
    )  # fmt: skip
