import pytest

from tests.pages.reader import Reader

pytestmark = pytest.mark.django_db


def test_it_tells_when_in_words_as_stated_and_as_understood(lanterns, reader):
    (when,) = [words for words in reader.reads(lanterns.night).all("dd") if "1988" in words]
    assert when == (
        "12 August 1988 (the year is inferred) In the source: the night of 12 August "
        "Understood as 1988?-08-12"
    )


def test_it_tells_who_was_there_as_what_and_how(lanterns, reader):
    page = reader.reads(lanterns.night)
    assert page.all("li.present") == [
        "Leyla Ormand sister In person",
        "Tomas Reyl Rapporteur By video link",
    ]
    assert "some three hundred relatives" in page


def test_what_was_said_follows_its_source_and_one_speakers_turn_stands_together(lanterns, reader):
    page = reader.reads(lanterns.night)
    assert page.all(["section.turn", ".speaker"][0]) != []
    assert [words.split()[0] for words in page.all("p.speaker")] == ["Leyla", "مادری"]
    assert page.all("blockquote.said-words") == [
        lanterns.brother.text,
        lanterns.number.text,
        lanterns.reading.text,
        lanterns.mother.text,
    ]


def test_the_three_ways_of_saying_are_told_apart_in_words_and_in_form(lanterns, reader):
    page = reader.reads(lanterns.night)
    assert len(page.elements("article.said-quotation")) == 1
    assert len(page.elements("article.said-paraphrase")) == 2
    assert "Quotation" in page.all("article.said-quotation")[0]
    assert "Reported speech" in page.all("article.said-paraphrase")[0]
    (reading,) = page.all("article.said-reading")
    assert "Reading of another’s words" in reading
    assert "words of Tomas Reyl" in reading


def test_figures_that_disagree_stand_next_to_each_other_with_who_says_so(lanterns, reader):
    page = reader.reads(lanterns.night)
    (compared,) = page.all("section.compared")
    assert "These do not say the same." in compared
    four_hundred, sixty = page.all("li.figure")
    assert four_hundred.startswith("four hundred Sample according to Leyla Ormand")
    assert "Preferred by the curators. Two lists agree." in four_hundred
    assert sixty.startswith("sixty Sample according to the source itself")


def test_it_tells_what_was_demanded_of_whom(lanterns, reader):
    (demand,) = reader.reads(lanterns.night).all("li.demand")
    assert demand == (
        "open the archive Sample demanded by Committee of Karsavan Families "
        "asked of Ministry of Justice of Karsava"
    )


def test_a_text_in_another_language_says_so_and_runs_its_own_way(lanterns, reader):
    page = reader.reads(lanterns.night)
    texts = zip(page.attributes("blockquote.said-words", "lang"),
                page.attributes("blockquote.said-words", "dir"), strict=True)  # fmt: skip
    assert list(texts) == [("en", "ltr")] * 3 + [("fa", "rtl")]


def test_a_reader_of_persian_is_shown_persian_where_there_is_some(lanterns):
    page = Reader("fa").reads(lanterns.night)
    assert page.all("h1") == ["شب فانوس‌ها"]
    assert "۱۲ اوت ۱۹۸۸ (سال استنباط شده است)" in page
    assert "برادرم نوزده ساله بود." in page
    assert "N. Parvaz" in page
    assert page.attributes("html", "dir") == ["rtl"]


def test_a_part_and_the_whole_lead_to_each_other(world, lanterns, reader):
    lanterns.night.part_of = world.hearing
    lanterns.night.save()
    world.publish(lanterns.night)
    assert "Part of Hearing at Port Amaly" in reader.reads(lanterns.night)
    (parts,) = [
        part for part in reader.reads(world.hearing).all("section.part") if part.startswith("Its parts")
    ]
    assert "The night of the lanterns" in parts
