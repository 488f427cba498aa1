"""Who speaks, where the sentence itself does not name them."""

import pytest

from tests.ingest.test_engine import Found

OPENING = "Judge Mira Tolen opened the session. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mrs. Mira Tolen said that the report by the expert, who had called it a crime, was clear. "
            "“Nobody may look away,” she added.",
            "Mira Tolen",
        ),
        ("One of the two drivers asked for silence. He said: “I drove the bus.”", "One of the two drivers"),
        ("Two officials came to the gate. One of them said: “Go home, all of you.”", "One of them"),
        (
            "Emil Oganian came with Ms. Oona Oganian-Reyes. “Letters are cheap,” her father said.",
            "Emil Oganian",
        ),
        ("His daughter, the painter Nasrin Mehrabi, came late. “I was at work,” she said.", "Nasrin Mehrabi"),
        ("“We have waited,” declared to the Agency the secretary of the League, Ana Brandt.", "Ana Brandt"),
        ("Ana Brandt (Ind, Quayside) told the chamber: “Everyone gets a bench.”", "Ana Brandt"),
        ("General (retd.) Ivo Quill was there. “I have nothing to say,” the general said.", "Ivo Quill"),
        ("Minister Ivo Quill was there. “It would cost nothing,” the ex-minister said.", "Ivo Quill"),
        (
            "Judge Mira Tolen asked Ana Brandt how she had known.\n\n“By his voice. He whispered.”",
            "Ana Brandt",
        ),
        ("“I am a dentist. I know what jaws tell.”\n\nThese were the words of Dr. Ivo Quill.", "Ivo Quill"),
        ("A woman rose. “I am Mrs. Laura Vane and I look for my son,” the woman said.", "Laura Vane"),
        ("Ana Brandt chairs the League. The ministry “has nothing whatever to hide”.", "The ministry"),
        ("A voice from a loudspeaker said, “Go home, all of you, at once.”", ""),
    ],
)
def test_the_speaker_is_found_in_the_words_around(text, speaker):
    assert [found for found, _ in Found(OPENING + text).said()] == [speaker]


def test_speech_without_marks_is_a_quotation_where_it_is_in_the_first_person():
    found = Found("We have waited for thirty years, said Ana Brandt, a lawyer.")
    assert found.said() == [("Ana Brandt", "We have waited for thirty years")]


def test_reported_speech_in_the_third_person_is_none():
    found = Found("The files have been open for thirty years, said Ana Brandt, a lawyer.")
    assert found.said() == []
    assert found.said("paraphrase") == [("Ana Brandt", "The files have been open for thirty years")]


def test_a_heading_that_names_somebody_heads_a_speech():
    found = Found(
        "Rally for the missing\n\nThousands came on Saturday.\n\nFormer Minister Ana Brandt\n\n"
        "I bring you greetings from my town. We have not forgotten."
    )
    assert found.said() == [("Ana Brandt", "I bring you greetings from my town. We have not forgotten.")]
    assert [each.fields["label"] for each in found.of("topic")] == []


def test_two_phrases_of_one_sentence_are_two_statements():
    found = Found("Ana Brandt said we “must forgive each other” but “must not forget the yard”.")
    assert [words for _, words in found.said()] == ["must forgive each other", "must not forget the yard"]


def test_a_letter_read_aloud_belongs_to_its_writer():
    found = Found("Ana Brandt read the statement her mother gave in 1974. “My son went out for milk.”")
    (reading,) = found.said("reading")
    assert reading == ("her mother", "My son went out for milk.")


def test_what_a_crowd_chants_is_no_statement():
    assert Found("The protesters chanted: “Open the registers” and “No to amnesty for them”!").said() == []
