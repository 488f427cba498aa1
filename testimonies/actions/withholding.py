"""Withholding words or whole passages, saying where they stand in each text, and showing them again.

To withhold takes one person and reaches the public in the same transaction. To show again changes the desk
at once; the public waits until somebody else has approved it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.core.spans import Span
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.vocabulary import WithheldBecause
from testimonies.actions.changing import (
    at_work,
    noted,
    passage_of,
    reasoned,
    refuse_other_than,
    text_of,
    translation_of,
)
from testimonies.actions.places import standing
from testimonies.models import Passage, PassageTranslation, Testimony, WithheldSpan, Withholding
from testimonies.models.withholding import new_mark


class Standing(StrEnum):
    """How a withholding stands in one text. All but FITS and NONE keep the whole text from the public."""

    FITS = "fits"
    NONE = "none"  # the text does not render the withheld words
    OPEN = "open"  # nobody has said yet where they stand in it
    LOST = "lost"  # the words are not any more where they were marked
    WHOLE = "whole"


def rows_in(withholding: Withholding, translation: PassageTranslation | None) -> list[WithheldSpan]:
    """The places of a withholding in the original (None) or in a translation."""
    wanted = translation.pk if translation else None
    return [each for each in withholding.spans.all() if each.translation_id == wanted]


def standing_of(withholding: Withholding, translation: PassageTranslation | None, text: str) -> Standing:
    """How a withholding stands in the original (None) or in a translation."""
    if withholding.whole:
        return Standing.WHOLE
    rows = rows_in(withholding, translation)
    if not rows:
        return Standing.OPEN
    if any(not each.none and text[each.start : each.end] != each.exact for each in rows):
        return Standing.LOST
    return Standing.NONE if all(each.none for each in rows) else Standing.FITS


def hidden_whole(passage: Passage, translation: PassageTranslation | None) -> bool:
    """Whether nothing of a text is shown, whatever else is decided about it."""
    text = text_of(passage, translation)
    shown = (Standing.FITS, Standing.NONE)
    return any(standing_of(each, translation, text) not in shown for each in passage.withholdings.all())


def withhold(
    testimony: Testimony,
    *,
    passage: Passage,
    spans: Iterable[Span],
    because: str,
    by: User,
    why: str = "",
    translation: PassageTranslation | None = None,
    seen: str = "",
) -> Withholding:
    """Withholds words of a passage, as they stand in its original or in one translation.

    Until somebody says where they stand in the others, those are withheld whole. `seen` names the text
    that the places were chosen in.
    """
    _known(because)
    with at_work(testimony, by=by, why=why) as testimony:
        passage = passage_of(testimony, passage)
        translation = translation_of(passage, translation)
        text = text_of(passage, translation)
        refuse_other_than(text, seen)
        places = _sound(text, spans)
        for each in passage.withholdings.prefetch_related("spans"):
            if _covers(each, translation, text, places):
                raise Refused(_("These words are withheld already."))
        made = _made(passage, because, why, by)
        _set_places(made, translation, text, places)
        noted(Deed.Act.WITHHOLD, testimony, by=by, why=_told(made))
    return made


def withhold_whole(
    testimony: Testimony, *, passage: Passage, because: str, by: User, why: str = ""
) -> Withholding:
    """Withholds a passage in the original and every translation: not even who spoke is told."""
    _known(because)
    with at_work(testimony, by=by, why=why) as testimony:
        passage = passage_of(testimony, passage)
        if passage.withholdings.filter(whole=True).exists():
            raise Refused(_("The whole passage is withheld already."))
        made = _made(passage, because, why, by, whole=True)
        noted(Deed.Act.WITHHOLD, testimony, by=by, why=_told(made))
    return made


def say_where(
    withholding: Withholding,
    *,
    translation: PassageTranslation | None,
    spans: Iterable[Span],
    by: User,
    seen: str = "",
) -> None:
    """Says where withheld words stand in a text; without a place: that they do not stand in it."""
    with at_work(withholding.passage.testimony, by=by) as testimony:
        fresh, translation = _fresh(testimony, withholding, translation)
        text = text_of(fresh.passage, translation)
        refuse_other_than(text, seen)
        spans = list(spans)
        _set_places(fresh, translation, text, _sound(text, spans) if spans else [])


def withhold_text(
    withholding: Withholding, *, translation: PassageTranslation | None, by: User, seen: str = ""
) -> None:
    """Says that all of a text is to be withheld where a few words of the passage are."""
    with at_work(withholding.passage.testimony, by=by) as testimony:
        fresh, translation = _fresh(testimony, withholding, translation)
        text = text_of(fresh.passage, translation)
        refuse_other_than(text, seen)
        _set_places(fresh, translation, text, [Span(0, len(text))])


def carry_over(withholding: Withholding, *, translation: PassageTranslation | None, by: User) -> None:
    """Marks the withheld words again after an edit, where each still stands exactly once."""
    with at_work(withholding.passage.testimony, by=by) as testimony:
        fresh, translation = _fresh(testimony, withholding, translation)
        text = text_of(fresh.passage, translation)
        places = once_each(rows_in(fresh, translation), text)
        if not places:
            raise Refused(_("The words do not stand exactly once any more. Mark them again by hand."))
        _set_places(fresh, translation, text, places)


def ask_again(withholding: Withholding, *, translation: PassageTranslation | None, by: User) -> None:
    """Forgets where withheld words stand in a text, because it was wrong: until somebody says it, the whole
    text is withheld."""
    with at_work(withholding.passage.testimony, by=by) as testimony:
        fresh, translation = _fresh(testimony, withholding, translation)
        fresh.spans.filter(translation=translation).delete()
        if not fresh.spans.filter(none=False).exists():
            raise Refused(_("These are the only words that say what is withheld. Show it again instead."))


def show_again(withholding: Withholding, *, by: User, why: str) -> None:
    """Takes a withholding back. The public sees the words only after somebody else has approved that."""
    reasoned(why)
    with at_work(withholding.passage.testimony, by=by, why=why) as testimony:
        fresh = Withholding.objects.filter(pk=withholding.pk, passage__testimony=testimony).first()
        if fresh is None:
            raise Refused(_("Somebody has taken this back already."))
        told = f"{fresh.mark}: {why}"
        fresh.delete()
        noted(Deed.Act.SHOW, testimony, by=by, why=told)


def once_each(rows: Sequence[WithheldSpan], text: str) -> list[Span]:
    """Where the words of all these places stand, if each stands exactly once; [] otherwise."""
    found = [standing(text, each.exact) for each in rows if not each.none]
    places = [each[0] for each in found if len(each) == 1]
    return places if len(places) == len(found) else []


def _known(because: str) -> None:
    if because not in WithheldBecause.values:
        raise Refused(_("Choose a reason: readers are told why something is not shown."))


def _sound(text: str, spans: Iterable[Span]) -> list[Span]:
    """The places in order, without blanks at their ends; raises Refused for one outside the text."""
    places = [Span(*each) for each in spans]
    if any(not 0 <= each.start < each.end <= len(text) for each in places):
        raise Refused(_("These words do not stand in the passage. Select them again."))
    places = sorted({each.trimmed(text) for each in places})
    places = [each for each in places if each.start < each.end]
    if not places:
        raise Refused(_("Select the words first."))
    return places


def _covers(
    withholding: Withholding, translation: PassageTranslation | None, text: str, places: Sequence[Span]
) -> bool:
    how = standing_of(withholding, translation, text)
    if how == Standing.WHOLE:
        return True
    held = [Span(each.start, each.end) for each in rows_in(withholding, translation) if not each.none]
    return how == Standing.FITS and all(any(one.holds(each) for one in held) for each in places)


def _made(passage: Passage, because: str, why: str, by: User, *, whole: bool = False) -> Withholding:
    return Withholding.objects.create(
        passage=passage, whole=whole, because=because, why=why, decided_by=by.get_username()
    )


def _set_places(
    withholding: Withholding, translation: PassageTranslation | None, text: str, places: Sequence[Span]
) -> None:
    rows = rows_in(withholding, translation)
    if rows and [(each.start, each.end) for each in rows if not each.none] != [*map(tuple, places)]:
        # Other words: another mark, by which the edition knows that an older text may say too much.
        withholding.mark = new_mark()
        withholding.save(update_fields=["mark"])
    withholding.spans.filter(translation=translation).delete()
    if not places:
        withholding.spans.create(translation=translation, none=True)
    for each in places:
        withholding.spans.create(translation=translation, start=each.start, end=each.end, exact=each.of(text))


def _fresh(
    testimony: Testimony, withholding: Withholding, translation: PassageTranslation | None
) -> tuple[Withholding, PassageTranslation | None]:
    fresh = Withholding.objects.filter(pk=withholding.pk, passage__testimony=testimony, whole=False).first()
    if fresh is None:
        raise Refused(_("Somebody has taken this back already."))
    return fresh, translation_of(fresh.passage, translation)


def _told(withholding: Withholding) -> str:
    """For the audit: which mark and why; never the words."""
    return f"{withholding.mark}: {withholding.get_because_display()}. {withholding.why}".strip()
