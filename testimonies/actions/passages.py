"""Correcting a passage: its text, who speaks, its times, its warnings, its place in the testimony."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.core.spans import Span
from archive.desk.review import Refused
from archive.edition.vocabulary import ContentWarning, Turn
from testimonies.actions.changing import (
    at_work,
    passage_of,
    reasoned,
    refuse_other_than,
    text_of,
    translation_of,
)
from testimonies.actions.places import carried
from testimonies.models import Passage, PassageTranslation, Testimony, WithheldSpan


def edit_text(
    testimony: Testimony,
    *,
    passage: Passage,
    text: str,
    seen: str,
    by: User,
    translation: PassageTranslation | None = None,
    why: str = "",
) -> None:
    """Sets a passage's text, or one of its translations', if it is still the one that was seen.

    A withheld place goes along where the edit was clearly elsewhere; otherwise it does not fit any more,
    and the whole text is withheld until somebody marks the place again.
    """
    text = _sound(text)
    with at_work(testimony, by=by, why=why) as testimony:
        passage = passage_of(testimony, passage)
        translation = translation_of(passage, translation)
        refuse_other_than(text_of(passage, translation), seen)
        put_text(passage, translation, text)


def put_text(passage: Passage, translation: PassageTranslation | None, text: str) -> None:
    """The same inside a change that holds the lock."""
    old = text_of(passage, translation)
    if old == text:
        return
    for row in WithheldSpan.objects.filter(withholding__passage=passage, translation=translation, none=False):
        _carry(row, old, text)
    if translation:
        translation.text = text
        translation.save(update_fields=["text"])
        return
    passage.words = [
        [at, place.start, place.end]
        for at, start, end in passage.words
        if (place := carried(Span(start, end), old, text))
    ]
    passage.text = text
    passage.save(update_fields=["text", "words"])


def _carry(row: WithheldSpan, old: str, new: str) -> None:
    place = Span(row.start, row.end)
    fitted = place.of(old) == row.exact
    moved = carried(place, old, new) if fitted else None
    unmarked(row, new) if moved is None else _move(row, moved)


def _move(row: WithheldSpan, place: Span) -> None:
    row.start, row.end = place
    row.save(update_fields=["start", "end"])


def unmarked(row: WithheldSpan, text: str) -> None:
    """Lets a place fit nowhere in a text, so that no equal words take its part by chance."""
    _move(row, Span(len(text) + 1, len(text) + 2))


def add_translation(
    testimony: Testimony,
    *,
    passage: Passage,
    language: str,
    text: str,
    translator: str,
    means: str,
    by: User,
) -> PassageTranslation:
    """Adds one passage's translation. Where words are withheld it is withheld whole until they are marked."""
    text = _sound(text)
    with at_work(testimony, by=by) as testimony:
        passage = passage_of(testimony, passage)
        if passage.language == language or passage.translations.filter(language=language).exists():
            raise Refused(_("This passage stands in that language already."))
        return passage.translations.create(language=language, text=text, translator=translator, means=means)


def describe(
    testimony: Testimony,
    *,
    passage: Passage,
    turn: str,
    start_ms: int | None,
    end_ms: int | None,
    by: User,
) -> None:
    """Says who speaks in a passage and when."""
    if turn not in Turn.values:
        raise Refused(_("Choose who speaks."))
    if start_ms is not None and end_ms is not None and end_ms < start_ms:
        raise Refused(_("It ends before it begins."))
    with at_work(testimony, by=by) as testimony:
        passage = passage_of(testimony, passage)
        passage.turn, passage.start_ms, passage.end_ms = turn, start_ms, end_ms
        passage.save(update_fields=["turn", "start_ms", "end_ms"])


def warn(testimony: Testimony, *, passage: Passage, warnings: Iterable[str], by: User) -> None:
    """Says what a reader should know before reading a passage."""
    chosen = set(warnings)
    if not chosen <= set(ContentWarning.values):
        raise Refused(_("Choose warnings of the list."))
    with at_work(testimony, by=by) as testimony:
        passage = passage_of(testimony, passage)
        passage.warnings = [each for each in ContentWarning.values if each in chosen]
        passage.save(update_fields=["warnings"])


def move(testimony: Testimony, *, passage: Passage, by: User, steps: int) -> None:
    """Moves a passage up (-1) or down (1) among the others."""
    with at_work(testimony, by=by) as testimony:
        order = list(testimony.passages.all())
        at = order.index(passage_of(testimony, passage))
        order.insert(max(0, min(at + steps, len(order) - 1)), order.pop(at))
        put_in_order(order)


def put_in_order(passages: Iterable[Passage]) -> None:
    """Numbers passages as they come, from 1: the numbers that curators are told."""
    for number, each in enumerate(passages, 1):
        if each.position != number:
            each.position = number
            each.save(update_fields=["position"])


def _sound(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not text:
        raise Refused(_("A passage needs words. To take it out of the public, withhold it."))
    return text


def remove(testimony: Testimony, *, passage: Passage, by: User, why: str) -> None:
    """Takes a passage out of the testimony altogether, with its translations; the history keeps it."""
    reasoned(why)
    with at_work(testimony, by=by, why=why) as testimony:
        passage_of(testimony, passage).delete()
        put_in_order(testimony.passages.all())
