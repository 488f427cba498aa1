import pytest

from archive.edition.models import Record

pytestmark = pytest.mark.django_db


def test_it_shows_the_place_in_its_paragraph_where_the_whole_source_may_be_shown(lanterns, reader):
    page = reader.reads(lanterns.brother)
    assert page.all("mark") == [lanterns.brother.text]
    assert "said Leyla Ormand, a teacher. She put the number" in page
    assert "open the archive of the prison" not in page
    (link,) = [href for href in page.attributes("a", "href") if "#at-" in href]
    assert link.endswith(f"#at-{lanterns.brother.identifier}")


def test_it_shows_only_the_nearest_words_of_a_source_of_which_excerpts_may_be_shown(world, reader):
    page = reader.reads(world.quote)
    assert page.all("mark") == ["We counted four hundred graves"]
    (place,) = page.all("figure.place")
    assert place.startswith("…")
    assert "who asked not to be named" not in page


def test_it_names_the_speaker_and_the_role_held_then(lanterns, reader):
    assert "Leyla Ormand sister" in reader.reads(lanterns.brother).all("p.speaker")


def test_it_names_the_translator(lanterns, reader):
    (translation,) = reader.reads(lanterns.brother).all("div.translation")
    assert translation == "برادرم نوزده ساله بود. Translated by a person: N. Parvaz"


def test_a_reading_shows_the_words_read_with_their_own_author(lanterns, reader):
    page = reader.reads(lanterns.reading)
    assert page.all("p.speaker") == ["Leyla Ormand sister", "Tomas Reyl"]
    assert "words of Tomas Reyl" in page
    assert "Read out by others" in reader.reads(lanterns.silence)


def test_it_shows_what_it_claims_and_demands(lanterns, reader):
    assert "four hundred" in reader.reads(lanterns.number).all("li.figure")[0]


def test_its_citation_holds_the_permanent_address_the_version_and_the_digest(lanterns, reader, settings):
    settings.ARCHIVE_URL = "https://archive.example"
    record = Record.objects.get(pk=lanterns.brother.identifier)
    (citation,) = reader.reads(lanterns.brother).all("p.citation")
    assert citation.startswith("Leyla Ormand: “My brother was nineteen.")
    assert f"https://archive.example/en/statements/{record.pk}" in citation
    assert "version 1" in citation
    assert record.digest in citation


def test_a_title_that_looks_like_markup_is_only_words(world, reader):
    world.quote.text = "<script>alert(1)</script> & “more”"
    world.quote.save()
    world.publish(world.quote)
    page = reader.reads(world.quote)
    assert "<script>" not in page.source
    assert "<script>alert(1)</script> & “more”" in page
