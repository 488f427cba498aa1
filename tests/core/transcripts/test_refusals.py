import pytest

from archive.core.transcripts import Limits, NotATranscript, read


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\ufeff \n".encode(), "no words"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old Word"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"ID3\x04", "recording"),
        (b"\x00\x00\x00\x20ftypisom", "recording"),
        (b"\x1f\x8b\x08", "packed"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"WEBVTT", "no words"),
        (b"WEBVTT\n\nNOTE only a note", "no words"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\n", "no words"),
        (b"[00:12:31]\n", "no words"),
    ],
)
def test_what_holds_no_transcript_is_refused_in_a_sentence(data: bytes, words: str):
    with pytest.raises(NotATranscript, match=words):
        read(data)


def test_a_document_with_macros_is_refused_by_its_name():
    with pytest.raises(NotATranscript, match="macros"):
        read(b"PK\x03\x04", filename="interview.DOCM")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(size=50), "larger than"),
        (Limits(lines=5), "more than 5 lines"),
        (Limits(cues=5), "more than 5 passages"),
    ],
)
def test_what_is_too_large_is_refused_and_not_cut(limits: Limits, words: str):
    with pytest.raises(NotATranscript, match=words):
        read(b"Q: Where?\nA: Home.\n" * 5, limits=limits)


def test_a_passage_that_is_too_long_is_divided_and_nothing_is_cut():
    text = " ".join(f"word{number}" for number in range(5000))
    transcript = read(f"A: {text}".encode(), limits=Limits(signs=8000))
    assert max(len(cue.text) for cue in transcript.passages) <= 8000
    assert " ".join(cue.text for cue in transcript.passages) == text
    assert {cue.speaker for cue in transcript.passages} == {"A"}
    assert any("divided into" in trouble.sentence for trouble in transcript.troubles)


def test_an_endless_word_is_divided_too():
    transcript = read(b"A: " + b"x" * 20_000, limits=Limits(signs=6000))
    assert "".join(cue.text for cue in transcript.passages) == "x" * 20_000
