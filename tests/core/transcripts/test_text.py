import pytest

from archive.core.transcripts import Transcript, read

Said = list[tuple[str, str]]


def of(text: str) -> Transcript:
    return read(text.encode())


def said(text: str) -> Said:
    return [(cue.speaker, cue.text) for cue in of(text).passages]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("Q: Where?\nA: Home.", [("Q", "Where?"), ("A", "Home.")]),
        ("Q. Where?\nA. Home.", [("Q", "Where?"), ("A", "Home.")]),
        ("Q1: Where?\nA1: Home.", [("Q1", "Where?"), ("A1", "Home.")]),
        ("Q) Where?\nA) Home.", [("Q", "Where?"), ("A", "Home.")]),
        ("Q - Where?\nA - Home.", [("Q", "Where?"), ("A", "Home.")]),
        ("Q:Where?\nA:Home.", [("Q", "Where?"), ("A", "Home.")]),
        ("Interviewer: Where?\nWitness: Home.", [("Interviewer", "Where?"), ("Witness", "Home.")]),
        ("INT: Where?\nRES: Home.", [("INT", "Where?"), ("RES", "Home.")]),
        ("Anna Doe: Where?\nBen: Home.", [("Anna Doe", "Where?"), ("Ben", "Home.")]),
        ("[Anna] Where?\n[Ben] Home.", [("Anna", "Where?"), ("Ben", "Home.")]),
        ("**Anna:** Where?\n**Ben:** Home.", [("Anna", "Where?"), ("Ben", "Home.")]),
        (">> ANNA: Where?\n>> BEN: Home.", [("ANNA", "Where?"), ("BEN", "Home.")]),
        ("Anna (interviewer): Où?\nBen: Home.", [("Anna (interviewer)", "Où?"), ("Ben", "Home.")]),
        ("Q : Où ?\nR : Chez moi.", [("Q", "Où ?"), ("R", "Chez moi.")]),
        ("Témoin : Oui.\nEnquêtrice : Où ?", [("Témoin", "Oui."), ("Enquêtrice", "Où ?")]),
        ("س: کجا؟\nج: خانه.", [("س", "کجا؟"), ("ج", "خانه.")]),
        ("س - کجا؟\nج - خانه.", [("س", "کجا؟"), ("ج", "خانه.")]),
        ("\u200fس\u200f: کجا؟\nج: خانه.", [("س", "کجا؟"), ("ج", "خانه.")]),
        ("پرسش: کجا؟\nپاسخ: خانه.", [("پرسش", "کجا؟"), ("پاسخ", "خانه.")]),
        ("سؤال: أين؟\nجواب: هناك.", [("سؤال", "أين؟"), ("جواب", "هناك.")]),
        ("المحاور: أين؟\nالشاهدة: هناك.", [("المحاور", "أين؟"), ("الشاهدة", "هناك.")]),
        ("مریم: کجا؟\nلنکا: خانه.", [("مریم", "کجا؟"), ("لنکا", "خانه.")]),
        ("— Où ?\n— Chez moi.", [("", "Où ?"), ("", "Chez moi.")]),
        ("Voice 1  0:05\nWhere?\n\nVoice 2  0:09\nHome.", [("Voice 1", "Where?"), ("Voice 2", "Home.")]),
    ],
)  # fmt: skip
def test_speakers_are_found_however_they_are_marked(text: str, passages: Said):
    assert said(text) == passages


@pytest.mark.parametrize(
    "text",
    [
        "I remember one thing: it was cold.\nAnd another: it was dark.",
        "گفتم: نه.\nگفتم: بس است.",
        "قلت: لا.\nقلت: كفى.",
        "See http://example.org/a\nSee http://example.org/b",
        "He said: no.\nHe said: never.",
        "Date: 1988\nPlace: Karsava\nDate: 1989\nPlace: Karsava",
        "A. Velin came at night.\nA. Velin left.",
        "12:30 we were taken.\n12:40 we were counted.",
        "- bread and salt",
    ],
)
def test_what_only_looks_like_a_mark_stays_in_the_words(text: str):
    transcript = of(text)
    assert transcript.speakers == ()
    assert "\n".join(cue.text for cue in transcript.passages) == text


def test_a_name_that_stands_once_among_marks_is_told_and_kept():
    transcript = of("Q: Who came?\nA: Two men.\nOrlan: that was the name.\nQ: Yes?\nA: Yes.")
    assert transcript.passages[1].text == "Two men.\nOrlan: that was the name."
    assert [trouble.line for trouble in transcript.troubles if "“Orlan”" in trouble.sentence] == [3]


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("[00:12:31] We waited.", 751000, None, "We waited."),
        ("(00:12:31) We waited.", 751000, None, "We waited."),
        ("[12:31] We waited.", 751000, None, "We waited."),
        ("00:12:31 We waited.", 751000, None, "We waited."),
        ("[00:12:31.500 --> 00:12:33.000] We waited.", 751500, 753000, "We waited."),
        ("00:12:31 - 00:12:33\nWe waited.", 751000, 753000, "We waited."),
        ("12:31\nWe waited.", 751000, None, "We waited."),
        ("[۰۰:۱۲:۳۱] منتظر ماندیم.", 751000, None, "منتظر ماندیم."),
        ("00:12:31:15 We waited.", 751000, None, "We waited."),
    ],
)
def test_times_at_the_start_of_lines_are_taken(text: str, start: int, end: int | None, words: str):
    (cue,) = of(text).passages
    assert (cue.start_ms, cue.end_ms, cue.text) == (start, end, words)


@pytest.mark.parametrize(
    "text",
    [
        "[00:12:31] Q: Where?\n[00:12:40] A: Home.",
        "Q: [00:12:31] Where?\nA: [00:12:40] Home.",
        "Q (00:12:31): Where?\nA (00:12:40): Home.",
        "Q [12:31]\nWhere?\nA [12:40]\nHome.",
        "00:12:31\nQ: Where?\n\n00:12:40\nA: Home.",
        "12:31 Q: Where?\n12:40 A: Home.",
        "00:12:31\tQ:\tWhere?\n00:12:40\tA:\tHome.",
    ],
)
def test_time_and_speaker_stand_in_either_order(text: str):
    found = [(cue.speaker, cue.start_ms, cue.text) for cue in of(text).passages]
    assert found == [("Q", 751000, "Where?"), ("A", 760000, "Home.")]
    assert of(text).troubles == ()


@pytest.mark.parametrize("mark", ["[00:99:31]", "[00:12:xx]", "(12:3?)"])
def test_a_time_that_cannot_be_read_is_told_and_kept(mark: str):
    transcript = of(f"A: Yes.\n\n{mark} We waited.")
    assert transcript.passages[1].text == f"{mark} We waited."
    assert [trouble.line for trouble in transcript.troubles if "cannot be read" in trouble.sentence] == [3]


def test_paragraphs_go_on_with_their_speaker():
    text = "Testimony of Karsava\n\nQ: Where?\n\nA: At home.\n\nWe waited\nall night."
    assert said(text) == [
        ("", "Testimony of Karsava"),
        ("Q", "Where?"),
        ("A", "At home."),
        ("A", "We waited\nall night."),
    ]


def test_long_lines_are_paragraphs_and_short_ones_are_wrapped():
    long = "We waited all night and nobody told us anything, " * 4
    assert len(of(f"A: {long}\n{long}\n{long}").passages) == 3
    assert len(of("A: We waited\nall night\nlong").passages) == 1


def test_a_mark_with_nothing_after_it_is_told():
    transcript = of("Q: Where?\nA:\nQ: And then?\nA: Home.")
    assert [trouble.line for trouble in transcript.troubles if "Nothing is said" in trouble.sentence] == [2]


def test_times_that_run_backwards_and_missing_speakers_are_told():
    transcript = of("[00:02:00] One.\n[00:01:00] Two.")
    sentences = " ".join(trouble.sentence for trouble in transcript.troubles)
    assert "run backwards: 00:01:00.000 comes after 00:02:00.000" in sentences
    assert "No marks of speakers" in sentences


def test_a_very_long_passage_is_told():
    assert any("6,000 signs" in trouble.sentence for trouble in of("word " * 1199 + "words").troubles)
