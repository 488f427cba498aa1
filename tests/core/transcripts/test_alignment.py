from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.transcripts import Cue
from archive.core.transcripts.alignment import Pair, align
from archive.core.transcripts.joining import joined
from tests.core.transcripts.pairs import INTERVIEWS, bare, damaged, links


def measured(found: Sequence[Pair], wanted: set[tuple[int, int]]) -> tuple[float, float]:
    """Precision and recall of the links."""
    made = links((pair.original, pair.translation) for pair in found)
    right = len(made & wanted)
    return right / max(1, len(made)), right / max(1, len(wanted))


@pytest.mark.parametrize("name", INTERVIEWS)
def test_an_interview_and_its_translation_are_aligned(name: str, record_property):
    told = INTERVIEWS[name]
    pairs = align(told.original, told.translation)
    precision, recall = measured(pairs, links(told.groups))
    record_property(
        "figure", (f"transcripts: aligned {name}", f"precision {precision:.3f}, recall {recall:.3f}")
    )
    assert [(pair.original, pair.translation) for pair in pairs] == told.groups


@pytest.mark.parametrize("name", INTERVIEWS)
def test_words_alone_are_mostly_enough(name: str, record_property):
    told = INTERVIEWS[name]
    pairs = align(bare(told.original), bare(told.translation))
    precision, recall = measured(pairs, links(told.groups))
    record_property(
        "figure", (f"transcripts: words alone, {name}", f"precision {precision:.3f}, recall {recall:.3f}")
    )
    assert min(precision, recall) >= 0.7


@pytest.mark.parametrize("known", ["with speakers", "words alone"])
def test_lost_pages_and_merged_turns_do_little_harm(known: str, record_property):
    """Fifty damaged translations of each untimed interview; sums, because single ones vary."""
    right = made = wanted = sure = sure_and_right = 0
    for name, told in INTERVIEWS.items():
        for seed in range(50 if "untimed" in name or "merged" in name else 0):
            bad = damaged(told, seed)
            ours, theirs = bad.original, bad.translation
            if known == "words alone":
                ours, theirs = bare(ours), bare(theirs)
            pairs = align(ours, theirs)
            gold, found = links(bad.groups), links((pair.original, pair.translation) for pair in pairs)
            certain = links((pair.original, pair.translation) for pair in pairs if pair.sure)
            right, made, wanted = right + len(gold & found), made + len(found), wanted + len(gold)
            sure, sure_and_right = sure + len(certain), sure_and_right + len(certain & gold)
    precision, recall, certainty = right / made, right / wanted, sure_and_right / sure
    record_property("figure", (
        f"transcripts: 150 damaged translations, {known}",
        f"precision {precision:.3f}, recall {recall:.3f}; called sure {sure / made:.2f} of the links, "
        f"of these right {certainty:.3f}",
    ))  # fmt: skip
    assert certainty >= max(precision, 0.9)
    assert min(precision, recall) >= (0.9 if known == "with speakers" else 0.75)


def test_joined_passages_align_too():
    told = INTERVIEWS["en-fa, timed, cut differently"]
    pairs = align(joined(told.original), joined(told.translation))
    assert [pair.original for pair in pairs if not pair.translation] == [(6,)]


def test_question_and_answer_in_one_caption_are_kept_apart():
    ours = [Cue("Where?", "Q", "question", 0, 2000), Cue("Home.", "A", "answer", 0, 2000)]
    theirs = [Cue("کجا؟", "س", "question", 100, 2000), Cue("خانه.", "ج", "answer", 100, 2000)]
    assert [pair[:2] for pair in align(ours, theirs)] == [((0,), (0,)), ((1,), (1,))]


@pytest.mark.parametrize(("ours", "theirs"), [(0, 0), (3, 0), (0, 3)])
def test_a_side_without_passages_is_all_gaps(ours: int, theirs: int):
    pairs = align([Cue("a")] * ours, [Cue("b")] * theirs)
    assert [pair.original + pair.translation for pair in pairs] == [(at,) for at in range(ours + theirs)]
    assert not any(pair.sure for pair in pairs)


cues = st.lists(
    st.builds(
        Cue,
        text=st.text("abc 12?؟", max_size=40),
        speaker=st.sampled_from(["", "A", "Q", "س"]),
        role=st.sampled_from(["", "question", "answer"]),
        start_ms=st.none() | st.integers(0, 20_000),
        end_ms=st.none() | st.integers(0, 20_000),
    ),
    max_size=14,
)


def assert_each_stands_once(pairs: list[Pair], ours: int, theirs: int) -> None:
    assert sorted(at for pair in pairs for at in pair.original) == list(range(ours))
    assert sorted(at for pair in pairs for at in pair.translation) == list(range(theirs))
    assert all(pair.original or pair.translation for pair in pairs)
    assert all(pair.original and pair.translation for pair in pairs if pair.sure)
    firsts = [pair.original[0] for pair in pairs if pair.original]
    assert firsts == sorted(firsts)


@given(cues, cues)
def test_each_passage_stands_exactly_once(original: list[Cue], translation: list[Cue]):
    assert_each_stands_once(align(original, translation), len(original), len(translation))


@given(cues, cues)
def test_each_passage_stands_exactly_once_by_time(original: list[Cue], translation: list[Cue]):
    ours, theirs = (
        [replace(cue, start_ms=cue.start_ms or 0) for cue in side] for side in (original, translation)
    )
    assert_each_stands_once(align(ours, theirs), len(ours), len(theirs))


@given(cues, cues)
def test_by_order_the_order_of_both_is_kept(original: list[Cue], translation: list[Cue]):
    pairs = align(bare(original), bare(translation))
    assert [at for pair in pairs for at in pair.translation] == list(range(len(translation)))


@pytest.mark.parametrize("missing", [0, 30, 100])
def test_a_long_interview_is_aligned_though_a_part_is_missing(missing: int):
    ours = [
        Cue(f"{'Who' if at % 2 else 'They'} came {at} {'x' * (at * 37 % 90)}{'?' if at % 2 else '.'}")
        for at in range(400)
    ]
    theirs = ours[:100] + ours[100 + missing :]
    pairs = align(ours, theirs)
    assert_each_stands_once(pairs, len(ours), len(theirs))
    right = [((at,), (at - missing * (at >= 100),)) for at in range(400) if not 100 <= at < 100 + missing]
    assert len({pair[:2] for pair in pairs} & set(right)) >= 0.95 * len(theirs)
