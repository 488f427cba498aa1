"""The words of the interface in every language: none is missing, none has lost a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import override
from django.utils.translation.template import templatize

from archive.core.languages import direction
from archive.edition.freshness import code_version
from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from archive.pages.shown.texts import list_of
from tests.pages.reader import Page, Reader
from tests.pages.recordings import heard

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code, _name in settings.LANGUAGES]
TRANSLATED = [language for language in LANGUAGES if language != "en"]
PUBLIC = ("archive/pages/**/*.py", "archive/exchange/**/*.py", "archive/edition/**/*.py",
          "archive/core/**/*.py",
          "templates/base.html", "templates/pages/**/*.html", "templates/fragments/**/*.html",
          "templates/receipt.html")  # fmt: skip
SENTENCE = re.compile(r"\A[^%{]*\w [^%{]*\Z")  # what would stand on a page as it stands in the code
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "gettext_noop": None}
PLACEHOLDER = re.compile(r"%\(\w+\)s|</?(?:a|q|bdi|code)\b")


def public_files() -> Iterator[Path]:
    for pattern in PUBLIC:
        found = sorted(settings.BASE_DIR.glob(pattern))
        assert found, pattern
        yield from found


def public_words() -> set[object]:
    """What the public pages ask translations of; a pair where there is a plural."""
    words = set()
    for path in public_files():
        code = path.read_text()
        code = templatize(code, origin=str(path)) if path.suffix == ".html" else code
        words |= {message for _line, message, *_rest in extract("python", BytesIO(code.encode()), KEYWORDS)}
    return words


def folder(language: str) -> Path:
    return settings.BASE_DIR / "archive" / "locale" / language / "LC_MESSAGES"


def written(language: str) -> Catalog:
    with (folder(language) / "django.po").open("rb") as file:
        return read_po(file, locale=language)


def strings(catalog: Catalog) -> dict[object, tuple[str, ...]]:
    return {(message.context, forms(message.id)): forms(message.string) for message in catalog if message.id}


def forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_whatever_public_pages_say_is_in_the_catalogue_and_nothing_else(language):
    words = {forms(message.id)[0] for message in written(language) if message.id}
    assert words == {forms(each)[0] for each in public_words()}


def test_every_word_is_translated_for_certain_and_keeps_its_placeholders(language):
    for message in written(language):
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        assert all(forms(message.string)), message.id
        wanted = sorted(PLACEHOLDER.findall(forms(message.id)[-1]))
        for form in forms(message.string):
            assert sorted(PLACEHOLDER.findall(form)) == wanted, message.id


def test_what_is_compiled_is_what_is_written(language):
    fresh = BytesIO()
    write_mo(fresh, written(language))
    fresh.seek(0)
    with (folder(language) / "django.mo").open("rb") as file:
        assert strings(read_mo(file)) == strings(read_mo(fresh))


@pytest.mark.parametrize(
    ("languages", "slip"),
    [
        (("fr",), r"(?<!\u202f)[:;?!»](?=\s|$)|«(?!\u202f)|'|\""),
        (("fa", "ar"), r"[,;?'“”]|\s[،؛:.]"),
        (("fa",), r"[يكىة]|(?:^| )ن?می |\S ها(?:ی|یی)?\b"),
        (("ar",), r"[یکپچگژ\u200c]"),
    ],
)  # fmt: skip
def test_the_typography_is_each_languages_own(languages, slip):
    for language in languages:
        for message in written(language):
            for form in forms(message.string) if message.id else ():
                words = re.sub(r"%\(\w+\)s", "x", re.sub(r"<[^>]*>", "", form))
                assert not re.search(slip, words), form


def test_every_page_says_its_language_and_leaves_nothing_in_english(lanterns, told, world):
    heard(world, told)
    phrases = {each for each in public_words() if isinstance(each, str) and SENTENCE.search(each)}
    records = [record.path for record in Record.public.all()]
    lists = [f"{shape.plural}/" for shape in SHAPES.values()]
    empty = [f"{shape.plural}/?q=nowhere" for shape in SHAPES.values()]
    gone = f"people/{world.officer.identifier}"
    for language in LANGUAGES:
        reader = Reader(language)
        for path in ["", "about/", "search/", "search/?q=graves", "nothing", gone, *lists, *empty, *records]:
            page = Page(reader.client.get(f"/{language}/{path}"))
            html = page.elements("html")[0]
            assert (html.get("lang"), html.get("dir")) == (language, direction(language)), path
            left = {each for each in phrases if each in page}
            assert bool(left) == (language == "en"), (language, path, left)


@pytest.mark.parametrize(
    ("language", "rooms", "search", "kind", "version"),
    [
        ("en", "Events Testimonies Victims Statements People Search",
         "Search the archive", "Quotation", "version 1"),
        ("fr", "Événements Témoignages Victimes Déclarations Personnes Recherche",
         "Rechercher dans les archives", "Citation", "version 1"),
        ("fa", "رویدادها شهادت‌ها قربانیان گفته‌ها اشخاص جست‌وجو",
         "جست‌وجو در آرشیو", "نقل قول مستقیم", "نسخهٔ ۱"),
        ("ar", "الأحداث الشهادات الضحايا الأقوال الأشخاص بحث",
         "البحث في الأرشيف", "اقتباس حرفي", "الإصدار 1"),
    ],
)  # fmt: skip
def test_readers_find_the_same_rooms_kinds_and_numerals_in_their_own_words(
    lanterns, language, rooms, search, kind, version
):
    reader = Reader(language)
    in_sight = reader.opens().tree.xpath("//ul[@class='rooms']/li/a")
    assert " ".join(each.text_content() for each in in_sight) == rooms
    assert search in reader.opens("search/")
    page = reader.reads(lanterns.brother)
    assert page.all("h1")[0].startswith(kind)
    assert version in page.all("p.citation")[0]


@pytest.mark.parametrize(
    ("language", "listed"),
    [("en", "one, two"), ("fr", "one, two"), ("fa", "one، two"), ("ar", "one، two")],
)
def test_a_list_names_each_thing_once_with_the_comma_of_the_language(language, listed):
    with override(language):
        assert list_of(["one", "two"]) == listed


@pytest.mark.parametrize(("language", "colon"), [("en", ":"), ("fr", "\u202f:"), ("fa", ":"), ("ar", ":")])
def test_a_warning_and_a_second_calendar_are_told_in_the_signs_of_the_language(told, language, colon):
    page = Reader(language).opens("testimonies/")
    warnings = [each.text for each in page.tree.xpath("//p[@class='row-warnings']/strong")]
    assert warnings
    assert all(each.endswith(colon) for each in warnings)
    comma = "، " if language in ("fa", "ar") else ", "
    heard = [each.text for each in page.tree.xpath("//span[@class='cal-and']/span[@class='unseen']")]
    assert heard
    assert all(each.startswith(comma) for each in heard)


def test_the_archive_is_called_in_each_language_and_as_its_settings_say(db, client, settings):
    def called(language: str) -> list[str]:
        code_version.cache_clear()  # it holds the settings of a process, and they do not change in one
        return Page(client.get(f"/{language}/")).all("p.masthead-name")

    assert (called("en"), called("fa")) == (["The testimony archive"], ["آرشیو شهادت‌ها"])
    settings.ARCHIVE_NAME, settings.ARCHIVE_NAMES = "Karsava Archive", {"fa": "آرشیو کارساوا"}
    assert (called("fr"), called("fa")) == (["Karsava Archive"], ["آرشیو کارساوا"])
