import html
import io
from itertools import pairwise

import pytest
import webvtt as webvtt_py
from hypothesis import assume, given
from hypothesis import strategies as st

from archive.core.transcripts import read
from archive.core.transcripts.captions import LONGEST, CaptionLine, webvtt
from archive.core.transcripts.times import clock

LONG = "We waited all night, and nobody told us anything; in the morning they read the names. " * 6
LONG_FA = "تمام شب منتظر ماندیم و هیچ‌کس چیزی به ما نگفت، و صبح نام‌ها را خواندند. " * 6


def test_captions_are_a_webvtt_file():
    written = webvtt(
        [CaptionLine(61_500, 63_000, "A & B <v x> --> C", "Anna <Doe>"), CaptionLine(0, 1000, "کجا؟")],
        language="fa", title="Karsava --> 1988\n\nx",
    )  # fmt: skip
    assert written == (
        "WEBVTT Kind: captions; Language: fa; Title: Karsava --&gt; 1988 x\n\n"
        "00:00:00.000 --> 00:00:01.000\nکجا؟\n\n"
        "00:01:01.500 --> 00:01:03.000\n<v Anna &lt;Doe&gt;>A &amp; B &lt;v x&gt; --&gt; C\n"
    )


@pytest.mark.parametrize("text", [LONG, LONG_FA])
def test_long_passages_become_readable_cues_in_proportion(text: str):
    transcript = read(webvtt([CaptionLine(0, 60_000, text, "A")], language="fa").encode())
    assert all(len(cue.text) <= LONGEST for cue in transcript.passages)
    assert min(len(cue.text) for cue in transcript.passages) > LONGEST / 3
    assert " ".join(cue.text for cue in transcript.passages) == text.strip()
    times = [(cue.start_ms, cue.end_ms) for cue in transcript.passages]
    assert times[0][0] == 0
    assert times[-1][1] == 60_000
    assert all(one[1] == two[0] for one, two in pairwise(times))
    speed = [
        (end - start) / len(cue.text)
        for cue in transcript.passages
        for start, end in [(cue.start_ms, cue.end_ms)]
    ]  # type: ignore[operator]
    assert max(speed) / min(speed) < 1.1


def test_an_endless_word_is_cut_and_not_inside_a_sign():
    written = webvtt([CaptionLine(0, 1000, "e\u0301" * 200)], language="en")
    words = [cue.text for cue in read(written.encode()).passages]
    assert "".join(words) == "e\u0301" * 200
    assert all(word.startswith("e") for word in words)


@pytest.mark.parametrize(("start", "end"), [(1000, 1000), (2000, 1000), (-50, 10), (0, 1)])
def test_a_cue_always_lasts(start: int, end: int):
    for cue in read(webvtt([CaptionLine(start, end, LONG)], language="en").encode()).passages:
        assert cue.start_ms is not None
        assert cue.end_ms is not None
        assert cue.start_ms < cue.end_ms


def test_words_of_nothing_are_no_caption():
    assert (
        webvtt([CaptionLine(0, 1000, " \n\x00 ")], language="en") == "WEBVTT Kind: captions; Language: en\n"
    )


SIGNS = st.text(alphabet="abc <>&-;/:\n\t.v کجا؟\u200c\u200f0123456789", max_size=200)
LINES = st.lists(
    st.builds(
        CaptionLine,
        start_ms=st.integers(0, 9_000_000),
        end_ms=st.integers(0, 9_000_000),
        text=SIGNS,
        speaker=st.sampled_from(["Anna Doe", "مریم", "A & B", "x > y"]),
    ),
    max_size=6,
)


@given(LINES)
def test_our_reader_finds_every_sign_of_them_again(lines: list[CaptionLine]):
    wanted = [line for line in sorted(lines, key=lambda each: each.start_ms) if line.text.split()]
    assume(wanted)
    transcript = read(webvtt(lines, language="fa").encode())
    assert (transcript.form, transcript.language) == ("vtt", "fa")
    found = "".join(cue.text for cue in transcript.passages)
    assert "".join(found.split()) == "".join("".join(line.text.split()) for line in wanted)
    assert set(transcript.speakers) == {line.speaker for line in wanted}


@given(LINES)
def test_another_reader_finds_the_same_cues(lines: list[CaptionLine]):
    assume(any(line.text.split() for line in lines))
    written = webvtt(lines, language="fa")
    theirs = webvtt_py.from_buffer(io.StringIO(written)).captions
    ours = read(written.encode()).passages
    assert [caption.start for caption in theirs] == [clock(cue.start_ms or 0) for cue in ours]
    assert [html.unescape(caption.text) for caption in theirs] == [cue.text for cue in ours]
    assert [html.unescape(caption.voice or "") for caption in theirs] == [cue.speaker for cue in ours]
