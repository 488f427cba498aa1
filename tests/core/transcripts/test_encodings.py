import pytest

from archive.core.transcripts import NotATranscript, Transcript, read

FA = "پرسش: نام شما چیست؟\nپاسخ: در شهر کارساوا بودم و ما را شبانه بردند.\n"
AR = "س: أين كنت؟\nج: كنت في السجن في كارسافا، وأخذونا ليلا إلى الساحة.\n"
FR = "Q : Où étiez-vous cet été-là ?\nR : J’étais à Karsava, près du café.\n"
EN = "Q: Where were you?\nA: “At home”, I said.\n"


def words(transcript: Transcript) -> list[str]:
    return [cue.text for cue in transcript.passages]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [FA, AR, FR, EN])
def test_every_unicode_encoding_is_read(codec: str, text: str):
    assert words(read(text.encode(codec))) == words(read(text.encode()))


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FR, "cp1252", "windows-1252"),
        (EN, "cp1252", "windows-1252"),
        (AR, "cp1256", "windows-1256"),
        (FA.replace("ی", "ي"), "cp1256", "windows-1256"),
        (AR, "iso8859_6", "iso-8859-6"),
    ],
)
def test_an_old_encoding_is_guessed_and_told(text: str, codec: str, name: str):
    transcript = read(text.encode(codec))
    assert words(transcript) == words(read(text.encode()))
    assert transcript.encoding == name
    assert [trouble.line for trouble in transcript.troubles if name in trouble.sentence] == [0]


def test_utf16_without_its_mark_is_told():
    transcript = read(FA.encode("utf-16-le"))
    assert transcript.encoding == "utf-16-le"
    assert "utf-16-le" in transcript.troubles[0].sentence


def test_a_few_broken_bytes_are_told_with_their_line_and_the_rest_is_right():
    data = FA.encode() * 20 + b"A: caf\xe9\n"
    transcript = read(data)
    assert transcript.encoding == "utf-8"
    assert transcript.passages[-1].text == "café"
    assert [trouble.line for trouble in transcript.troubles if "1 byte does not fit" in trouble.sentence] == [
        41
    ]


def test_bytes_of_no_encoding_are_shown_as_such():
    assert read(FA.encode() * 20 + b"A: x\x81y\n").passages[-1].text == "x\ufffdy"


def test_control_signs_are_removed_and_told_and_joiners_stay():
    transcript = read("A: می\u200cروم\x00\x07 \u200fبله".encode())
    assert words(transcript) == ["می\u200cروم \u200fبله"]
    assert [trouble.line for trouble in transcript.troubles if "2 invisible" in trouble.sentence] == [1]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\u2028"])
def test_every_end_of_line_ends_a_line(end: str):
    transcript = read(EN.replace("\n", end).encode())
    assert [cue.line for cue in transcript.passages] == [1, 2]
    assert [trouble for trouble in transcript.troubles if "lines end" in trouble.sentence] == []


def test_mixed_ends_of_lines_are_told():
    transcript = read(b"Q: One?\r\nA: Two.\nQ: Three?\rA: Four.")
    assert len(transcript.passages) == 4
    assert any("different ways" in trouble.sentence for trouble in transcript.troubles)


def test_a_page_break_is_a_space():
    assert words(read(b"A: one\x0btwo\x0cthree")) == ["one two three"]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00" * 500, b"\x01\x02ab" * 100])
def test_what_is_not_text_is_refused(data: bytes):
    with pytest.raises(NotATranscript, match="not text"):
        read(data)
