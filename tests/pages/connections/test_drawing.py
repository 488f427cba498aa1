"""The drawing of connections: no two names meet, none leaves the drawing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from archive.pages.connections.drawing import WIDTH, Dot, breadth, drawing, fitting
from archive.pages.connections.sentences import CLAIMS, DEMANDS, EVENTS, WORDS, Neighbour, Sentence
from archive.pages.shown.texts import Linked, Text

NAMES = [
    Text("Ana", "en"), Text("Committee of the Families of the Disappeared of Upper Karsava", "en"),
    Text("لیلا اورمند", "fa"), Text("کمیتهٔ خانواده‌های ناپدیدشدگان کارساوای علیا و سفلی و میانه", "fa"),
]  # fmt: skip


def _neighbours(many: int) -> list[Neighbour]:
    sorts = (EVENTS, WORDS, DEMANDS, CLAIMS)
    return [
        Neighbour(
            Linked(f"/{n}", NAMES[n % 4], "person", f"{n}", Text("", "")), False,
            [Sentence(sort, SafeString(""), n + 1, []) for sort in sorts[: n % 4 + 1]],
        )
        for n in range(many)
    ]  # fmt: skip


def _spans(dot: Dot) -> tuple[float, float]:
    """From where to where its name reaches."""
    begins_left = (dot.label.anchor == "start") == (dot.label.text.dir == "ltr")
    return (
        (dot.label.x, dot.label.x + dot.label.width)
        if begins_left
        else (dot.label.x - dot.label.width, dot.label.x)
    )


@pytest.mark.parametrize("many", [1, 2, 3, 7, 24])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_no_name_meets_another_or_leaves_the_drawing(many: int, language: str):
    with override(language):
        made = drawing(NAMES[1], _neighbours(many))
    assert len(made.dots) == many
    for dot in made.dots:
        left, right = _spans(dot)
        assert 0 <= left < right <= WIDTH
        assert 12 <= dot.y <= made.height - 12
        assert right < dot.x or left > dot.x
    for side in (-1, 1):
        rows = sorted(dot.y for dot in made.dots if (dot.x - WIDTH / 2) * side > 0)
        assert all(below - above >= 30 for above, below in pairwise(rows))
    x, _y, wide, _high = made.plate
    assert all(not x <= dot.x <= x + wide or abs(dot.y - made.height / 2) > 30 for dot in made.dots)


def test_heavier_lines_say_more_records():
    with override("en"):
        dots = drawing(NAMES[0], _neighbours(6)).dots
    assert [dot.lines[0].weight for dot in dots] == [1, 2, 2, 2, 3, 3]
    assert [len(dot.lines) for dot in dots] == [1, 2, 3, 4, 1, 2]
    assert len({line.path for line in dots[3].lines}) == 4


def test_a_name_is_cut_only_where_there_is_no_room():
    assert fitting(NAMES[0], 300) == NAMES[0]
    cut = fitting(NAMES[1], 200)
    assert cut.words.endswith("…")
    assert breadth(cut.words) <= 200
