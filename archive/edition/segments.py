"""The law of direction for a passage's text: words may give way to marks at once, and to nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archive.edition.overlay import both_show
from archive.edition.vocabulary import SegmentKind, WithheldBecause

Segment = dict[str, Any]
WORDS = SegmentKind.WORDS.value
PENDING: Segment = {
    "kind": SegmentKind.WITHHELD.value, "text": "", "because": WithheldBecause.PENDING.value, "mark": "",
}  # fmt: skip
AND_MORE: list[Segment] = [{"kind": WORDS, "text": " ", "because": "", "mark": ""}, PENDING]
_MARKS = 0xF0000  # signs of a private plane stand for marks while two texts are compared


def is_text(value: Any) -> bool:
    """Whether a list is a text in segments."""
    return bool(value) and all(isinstance(each, dict) and "mark" in each for each in value)


def left_of(old: list[Segment], new: list[Segment]) -> list[Segment]:
    """What of a public text stays while the desk's is `new`.

    Where words only gave way to marks: the new text, without names that nobody has approved yet.
    Where other words are shown again besides: what both show.
    Where the end was cut off: the new text, and a mark that there was more.
    Where it was reworded but nothing more is withheld: the old one, until the new one is approved.
    Where both happened, nobody can say which old words are meant: nothing.
    """
    approved = [each for each in old if each["kind"] == SegmentKind.PSEUDONYM]
    careful = [
        each | {"text": ""} if each["kind"] == SegmentKind.PSEUDONYM and each not in approved else each
        for each in new
    ]
    if _gave_way(old, careful):
        return careful
    if (common := both_show(old, careful)) is not None:
        return common
    # As when a passage is parted: what is withheld later of the other part would be missed in the old text.
    if _gave_way(old, cut_off := [*careful, *AND_MORE]):
        return cut_off
    # A mark has one name as long as it hides the same words, so no new name means that no more is hidden.
    known = {each["mark"] for each in old}
    return old if {each["mark"] for each in new} <= known | {""} else [PENDING]


def without(text: list[Segment], is_named: Callable[[str], bool]) -> list[Segment]:
    """A text with a mark in the place of each stretch that holds what no text may hold any more."""
    return [
        (PENDING if each["kind"] == WORDS else each | {"text": ""}) if is_named(each["text"]) else each
        for each in text
    ]


def _gave_way(old: list[Segment], new: list[Segment]) -> bool:
    """Whether `new` is `old` with some stretches replaced by marks.

    Each stretch of words of `new` must stand in `old`, in order, with something between each two that
    a mark parts. The first place that fits is the best: it leaves most room for the others.
    """
    flat = "".join(
        each["text"] if each["kind"] == WORDS else chr(_MARKS + place) for place, each in enumerate(old)
    )
    first, *others = _stretches(new)
    if not flat.startswith(first):
        return False
    here = len(first)
    for words in others[:-1]:
        found = flat.find(words, here + 1)
        if found < 0:
            return False
        here = found + len(words)
    return (
        len(flat) == here if not others else flat.endswith(others[-1]) and here < len(flat) - len(others[-1])
    )


def _stretches(segments: list[Segment]) -> list[str]:
    """The words before, between and after the marks."""
    stretches = [""]
    for each in segments:
        if each["kind"] == WORDS:
            stretches[-1] += each["text"]
        else:
            stretches.append("")
    return stretches
