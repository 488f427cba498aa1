"""How well names are found: every spelling asked of a directory of many names, its hits counted.

Recall@10: the share of queries whose own row is among the first ten hits. Precision@10: of the hits shown
(cut by the threshold, ten at most), the share that is right. A hit is right if every asked part is a spelling
of its part: the table says which spellings are of one name, so chance likeness counts as wrong.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from archive.core.names.searching import Directory
from archive.core.words import folded

FOLDER = Path(__file__).parent / "evaluation"


@dataclass
class Figures:
    """What was asked and found."""

    asked: int = 0
    found: int = 0
    shown: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.asked if self.asked else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.shown if self.shown else 0.0


class Table(NamedTuple):
    """Rows of spellings of one name each."""

    tuned: list[list[str]]
    held_out: list[list[str]]
    apart: list[tuple[str, str]]


def rows(name: str) -> list[list[str]]:
    """The rows of one of the tables."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [[one.strip() for one in line.split("|")] for line in lines if line and not line.startswith("#")]


def table() -> Table:
    """The table; every third row is held out and was not looked at while the rules were made."""
    same = rows("same.txt")
    return Table(
        tuned=[row for at, row in enumerate(same) if at % 3],
        held_out=[row for at, row in enumerate(same) if not at % 3],
        apart=[(row[0], row[1]) for row in rows("apart.txt")],
    )


def pairs_in(same: list[list[str]]) -> int:
    """How many pairs of spellings a table holds."""
    return sum(len(row) * (len(row) - 1) // 2 for row in same)


class Person(NamedTuple):
    """An invented person: which rows the parts of the name come from, and how it is spelt."""

    names: tuple[int, int]
    text: str


def invented(same: list[list[str]], count: int, *, seed: int = 4) -> list[Person]:
    """Full names put together from the rows, each in spellings of one script."""
    chance = random.Random(seed)  # noqa: S311 (invented names)
    found = []
    for _ in range(count):
        first, last = chance.randrange(len(same)), chance.randrange(len(same))
        arabic = chance.random() < 0.5
        spelt = [chance.choice(_of_script(same[at], arabic)) for at in (first, last)]
        found.append(Person((first, last), " ".join(spelt)))
    return found


def _of_script(row: list[str], arabic: bool) -> list[str]:
    return [one for one in row if ("\u0600" <= one[0] <= "\u06ff") is arabic] or row


def evaluate(same: list[list[str]], people: list[Person], directory: Directory, figures: Figures) -> None:
    """Asks for each pair of spellings of a row: one in the directory, the other as the query."""
    every = rows("same.txt")
    places = {tuple(row): at for at, row in enumerate(every)}
    by_name: defaultdict[int, list[Person]] = defaultdict(list)
    for person in people:
        by_name[person.names[0]].append(person)
    for row in same:
        at = places[tuple(row)]
        for stored, query in permutations(row, 2):
            _ask(at, stored, query, by_name[at], every, directory, figures)


def _ask(
    at: int, stored: str, query: str, people: list[Person], every: list[list[str]], directory: Directory,
    figures: Figures,
) -> None:  # fmt: skip
    holders = [person for person in people if person.text.startswith(stored + " ")]
    if not holders:
        return
    person = holders[len(query) % len(holders)]
    surname = every[person.names[1]]
    whole = f"{query} {surname[len(query) % len(surname)]}"
    hits = [hit.record for hit in directory.find(whole)]
    figures.asked += 1
    own = [_person(hit) for hit in hits]
    if any(names == person.names for names in own):
        figures.found += 1
    else:
        figures.missed.append(f"{whole} → {person.text}")
    figures.shown += len(hits)
    for hit, names in zip(hits, own, strict=True):
        if sorted(names) == sorted(person.names) or _holds(person, hit, every):
            figures.right += 1
        else:
            figures.wrong.append(f"{whole} ≠ {hit}")


def _holds(person: Person, hit: str, every: list[list[str]]) -> bool:
    """Whether both names that were asked stand in the hit, in some spelling: Mohammad in Mohammad-Ali."""
    text = f" {folded(hit.split('/', 3)[3])} "
    return all(any(f" {folded(one)} " in text for one in every[at]) for at in person.names)


def _person(record: str) -> tuple[int, int]:
    first, last = record.split("/")[:2]
    return int(first), int(last)


def directory_of(people: list[Person]) -> Directory:
    """The people under identifiers that say which names they bear."""
    return Directory(
        (f"{one.names[0]}/{one.names[1]}/{at}/{one.text}", one.text) for at, one in enumerate(people)
    )


def confused(directory_names: list[tuple[str, str]], figures: Figures) -> None:
    """Asks for each name of a pair that only looks alike, where both are there beside a common surname."""
    for one, other in directory_names:
        held = Directory([("one", one), ("other", other)])
        for query, wanted, false in ((one, "one", "other"), (other, "other", "one")):
            hits = [hit.record for hit in held.find(query)]
            figures.asked += 1
            figures.found += wanted in hits
            figures.shown += len(hits)
            figures.right += wanted in hits
            if false in hits:
                figures.wrong.append(f"{query} ≠ {other if query == one else one}")


def evaluate_list(names: dict[str, list[str]], figures: Figures, *, most: int) -> None:
    """Asks for each name of each row, the very same writing left out: only its row's other names may answer.

    Whether another row is rightly shown cannot be known from a list: precision counts the own row only.
    """
    directory = Directory((row, text) for row, texts in names.items() for text in texts)
    every = [(row, query) for row, texts in names.items() if len(texts) > 1 for query in texts]
    chosen = random.Random(4).sample(every, min(most, len(every)))  # noqa: S311 (an even choice)
    for row, query in chosen:
        hits = [hit.record for hit in directory.find(query, without=query)]
        figures.asked += 1
        figures.shown += len(hits)
        figures.right += row in hits
        if row in hits:
            figures.found += 1
        else:
            figures.missed.append(f"{query} → {' | '.join(text for text in names[row] if text != query)}")
