import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.transcripts import Cue, Word
from archive.core.transcripts.joining import joined


def cue(
    text: str, start: int | None = None, end: int | None = None, speaker: str = "A", **more: object
) -> Cue:
    return Cue(text, speaker, "", start, end, **more)  # type: ignore[arg-type]


def test_a_turn_over_several_cues_becomes_one_passage():
    passages = joined(
        [cue("We waited", 0, 1000), cue("all\nnight.", 1000, 2500), cue("When?", 2600, 3000, "Q")]
    )
    assert passages == (cue("We waited all night.", 0, 2500), cue("When?", 2600, 3000, "Q"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (cue("a", 0, 1000), cue("b", 3001, 4000)),
        (cue("a", 0, 1000), cue("b", 1000, 2000, "B")),
        (cue("a", 0, 1000), Cue("b", "A", "answer", 1000, 2000)),
        (cue("a", 0, 1000, ""), cue("b", 0, 1000, "", turn=True)),
        (cue("a", speaker=""), cue("b", speaker="")),
        (cue("a", 0, 1000), cue("b")),
        (cue("a" * 700, 0, 1000), cue("b" * 600, 1000, 2000)),
        (cue("a" * 700 + ".", 0, 1000), cue("b", 1000, 2000)),
        (cue("a" * 700 + "؟»", 0, 1000), cue("b", 1000, 2000)),
    ],
)
def test_what_does_not_belong_together_stays_apart(one: Cue, two: Cue):
    assert joined([one, two]) == (one, two)


@pytest.mark.parametrize(
    ("one", "two", "passage"),
    [
        (cue("a", 0, 1000), cue("b", 3000, 4000), cue("a b", 0, 4000)),
        (cue("a", 0, 1000, ""), cue("b", 900, 950, ""), cue("a b", 0, 1000, "")),
        (cue("a"), cue("b"), cue("a\nb")),
        (cue("a", 0), cue("b", 90_000), cue("a\nb", 0, None)),
        (cue("a", 0, 1000), cue("b", 1000, None), cue("a\nb", 0, None)),
    ],
)
def test_what_belongs_together_is_joined(one: Cue, two: Cue, passage: Cue):
    assert joined([one, two]) == (passage,)


def test_words_keep_their_times_and_places():
    (passage,) = joined(
        [
            cue("We waited", 0, 1000, words=(Word(0, 0, 2), Word(500, 3, 9))),
            cue("all\nnight", 1000, 2000, words=(Word(1000, 0, 3), Word(1500, 4, 9))),
        ]
    )
    assert [(word.start_ms, passage.text[word.text_start : word.text_end]) for word in passage.words] == [
        (0, "We"), (500, "waited"), (1000, "all"), (1500, "night"),
    ]  # fmt: skip


cues = st.builds(
    Cue,
    text=st.text("ab .\n", min_size=1, max_size=30).filter(str.strip).map(str.strip),
    speaker=st.sampled_from(["", "A", "Q"]),
    start_ms=st.none() | st.integers(0, 9000),
    end_ms=st.none() | st.integers(0, 9000),
    turn=st.booleans(),
)


@given(st.lists(cues, max_size=12), st.integers(10, 100))
def test_joining_loses_no_word_and_no_speaker(given_cues: list[Cue], longest: int):
    passages = joined(given_cues, longest=longest)
    assert (
        " ".join(each.text for each in passages).split() == " ".join(each.text for each in given_cues).split()
    )
    assert {each.speaker for each in passages} == {each.speaker for each in given_cues}
    whole = {each.text.replace("\n", " ") for each in given_cues}
    assert all(len(each.text) <= longest or each.text.replace("\n", " ") in whole for each in passages)


@given(st.lists(cues, max_size=12))
def test_a_passages_times_hold_all_of_its_cues(given_cues: list[Cue]):
    passages = joined(given_cues)
    latest = max((each.end_ms for each in given_cues if each.end_ms is not None), default=None)
    if latest is not None and all(each.end_ms is not None for each in passages):
        assert max(each.end_ms for each in passages if each.end_ms is not None) == latest
