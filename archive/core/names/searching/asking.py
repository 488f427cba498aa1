"""What somebody looks for, as keys: in how many ways its words may be one or two, surely or nearly."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from archive.core.names.searching.keys import exact_keys, near_keys, sure_keys
from archive.core.names.searching.parts import Part, joined, parts

Keys = frozenset[str]
Way = tuple[Keys, ...]  # a name answers if it has one key of each
LONGEST = 200  # signs of a query that are looked at
MOST = 6  # parts of a query that are looked up


class Asked(NamedTuple):
    """A query: its parts, and the ways in which names may answer it, the surest first."""

    parts: tuple[Part, ...]
    exact: Keys
    sure: tuple[Way, ...]
    near: tuple[Way, ...]
    partial: tuple[Way, ...]  # all parts but one

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(one.written for one in self.parts)


@lru_cache(maxsize=1024)
def asked(words: str) -> Asked:
    """A query as it is looked up."""
    found = parts(words[:LONGEST])
    looked = _telling(found)
    readings = _readings(looked)
    return Asked(
        parts=found,
        exact=exact_keys(found),
        sure=tuple(tuple(map(sure_keys, reading)) for reading in readings),
        near=tuple(tuple(map(near_keys, reading)) for reading in readings[:3]),
        partial=_partial(looked),
    )


def _telling(found: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that are looked up: of a long query the longest, and initials only beside few."""
    if len(found) <= MOST:
        return found
    longest = sorted(found, key=lambda one: -len(one.written))[:MOST]
    return tuple(one for one in found if one in longest)[:MOST]


def _readings(found: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """The parts as they stand, and with two neighbours as one word."""
    readings = [found] if found else []
    for at in range(len(found) - 1):
        one = joined(found[at], found[at + 1])
        if one:
            readings.append((*found[:at], one, *found[at + 2 :]))
    return readings


def _partial(found: tuple[Part, ...]) -> tuple[Way, ...]:
    whole = tuple(one for one in found if not one.initial)
    if len(whole) < 2:
        return ()
    return tuple(
        tuple(sure_keys(one) for place, one in enumerate(whole) if place != at) for at in range(len(whole))
    )
