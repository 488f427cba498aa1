"""Whatever the bytes: a transcript or one sentence. Whatever the words: found again."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.core.transcripts import NotATranscript, Transcript, read
from tests.core.transcripts.documents import body, package, paragraphs, run

SENTENCE = st.text(alphabet="abcdeQAسجپ چاé ؟?.,:-—<>&;0123456789[]()*\u200c", min_size=1, max_size=40)
SPEAKER = st.sampled_from(["Q", "A", "Anna Doe", "س", "ج", "پرسش", "Témoin", "المحاور"])
SILENT = re.compile("Nothing is said here by “(.*?)”")
NAMES = ["interview.vtt", "interview.srt", "interview.txt", "interview.docx", ""]
PIECES = st.lists(
    st.sampled_from([
        b"WEBVTT", b"\n", b"\n\n", b"\r\n", b"\r", b"1", b"00:00:01.000 --> 00:00:02.000", b"00:01,5 -> 0:02",
        b"NOTE", b"STYLE", b"<v Anna>", b"</v>", b"<00:00:01.500>", b"<c.x>", b"&amp;", b"&#xD800;", b"&#0;",
        b"Q: ", b"A. ", b"[00:12:31]", b"[00:99:99]", b"- ", b">> ", b"\xd8\xb3: ", b"\xd8\xac: ", b"\xff",
        b"\x00", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"word", b"Anna Doe: ", b" ", b"-->",
        b"{\\an8}", b"Speaker 1 0:05", b"**", b"(0:05 - 0:01)",
    ]),
    max_size=40,
).map(b"".join)  # fmt: skip
DOCUMENT = body(
    f"<w:p>{run('Q: Where?')}</w:p><w:tbl><w:tr><w:tc><w:p>{run('x')}</w:p></w:tc></w:tr></w:tbl>"
)
TAGS = st.lists(
    st.sampled_from(
        [
            "<w:p>",
            "</w:p>",
            "<w:r>",
            "</w:r>",
            "<w:t>Q:a</w:t>",
            "<w:tbl>",
            "</w:tbl>",
            "<w:tr>",
            "</w:tr>",
            "<w:tc>",
            "</w:tc>",
            "<w:del>",
            "</w:del>",
            "<w:b/>",
            "<w:rPr>",
            "</w:rPr>",
            "<w:br/>",
            "<w:sdt>",
            "</w:sdt>",
            "<w:ins>",
            "</w:ins>",
            "&x;",
            "<!--c-->",
            "<?p?>",
        ]
    ),
    max_size=30,
).map("".join)


def taken_in(data: bytes, name: str = "") -> Transcript | None:
    """The transcript, or None for a sentence why not; anything else that is raised fails the test."""
    try:
        transcript = read(data, filename=name)
    except NotATranscript as refused:
        return None if str(refused).endswith(".") else pytest.fail(f"no sentence: {refused}")
    for cue in transcript.passages:
        assert cue.text == cue.text.strip() != ""
        assert cue.line >= 1
        assert all(0 <= word.text_start < word.text_end <= len(cue.text) for word in cue.words)
        assert "\x00" not in cue.text + cue.speaker
        assert (cue.text + cue.speaker).encode()
        assert cue.start_ms is None or cue.end_ms is None or cue.start_ms <= cue.end_ms
    assert all(trouble.sentence.encode() for trouble in transcript.troubles)
    return transcript


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_are_a_transcript_or_a_sentence(data: bytes, name: str):
    taken_in(data, name)


@given(PIECES, st.sampled_from(NAMES))
@example(b"WEBVTT\n\nNOTE\n\n--> \n\n00:00:01.000 --> 00:00:02.000", "")
def test_any_pieces_of_transcripts_are_a_transcript_or_a_sentence(data: bytes, name: str):
    taken_in(data, name)


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "cp1252", "cp1256", "iso8859_6"]))
def test_any_text_in_any_encoding_is_a_transcript_or_a_sentence(text: str, codec: str):
    taken_in(text.encode(codec, "ignore"))


@given(st.integers(0, len(DOCUMENT) - 1), st.integers(0, 255), st.integers(0, 40))
def test_a_damaged_document_is_a_transcript_or_a_sentence(at: int, byte: int, cut: int):
    taken_in(DOCUMENT[:at] + bytes([byte]) + DOCUMENT[at + 1 + cut :])


@given(TAGS)
def test_any_xml_in_a_document_is_a_transcript_or_a_sentence(xml: str):
    taken_in(body(xml))


@given(st.text(max_size=100))
def test_any_text_for_a_part_is_a_transcript_or_a_sentence(text: str):
    taken_in(package({"word/document.xml": text, "_rels/.rels": text, "[Content_Types].xml": text}))


def signs(*texts: str) -> Counter[str]:
    """How often each letter and digit stands in the texts."""
    return Counter(sign for text in texts for sign in text if sign.isalnum())


def kept(transcript: Transcript | None) -> Counter[str]:
    """The letters and digits of the passages' words."""
    return signs(*(cue.text for cue in transcript.passages)) if transcript else Counter()


@given(st.lists(st.tuples(SPEAKER, SENTENCE), min_size=1, max_size=8))
def test_every_letter_of_a_webvtt_file_is_found_again(said: list[tuple[str, str]]):
    blocks = [
        f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n<v {speaker}>{html.escape(text, quote=False)}"
        for at, (speaker, text) in enumerate(said)
    ]
    transcript = taken_in("\n\n".join(["WEBVTT", *blocks]).encode(), "a.vtt")
    assert kept(transcript) == signs(*(text for _, text in said))
    if transcript:
        assert [cue.speaker for cue in transcript.passages] == [
            speaker for speaker, text in said if text.strip()
        ]


@given(
    st.lists(st.text("abc dé?.س ", min_size=1, max_size=40), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_letter_of_a_subrip_file_is_found_again(said: list[str], end: str):
    blocks = [f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{text}" for at, text in enumerate(said, 1)]
    assert kept(taken_in("\n\n".join(blocks).replace("\n", end).encode(), "a.srt")) == signs(*said)


@given(st.lists(st.tuples(SPEAKER, SENTENCE), min_size=1, max_size=8))
def test_every_letter_of_a_text_is_found_again(said: list[tuple[str, str]]):
    assert_found(taken_in("\n".join(f"{speaker}: {text}" for speaker, text in said).encode()), said)


@given(st.lists(st.tuples(SPEAKER, SENTENCE), min_size=1, max_size=8))
def test_every_letter_of_a_document_is_found_again(said: list[tuple[str, str]]):
    assert_found(taken_in(paragraphs(*(f"{speaker}: {text}" for speaker, text in said))), said)


def assert_found(transcript: Transcript | None, said: list[tuple[str, str]]) -> None:
    """Each letter of the file is in the words, in the name of who says them, or in the message that
    somebody is named and says nothing. Digits can have become times."""
    written = letters(f"{speaker}: {text}" for speaker, text in said)
    if transcript is None:
        assert letters(text for _, text in said) == Counter()
        return
    silent = (SILENT.search(trouble.sentence) for trouble in transcript.troubles)
    assert written == (
        letters(cue.text for cue in transcript.passages)
        + letters(cue.speaker for cue in transcript.passages)
        + letters(found[1] for found in silent if found)
    )


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if sign.isalpha())


@pytest.mark.parametrize("said", ["Q:", "س:", "[00:12:31]"])
def test_marks_alone_hold_no_words(said: str):
    assert taken_in(said.encode()) is None
