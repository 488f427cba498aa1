import pytest

from archive.core.transcripts import Transcript, read


def of(text: str) -> Transcript:
    return read(text.encode(), filename="a.srt")


def said(transcript: Transcript) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.text) for cue in transcript.passages]


def told(transcript: Transcript, words: str) -> list[int]:
    return [trouble.line for trouble in transcript.troubles if words in trouble.sentence]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1000, 2500),
        ("0:00:01.0 -> 0:00:02.5", 1000, 2500),
        ("00: 00: 01,000 -> 00: 00: 02,500", 1000, 2500),
        ("۰۰:۰۰:۰۱,۰۰۰ --> ۰۰:۰۰:۰۲,۵۰۰", 1000, 2500),
        ("٠٠:٠٠:٠١٫٠٠٠ –> ٠٠:٠٠:٠٢٫٥٠٠", 1000, 2500),
        ("00:01 → 00:02,5", 1000, 2500),
        ("00:00:01,000 --> 00:00:02,500 X1:10 X2:20 Y1:1 Y2:2", 1000, 2500),
        ("99:59:59,999 --> 99:59:59,999", 359999999, 359999999),
    ],
)
def test_times_are_read_as_people_and_programs_write_them(written: str, start: int, end: int):
    (cue,) = of(f"1\n{written}\nبله\n").passages
    assert (cue.start_ms, cue.end_ms, cue.text) == (start, end, "بله")


@pytest.mark.parametrize(
    "bad", ["00:75:00,000 --> 00:76:00,000", "100:00:00,000 --> 100:00:01,000", "0a:00:01,0 --> x"]
)
def test_a_time_that_cannot_be_read_stays_as_words(bad: str):
    transcript = of(f"1\n00:00:01,000 --> 00:00:02,000\nYes\n\n2\n{bad}\nNo\n")
    assert said(transcript)[1] == ("", f"{bad}\nNo")
    assert told(transcript, "cannot be read") == [6]


def test_a_number_that_is_missing_is_told():
    assert told(
        of("1\n00:00:01,0 --> 00:00:02,0\na\n\n3\n00:00:03,0 --> 00:00:04,0\nb"), "After number 1 comes 3"
    ) == [5]


def test_a_year_at_the_end_of_words_is_no_number():
    assert said(of("1\n00:00:01,0 --> 00:00:02,0\nIt was\n1988\n00:00:03,0 --> 00:00:04,0\nb"))[0] == (
        "",
        "It was\n1988",
    )


def test_numbers_without_empty_lines_between_are_numbers():
    assert said(of("1\n00:00:01,0 --> 00:00:02,0\na\n2\n00:00:03,0 --> 00:00:04,0\nb")) == [
        ("", "a"),
        ("", "b"),
    ]


def test_two_who_speak_in_one_cue_are_divided_and_both_keep_its_time():
    transcript = of("1\n00:00:01,0 --> 00:00:02,0\n- Where?\n- At home.\n")
    assert [(cue.text, cue.start_ms, cue.end_ms, cue.turn) for cue in transcript.passages] == [
        ("Where?", 1000, 2000, True),
        ("At home.", 1000, 2000, True),
    ]
    assert told(transcript, "overlap") == told(transcript, "before the last one ends") == []


def test_marks_in_the_words_name_speakers_and_hold_until_the_next():
    transcript = of(
        "1\n00:00:01,0 --> 00:00:02,0\nس: کجا؟\nج: خانه.\n\n2\n00:00:02,0 --> 00:00:03,0\nو باغ.\n\n"
        "3\n00:00:03,0 --> 00:00:04,0\nس: کی؟\n"
    )
    assert said(transcript) == [("س", "کجا؟"), ("ج", "خانه."), ("ج", "و باغ."), ("س", "کی؟")]
    assert [cue.role for cue in transcript.passages] == ["question", "answer", "answer", "question"]
    assert told(transcript, "taken to go on") == [0]


def test_a_name_alone_in_its_cue_speaks_in_the_next():
    transcript = of("1\n00:00:01,0 --> 00:00:02,0\nWITNESS:\n\n2\n00:00:02,0 --> 00:00:03,0\nYes.\n")
    assert said(transcript) == [("WITNESS", "Yes.")]


def test_words_before_the_first_time_become_a_passage():
    assert said(of("Recorded in Karsava\n\n1\n00:00:01,0 --> 00:00:02,0\na\n"))[0] == (
        "",
        "Recorded in Karsava",
    )


def test_a_thousand_of_one_kind_are_told_once_and_counted():
    lines = "\n\n".join(f"{2 * n}\n00:00:01,000 --> 00:00:02,000\na" for n in range(1, 1001))
    troubles = of(lines).troubles
    assert len(troubles) < 50
    assert any("979 more like this" in trouble.sentence for trouble in troubles)
