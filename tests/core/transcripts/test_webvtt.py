from pathlib import Path

import pytest

from archive.core.transcripts import Cue, Transcript, Word, read

FILES = Path(__file__).parent / "files"


def of(*blocks: str, header: str = "WEBVTT") -> Transcript:
    return read("\n\n".join([header, *blocks]).encode())


@pytest.fixture
def messy() -> Transcript:
    return read((FILES / "messy.vtt").read_bytes(), filename="messy.vtt")


def test_a_messy_file_is_taken_in_whole(messy: Transcript):
    assert (messy.form, messy.encoding, messy.language) == ("vtt", "utf-8", "fa")
    assert [(cue.speaker, cue.text) for cue in messy.passages] == [
        ("Anna Doe", "کجا بودید؟"),
        ("مریم", "خانه & باغ"),
        ("", "در خانه بودم"),
        ("", "<inaudible> و 3 < 5"),
        ("", "00:00:0x.000 --> 00:00:12.000\nهیچ کلمه‌ای گم نمی‌شود\nafter an empty line"),
        ("", "به عقب"),
    ]
    assert messy.speakers == ("Anna Doe", "مریم")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (1, "“Interview of Karsava”"),
        (5, "“Checked by nobody yet”"),
        (16, "before the last one ends (00:00:03.500)"),
        (19, "ends (00:00:08.000) before it starts (00:00:09.000)"),
        (21, "“00:00:0x.000 --> 00:00:12.000” cannot be read"),
        (24, "after an empty line"),
        (26, "no words"),
        (29, "run backwards"),
    ],
)
def test_what_is_odd_in_it_is_told_with_its_line(messy: Transcript, line: int, words: str):
    assert [
        trouble.sentence for trouble in messy.troubles if trouble.line == line and words in trouble.sentence
    ]


def test_times_that_cannot_be_are_left_open(messy: Transcript):
    assert [(cue.start_ms, cue.end_ms) for cue in messy.passages[2:5]] == [
        (3000, 5000),
        (9000, None),
        (None, 12000),
    ]


def test_words_keep_their_own_times(messy: Transcript):
    cue = messy.passages[2]
    assert [(word.start_ms, cue.text[word.text_start : word.text_end]) for word in cue.words] == [
        (3000, "در"),
        (3500, "خانه"),
        (4200, "بودم"),
    ]


def test_words_of_each_voice_count_from_its_own_start():
    cues = of("00:01.000 --> 00:04.000\n<v A>One <00:02.000>two</v> <v B>  three <00:03.000>four").passages
    assert cues[0].words == (Word(1000, 0, 3), Word(2000, 4, 7))
    assert cues[1] == Cue("three four", "B", "", 1000, 4000, 4, (Word(1000, 0, 5), Word(3000, 6, 10)))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<b>We</b> <i.x>waited</i>", "We waited"),
        ("<c.yellow.bg_blue>We</c> <u>waited</u>", "We waited"),
        ("<lang fa>ما</lang> <ruby>We<rt>us</rt></ruby>", "ما Weus"),
        ("<i think so>", "<i think so>"),
        ("a &lt;v Bob&gt; b", "a <v Bob> b"),
        ("&rlm;سلام&nbsp;", "\u200fسلام"),
        ("R&D &unknown; AT&T", "R&D &unknown; AT&T"),
        ("1 < 2 > 0 <3", "1 < 2 > 0 <3"),
        ("one<br>two", "one\ntwo"),
        ("{\\an8}up", "up"),
        ("&#x0;a&#8;b", "\ufffdab"),
        ('<font color="#fff">white</font>', "white"),
    ],
)
def test_markup_goes_and_words_stay(written: str, words: str):
    assert [cue.text for cue in of(f"00:01.000 --> 00:02.000\n{written}").passages] == [words]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("NOTE a word", "a word"),
        ("NOTE\ntwo\nlines", "two lines"),
        ("STYLE\nnot css at all", "not css at all"),
    ],
)
def test_notes_with_words_are_left_out_and_told(block: str, told: str):
    transcript = of(block, "00:01.000 --> 00:02.000\nYes")
    assert [cue.text for cue in transcript.passages] == ["Yes"]
    assert [told in trouble.sentence for trouble in transcript.troubles if trouble.line == 3] == [True]


@pytest.mark.parametrize("block", ["NOTE", "STYLE\n::cue { color: red }", "REGION\nid:fred\nwidth:40%"])
def test_blocks_without_words_are_not_worth_a_word(block: str):
    troubles = of(block, "00:01.000 --> 00:02.000\n<v A>Yes").troubles
    assert troubles == ()


def test_a_note_without_its_empty_line_does_not_swallow_a_cue():
    assert of("NOTE hello\n00:01.000 --> 00:02.000\nYes").passages[0].text == "Yes"


def test_a_word_beside_the_time_is_not_taken_for_a_setting():
    assert of("00:01.000 --> 00:02.000 line:0 \nYes").passages[0].text == "Yes"
    assert of("00:01.000 --> 00:02.000 he said\nYes").passages[0].text == "he said\nYes"


def test_captions_that_scroll_are_told():
    blocks = [f"00:{n:02}.000 --> 00:{n + 1:02}.000\nline {n}\nline {n + 1}" for n in range(10, 30)]
    assert any("repeat" in trouble.sentence for trouble in of(*blocks).troubles)


@pytest.mark.parametrize(
    ("header", "name", "language"),
    [
        ("WEBVTT\nLanguage: fr", "", "fr"),
        ("WEBVTT Kind: captions; Language: ku-latn", "", "ku-Latn"),
        ("WEBVTT", "interview.ar.vtt", "ar"),
        ("WEBVTT", "interview.no.vtt", ""),
        ("WEBVTT\nLanguage: xx-yyyyyyy", "", "xx"),
    ],
)
def test_the_language_is_what_the_file_or_its_name_says(header: str, name: str, language: str):
    data = f"{header}\n\n00:01.000 --> 00:02.000\nYes".encode()
    assert read(data, filename=name).language == language


def test_a_file_without_its_header_is_read_all_the_same():
    transcript = read(b"00:01.000 --> 00:02.000\nYes\n", filename="a.vtt")
    assert transcript.form == "vtt"
    assert any("WEBVTT" in trouble.sentence for trouble in transcript.troubles)
