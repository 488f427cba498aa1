"""Neighbours drawn around the one in the middle: a ring of dots in rows, so that no two names meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from archive.core.languages import direction
from archive.pages.connections.sentences import SORTS, Neighbour
from archive.pages.shown.texts import Text, reader

WIDTH = 820
ROW = 34  # from one name to the next: more than a finger needs
ACROSS = 160  # from the middle to the widest dots
EDGE, GAP, SIGN = 30, 12, 15  # of the drawing; from a dot to its name; the size of letters
BEND = 22  # between two lines to one neighbour
MIDDLE = 190  # the widest the name in the middle may be


@dataclass(frozen=True)
class Label:
    """A name that is no wider than its place; `anchor` is where SVG holds it, in its own direction."""

    text: Text
    x: int
    y: int
    anchor: str
    width: int


@dataclass(frozen=True)
class Line:
    """One sort of relation to a neighbour; `weight` 1 to 3: one record, some, many."""

    path: str
    sort: str
    weight: int


@dataclass(frozen=True)
class Dot:
    neighbour: Neighbour
    x: int
    y: int
    label: Label
    lines: list[Line]
    hold: tuple[int, int, int, int]  # what can be pressed: x, y, width, height


@dataclass(frozen=True)
class Drawing:
    height: int
    middle: Label
    dots: list[Dot]
    sorts: list[tuple[str, str]]
    width: int = WIDTH

    @property
    def plate(self) -> tuple[int, int, int, int]:
        """What stands behind the name in the middle."""
        wide = self.middle.width + 2 * GAP
        return (WIDTH - wide) // 2, (self.height - ROW) // 2, wide, ROW

    @property
    def square(self) -> tuple[str, ...]:
        """The kinds of neighbours that have square marks."""
        return "organisation", "victim_group"


def drawing(middle: Text, neighbours: list[Neighbour]) -> Drawing:
    """The neighbours in two halves, the closest first where reading begins."""
    rows = ceil(len(neighbours) / 2)
    height = max(rows, 4) * ROW + 2 * EDGE
    first = -1 if direction(reader()) == "ltr" else 1
    dots = []
    for side, half in ((first, neighbours[:rows]), (-first, neighbours[rows:])):
        reach = max(rows - 1, 5) * ROW / 2 * 1.15  # of the ring, a little beyond the outermost rows
        for place, each in enumerate(half):
            y = (place - (len(half) - 1) / 2) * ROW
            dots.append(_dot(each, side, y, reach, height))
    words = fitting(middle, MIDDLE)
    label = Label(words, WIDTH // 2, height // 2, "middle", breadth(words.words))
    named = {line.sort for dot in dots for line in dot.lines}
    return Drawing(height, label, dots, [(sort, str(name)) for sort, name in SORTS.items() if sort in named])


def _dot(neighbour: Neighbour, side: int, y: float, reach: float, height: int) -> Dot:
    x = round(WIDTH / 2 + side * ACROSS * sqrt(1 - (y / reach) ** 2))
    down = round(height / 2 + y)
    begins = x + side * GAP
    room = WIDTH - begins if side > 0 else begins
    words = fitting(neighbour.who.title, room)
    inwards_first = (side > 0) == (words.dir == "ltr")
    label = Label(words, begins, down, "start" if inwards_first else "end", breadth(words.words))
    long = label.width + 2 * GAP
    hold = (x - GAP if side > 0 else x + GAP - long, down - ROW // 2 + 3, long, ROW - 6)
    return Dot(neighbour, x, down, label, list(_lines(neighbour, x, down, height)), hold)


def _lines(neighbour: Neighbour, x: int, y: int, height: int) -> Iterator[Line]:
    """One for each sort, side by side."""
    counts = {sort: n for sort in SORTS if (n := neighbour.count_of(sort))}
    across, down = x - WIDTH / 2, y - height / 2
    length = sqrt(across**2 + down**2)
    for place, (sort, n) in enumerate(counts.items()):
        aside = (place - (len(counts) - 1) / 2) * BEND * 2
        turn_x = WIDTH / 2 + across / 2 - down / length * aside
        turn_y = height / 2 + down / 2 + across / length * aside
        path = f"M{WIDTH / 2:g} {height / 2:g}Q{turn_x:.1f} {turn_y:.1f} {x:g} {y:g}"
        yield Line(path, sort, 1 if n == 1 else 2 if n < 5 else 3)


def breadth(words: str) -> int:
    """About how wide words are, rather too wide than too narrow."""
    return ceil(sum(map(_sign_breadth, words)) * SIGN)


def _sign_breadth(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1
    if sign in "mwMW—…":
        return 0.95
    if sign.isupper() or sign.isdigit():
        return 0.7
    return 0.35 if sign in "iljtf.,:;'’| " else 0.58


def fitting(text: Text, room: float) -> Text:
    """A name as far as there is room for it; "…" where it goes on."""
    if breadth(text.words) <= room:
        return text
    kept = text.words
    while kept and breadth(f"{kept}…") > room:
        kept = kept[:-1]
    return Text(f"{kept.rstrip()}…", text.language)
