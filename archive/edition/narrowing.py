"""The law of direction, as arithmetic: what only takes away is narrowing, all else is widening.

Narrowing may be done by one person and takes effect at once; widening needs two. A text with a few
words struck out is a changed text, not a narrower one: without its "not" a sentence says the opposite.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from archive.core.languages import is_language
from archive.core.names import occurrences, parts
from archive.core.words import folded
from archive.edition import segments
from archive.edition.rendering import LinkTo, Rendering


def narrows(old: Rendering, new: Rendering) -> bool:
    """Whether everything that `new` says is said by `old` already."""
    return survivors(old, new) == new


def survivors(old: Rendering, new: Rendering) -> Rendering:
    """What of the public rendering `old` is still in `new`: the part that nobody has to approve."""
    left = Rendering(
        kind=old.kind,
        document=_met(old.document, new.document),
        links=tuple(link for link in (_met_link(each, new.links) for each in old.links) if link),
        closes_at=min(filter(None, (old.closes_at, new.closes_at)), default=None),
        opens_at=new.opens_at,
        outputs=tuple(each for each in old.outputs if each in new.outputs),
        never=new.never,
        files=new.files,
    )
    return _without(left, new.never) if new.never else left


def _without(left: Rendering, never: frozenset[str]) -> Rendering:
    """The same without the texts that hold what no public text may hold any more."""
    is_named = _finder(never)
    return replace(
        left,
        document=_emptied(left.document, is_named),
        links=tuple(LinkTo(each.role, each.target, _emptied(each.note, is_named)) for each in left.links),
    )


def _finder(never: frozenset[str]) -> Callable[[str], bool]:
    """Whether a text holds one of these names, in any script, spelling or inflection."""
    # “Witness K” less its initial is “witness”, which stands in every other title: only as it is written
    known = [each.title() for each in never if len(parts(each)) > 1 or len(each.split()) == 1]

    def is_named(text: str) -> bool:
        plain = f" {folded(text)} "
        return any(f" {each} " in plain for each in never) or bool(occurrences(text, known))

    return is_named


def _emptied(value: Any, is_named: Callable[[str], bool]) -> Any:
    if isinstance(value, dict):
        kept = {key: _emptied(each, is_named) for key, each in value.items()}
        # of a language map a text goes with its language; in a part of a shape every key stands
        return {key: each for key, each in kept.items() if each} if _is_language_map(value) else kept
    if isinstance(value, list):
        if segments.is_text(value):
            return segments.without(value, is_named)
        return [_emptied(each, is_named) for each in value]
    return "" if isinstance(value, str) and is_named(value) else value


def _is_language_map(value: dict) -> bool:
    return all(is_language(key) and isinstance(each, str) for key, each in value.items())


def _met_link(old: LinkTo, links: tuple[LinkTo, ...]) -> LinkTo | None:
    for new in links:
        if (new.role, new.target) == (old.role, old.target):
            return LinkTo(old.role, old.target, _met(old.note, new.note))
    return None


def _met(old: Any, new: Any) -> Any:
    if old == new or _is_empty(new):
        return new
    if isinstance(old, dict) and isinstance(new, dict):
        if _is_other_file(old, new):
            return None
        return {key: _met(value, new[key]) for key, value in old.items() if key in new}
    if isinstance(old, list) and isinstance(new, list):
        if segments.is_text(old) and segments.is_text(new):
            return segments.left_of(old, new)
        return _met_list(old, new)
    return old


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)


def _met_list(old: list, new: list) -> list:
    """Items stay while the new list has them, or one changed item in their place: of the same identifier,
    language or start. Where it is not certain which item took which place, none of them stays."""
    gone = [item for item in old if item not in new]
    come = [item for item in new if item not in old]
    kept = []
    for item in old:
        if item in new:
            kept.append(item)
        elif (
            (twin := _only_twin(item, come))
            and _only_twin(twin, gone) == item
            and not _is_other_file(item, twin)
        ):
            kept.append(_met(item, twin))
    return kept


def _is_other_file(old: dict, new: dict) -> bool:
    """A public file that was made anew: the old one may hold what the new one leaves out."""
    return "file" in old and old["file"] != new.get("file")


def _only_twin(item: Any, others: list) -> dict | None:
    if not isinstance(item, dict):
        return None
    twins = [each for each in others if isinstance(each, dict) and _same_place(item, each)]
    return twins[0] if len(twins) == 1 else None


def _same_place(one: dict, other: dict) -> bool:
    if "id" in one:
        return one["id"] == other.get("id")
    return any(key in one and one[key] == other.get(key) for key in ("language", "start"))
