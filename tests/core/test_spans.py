import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from archive.core.canonical import sha256
from archive.core.spans import CONTEXT, Anchor, Span

TEXT = "“We waited,” she said. “We waited all night.” He said: “We waited too.”"
texts = st.text(alphabet="ab “”\n…ک\u200c😀", max_size=60)


@st.composite
def anchored(draw: st.DrawFn) -> tuple[str, Anchor]:
    """A text, and an anchor somewhere in it."""
    text = draw(texts.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, Anchor.at(text, Span(start, draw(st.integers(start + 1, len(text)))))


@given(anchored())
def test_an_anchor_holds_where_it_was_made(made: tuple[str, Anchor]):
    text, anchor = made
    assert anchor.holds_in(text)
    assert text[anchor.start : anchor.end] == anchor.exact
    assert anchor.text_sha256 == sha256(text)


@given(anchored())
def test_context_stands_right_before_and_after(made: tuple[str, Anchor]):
    text, anchor = made
    assert anchor.prefix + anchor.exact + anchor.suffix in text
    assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT


@given(anchored(), texts, texts)
def test_words_that_stand_once_are_found_again_wherever_they_moved(
    made: tuple[str, Anchor], before: str, after: str
):
    text, anchor = made
    moved = before + text + after
    places = sum(moved.startswith(anchor.exact, at) for at in range(len(moved)))
    assume(places == 1)
    carried = anchor.carried_to(moved)
    assert carried is not None
    assert carried.start == len(before) + anchor.start
    assert carried.holds_in(moved)


@given(anchored(), texts)
def test_a_carried_anchor_holds_or_there_is_none(made: tuple[str, Anchor], other: str):
    _, anchor = made
    carried = anchor.carried_to(other)
    assert (carried is None) or (carried.exact == anchor.exact and carried.holds_in(other))
    assert carried is not None or other.count(anchor.exact) != 1


@given(anchored())
def test_an_unchanged_text_carries_every_anchor_to_its_own_place(made: tuple[str, Anchor]):
    text, anchor = made
    assert anchor.carried_to(text) in (anchor, None)


def at(words: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Anchor.at(TEXT, Span(start, start + len(words)))


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_equal_words_are_told_apart_by_what_stands_around_them(nth: int):
    second = at("We waited", nth)
    carried = second.carried_to("A new beginning. " + TEXT)
    assert carried is not None
    assert carried.start == second.start + len("A new beginning. ")


def test_words_that_are_gone_have_no_place():
    assert at("all night").carried_to(TEXT.replace("all night", "for an hour")) is None


def test_two_places_that_agree_equally_well_are_no_answer():
    anchor = Anchor.at("xyz", Span(1, 2))
    assert anchor.carried_to("xyz xyz") is None


@pytest.mark.parametrize("span", [Span(0, 0), Span(3, 2), Span(-1, 2), Span(0, 99)])
def test_a_span_outside_the_text_or_empty_is_refused(span: Span):
    with pytest.raises(ValueError, match="not inside"):
        Anchor.at("short", span)


def test_offsets_count_code_points():
    text = "😀 خانه‌ها"
    anchor = Anchor.at(text, Span(2, 9))
    assert anchor.exact == "خانه‌ها"


@pytest.mark.parametrize(
    ("one", "other", "overlap", "held"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 9), Span(2, 4), True, True),
        (Span(2, 4), Span(2, 4), True, True),
    ],
)
def test_spans_overlap_and_hold_each_other(one: Span, other: Span, overlap: bool, held: bool):
    assert one.overlaps(other) is other.overlaps(one) is overlap
    assert one.holds(other) is held


@pytest.mark.parametrize(("text", "span"), [("  two  ", (2, 5)), ("two", (0, 3)), ("\n a\n", (2, 3))])
def test_a_trimmed_span_has_no_white_space_at_its_ends(text: str, span: tuple[int, int]):
    assert Span(0, len(text)).trimmed(text) == span
