import pytest

from archive.core.transcripts import Cue, Transcript, read
from archive.core.transcripts.roles import asks, likely_interviewer, questions_and_answers


def of(text: str) -> Transcript:
    return read(text.encode())


NAMES = (
    "Anna: Where?\nBen: At home. Yes?\nAnna: And then?\nBen: They came.\n"
    "Translator: A pause.\nAnna: Thank you."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (NAMES, "Anna"),
        ("مریم: کجا؟\nلنکا: خانه.\nمریم: کی؟\nلنکا: شب.", "مریم"),
        ("Ben: Home?\nAnna: Home.\nBen: Now?\nAnna: Now.", "Ben"),
        ("Q: Say where.\nA: Home?\nA: Perhaps?", "Q"),
        ("ج: خانه؟\nس: بگویید.", "س"),
        ("Anna: One.\nBen: Two.\nAnna: Three.\nBen: Four.", ""),
        ("Anna: One?\nBen: Two?", ""),
        ("Only words?", ""),
    ],
)
def test_who_asks_most_is_likely_the_interviewer(text: str, name: str):
    assert likely_interviewer(of(text)) == name


def test_naming_the_interviewer_gives_everybody_a_role():
    transcript = questions_and_answers(of(NAMES), "ANNA")
    assert [(cue.speaker, cue.role) for cue in transcript.passages] == [
        ("Anna", "question"), ("Ben", "answer"), ("Anna", "question"), ("Ben", "answer"),
        ("Translator", "other"), ("Anna", "question"),
    ]  # fmt: skip


def test_words_of_nobody_have_no_role():
    transcript = questions_and_answers(of("A heading\n\nAnna: Where?\nBen: Home.\nAnna: When?"), "Anna")
    assert transcript.passages[0].role == ""


def test_naming_the_witness_the_interviewer_overrules_the_marks():
    transcript = questions_and_answers(of("Q: Yes.\nA: Where?"), "A")
    assert [cue.role for cue in transcript.passages] == ["answer", "question"]


@pytest.mark.parametrize("name", ["Carl", ""])
def test_an_interviewer_who_does_not_speak_is_refused_with_the_names(name: str):
    with pytest.raises(ValueError, match="It names: Anna, Ben"):
        questions_and_answers(of("Anna: Where?\nBen: Home."), name)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Where?", True), ("کجا؟»", True), ("Où ? ", True), ("Where?...", True), ("? No.", False), ("", False)],
)
def test_a_question_ends_in_its_mark(text: str, asked: bool):
    assert asks(text) is asked


def test_an_empty_transcript_has_no_interviewer():
    assert likely_interviewer(Transcript((Cue("a"),), (), "text", "utf-8", (), "")) == ""
