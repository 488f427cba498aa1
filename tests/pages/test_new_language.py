"""A further language of the pages is one catalogue file and one line of settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from archive.edition.models import Record
from tests.pages.reader import Page, Reader

pytestmark = pytest.mark.django_db
WORDS = {
    "Events": "ڕووداوەکان",
    "Search the archive": "گەڕان لە ئەرشیڤدا",
    "Nothing is here": "لێرە هیچ نییە",
}
PLACES = ["", "about/", "search/", "search/?q=Sarem", "map/", "timeline/", "figures/", "events/?date=1988",
          "people/", "victims/", "testimonies/", "demands/"]  # fmt: skip


@pytest.fixture
def kurdish(settings, tmp_path: Path) -> Reader:
    """Sorani Kurdish is one of the archive's languages, with three messages and its digits."""
    catalogue = Catalog(locale="ckb")
    for english, words in WORDS.items():
        catalogue.add(english, words)
    catalogue.add("0123456789", "٠١٢٣٤٥٦٧٨٩", context="ten digits")
    folder = tmp_path / "ckb" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, catalogue)
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, tmp_path]  # the file
    settings.LANGUAGES = [*settings.LANGUAGES, ("ckb", "کوردی")]  # the line
    return Reader("ckb")


def test_every_page_opens_in_it_and_reads_from_the_right(lanterns, told, world, kurdish):
    for path in [*PLACES, *(record.path for record in Record.public.all())]:
        page = Page(kurdish.client.get(f"/ckb/{path}"))
        html = page.elements("html")[0]
        assert (html.get("lang"), html.get("dir")) == ("ckb", "rtl"), path


def test_what_is_translated_is_in_it_and_the_rest_in_english(lanterns, kurdish):
    rooms = [each.text_content() for each in kurdish.opens().tree.xpath("//ul[@class='rooms']/li/a")]
    assert rooms[:2] == [WORDS["Events"], "Testimonies"]
    assert WORDS["Search the archive"] in kurdish.opens("search/")
    assert WORDS["Nothing is here"] in Page(kurdish.get("nothing"))


def test_numbers_are_in_its_digits_and_dates_are_told(lanterns, kurdish):
    page = kurdish.reads(lanterns.brother)
    assert "٢٠" in page.all("p.citation")[0]
    assert "version ١" in page.all("p.citation")[0]


@pytest.mark.parametrize("language", ["en", "fa", "ckb"])
def test_every_language_leads_to_it(lanterns, kurdish, language):
    page = Reader(language).reads(lanterns.brother)
    alternates = {
        each.get("hreflang"): each.get("href")
        for each in page.tree.xpath("//link[@rel='alternate'][@hreflang]")
    }
    assert set(alternates) == {"en", "fr", "fa", "ar", "ckb", "x-default"}
    assert "/ckb/" in alternates["ckb"]
    links = page.tree.xpath("//nav[@class='languages']//a[@hreflang='ckb']")
    assert [(each.text, each.get("lang"), each.get("dir")) for each in links] == [("کوردی", "ckb", "rtl")]


def test_a_browser_that_asks_for_it_is_led_to_it_and_it_has_its_feeds(lanterns, kurdish):
    answer = kurdish.client.get("/", headers={"accept-language": "ckb,fa;q=0.5"})
    assert answer["Location"] == "/ckb/"
    feed = kurdish.get("events/feed.atom")
    assert feed.status_code == 200
    assert b'xml:lang="ckb"' in feed.content


def test_without_the_line_there_is_no_such_address(lanterns):
    assert Reader("ckb").get().status_code == 404
