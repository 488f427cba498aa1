"""Parting a passage in two and joining two to one, so that nothing withheld comes to light by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.desk.review import Refused
from archive.edition.published import published_rendering
from testimonies.actions.changing import at_work, passage_of, text_of
from testimonies.actions.passages import put_in_order, unmarked
from testimonies.actions.withholding import Standing, rows_in, standing_of
from testimonies.models import Passage, PassageTranslation, Testimony, Withholding
from testimonies.renderings.names import Renamed
from testimonies.renderings.passages import segments_of

BETWEEN = " "
FIRST, SECOND, BOTH = "first", "second", "both"


class Half(NamedTuple):
    """What of a text goes to the second passage, and where in the old text that began."""

    text: str
    began: int
    translation: PassageTranslation | None = None


def split(
    testimony: Testimony, *, passage: Passage, at: int, translated_at: Mapping[int, int], by: User
) -> Passage:
    """Parts a passage at a place of its text; `translated_at` says where, by translation. Returns the second.

    A translation that is not named stays whole with the first part.
    """
    with at_work(testimony, by=by) as testimony:
        first = passage_of(testimony, passage)
        cuts: dict[PassageTranslation | None, int] = {None: at}
        for each in first.translations.all():
            cuts[each] = translated_at.get(each.pk, len(each.text))
        sides = {each: _side(each, first, cuts) for each in first.withholdings.prefetch_related("spans")}
        _refuse_older_text(testimony, first)
        second, half = _second_half(first, at)
        halves: dict[int | None, Half] = {None: half}
        for translation, cut in cuts.items():
            if translation and (part := _part_translation(translation, second, cut)):
                halves[translation.pk] = part
        for withholding, side in sides.items():
            _take_along(withholding, side, second, halves)
        order = list(testimony.passages.exclude(pk=second.pk))
        order.insert(order.index(first) + 1, second)
        put_in_order(order)
    return second


def _refuse_older_text(testimony: Testimony, passage: Passage) -> None:
    """Of an older public text nobody could say later which of its words belong to the second part: what is
    withheld there would stay public here."""
    public = published_rendering(testimony.identifier)
    shown = {each["id"]: each for each in public.document["passages"]} if public else {}
    if (there := shown.get(passage.identifier)) is None:
        return
    renamed = Renamed.of(testimony)
    older = there["text"] != segments_of(passage, None, renamed)
    for each in passage.translations.all():
        for told in there["translations"]:
            if told["language"] == each.language:
                older = older or told["text"] != segments_of(passage, each, renamed)
    if older and not any(each.whole for each in passage.withholdings.all()):
        raise Refused(
            _("The public still reads an older text of this passage. Publish the new one, then part it.")
        )


def _side(withholding: Withholding, passage: Passage, cuts: Mapping[PassageTranslation | None, int]) -> str:
    """Which part withheld words go with; both for a passage that is withheld whole."""
    if withholding.whole:
        return BOTH
    sides: set[str] = set()
    for translation, cut in cuts.items():
        how = standing_of(withholding, translation, text_of(passage, translation))
        if how not in (Standing.FITS, Standing.NONE):
            raise Refused(
                _("First say where the withheld words stand in every text: then the passage can be parted.")
            )
        for row in rows_in(withholding, translation):
            if not row.none:
                sides |= {
                    side for side, is_in in ((FIRST, row.start < cut), (SECOND, row.end > cut)) if is_in
                }
    if len(sides) > 1:
        raise Refused(_("Withheld words would be parted, or fall on different sides. Part it elsewhere."))
    return sides.pop() if sides else FIRST


def _second_half(first: Passage, at: int) -> tuple[Passage, Half]:
    head, tail = first.text[:at].rstrip(), first.text[at:].lstrip()
    if not head or not tail:
        raise Refused(_("Both parts need words. Part the passage between two of its words."))
    half = Half(tail, len(first.text) - len(tail))
    timed = [
        [when, start - half.began, end - half.began]
        for when, start, end in first.words
        if start >= half.began
    ]
    began = timed[0][0] if timed else None
    second = Passage.objects.create(
        testimony_id=first.testimony_id, position=first.position, turn=first.turn, text=tail,
        speaker_as_stated=first.speaker_as_stated, language=first.language, recording_id=first.recording_id,
        start_ms=first.start_ms if began is None else began, end_ms=first.end_ms, words=timed,
        warnings=first.warnings,
    )  # fmt: skip
    # Where no word has a time both keep the whole time: a silence is then longer than needed, not shorter.
    first.end_ms = first.end_ms if began is None else began
    first.text, first.words = head, [each for each in first.words if each[2] <= len(head)]
    first.save(update_fields=["text", "words", "end_ms"])
    return second, half


def _part_translation(translation: PassageTranslation, second: Passage, cut: int) -> Half | None:
    """What of a translation goes to the second passage; None where all of it stays."""
    head, tail = translation.text[:cut].rstrip(), translation.text[cut:].lstrip()
    began = len(translation.text) - len(tail)
    if not tail:
        return None
    if not head:
        translation.passage = second
        translation.save(update_fields=["passage"])
        return Half(translation.text, 0, translation)
    translation.text = head
    translation.save(update_fields=["text"])
    made = second.translations.create(
        language=translation.language, text=tail, translator=translation.translator, means=translation.means
    )
    return Half(tail, began, made)


def _take_along(
    withholding: Withholding, side: str, second: Passage, halves: Mapping[int | None, Half]
) -> None:
    """Gives a withholding to the part where its words are, with their places."""
    if side == BOTH:
        Withholding.objects.create(
            passage=second, whole=True, because=withholding.because, why=withholding.why,
            decided_by=withholding.decided_by,
        )  # fmt: skip
        return
    if side == SECOND:
        withholding.passage = second
        withholding.save(update_fields=["passage"])
    for row in withholding.spans.all():
        half = halves.get(row.translation_id)
        if side == SECOND and half is None:
            row.delete()  # this translation has nothing of the second part
        elif side == SECOND and half:
            row.translation = half.translation
            if not row.none:
                row.start, row.end = row.start - half.began, row.end - half.began
            row.save()
        elif half and half.translation and half.translation.pk == row.translation_id:
            row.delete()  # this translation went to the second part as a whole


def join(testimony: Testimony, *, passage: Passage, by: User) -> Passage:
    """Joins a passage and the next one to one; what is withheld of either stays withheld."""
    with at_work(testimony, by=by) as testimony:
        first = passage_of(testimony, passage)
        order = list(testimony.passages.prefetch_related("translations", "withholdings__spans"))
        at = order.index(first)
        if at + 1 == len(order):
            raise Refused(_("There is no passage after this one to join it with."))
        first, second = order[at], order[at + 1]
        if first.recording_id != second.recording_id:
            raise Refused(_("These passages belong to different recordings, so they stay two."))
        lost = _misfits(first) | _misfits(second)
        moved = _joined_translations(first, second)
        off = len(first.text) + len(BETWEEN)
        for withholding in second.withholdings.all():
            for row in withholding.spans.all():
                row.translation, shift = moved[row.translation_id] if row.translation_id else (None, off)
                if not row.none:
                    row.start, row.end = row.start + shift, row.end + shift
                row.save()
            withholding.passage = first
            withholding.save(update_fields=["passage"])
        _joined_words(first, second, off)
        Passage.objects.get(pk=second.pk).delete()
        _keep_lost(first, lost)
        put_in_order([*order[: at + 1], *order[at + 2 :]])
        return testimony.passages.get(pk=first.pk)  # anew: what it was read with has moved


def _misfits(passage: Passage) -> set[int]:
    """The places that fit nowhere: two texts together must not make them fit by chance."""
    texts = {each.pk: each.text for each in passage.translations.all()}
    return {
        row.pk
        for withholding in passage.withholdings.all()
        for row in withholding.spans.all()
        if not row.none
        and (texts[row.translation_id] if row.translation_id else passage.text)[row.start : row.end]
        != row.exact
    }


def _joined_translations(first: Passage, second: Passage) -> dict[int, tuple[PassageTranslation, int]]:
    """Joins translations of one language; says of each of the second's where it is now, and how far in."""
    known = {each.language: each for each in first.translations.all()}
    moved: dict[int, tuple[PassageTranslation, int]] = {}
    for each in second.translations.all():
        if before := known.get(each.language):
            moved[each.pk] = before, len(before.text) + len(BETWEEN)
            before.text = before.text + BETWEEN + each.text
            before.save(update_fields=["text"])
        else:
            each.passage = first
            each.save(update_fields=["passage"])
            moved[each.pk] = each, 0
    return moved


def _joined_words(first: Passage, second: Passage, off: int) -> None:
    first.text = first.text + BETWEEN + second.text
    known = first.words and second.words
    first.words = [*first.words, *([when, a + off, b + off] for when, a, b in second.words)] if known else []
    first.end_ms = second.end_ms if first.start_ms is not None else None
    first.warnings = [*first.warnings, *(each for each in second.warnings if each not in first.warnings)]
    first.save(update_fields=["text", "words", "end_ms", "warnings"])


def _keep_lost(passage: Passage, lost: set[int]) -> None:
    texts = {each.pk: each.text for each in passage.translations.all()}
    for withholding in Withholding.objects.filter(passage=passage):
        for row in withholding.spans.filter(pk__in=lost):
            unmarked(row, texts[row.translation_id] if row.translation_id else passage.text)
