import pytest

from archive.core.languages import (
    ARABIC,
    CYRILLIC,
    LATIN,
    OTHER,
    direction,
    in_language,
    is_language,
    script_of,
)


@pytest.mark.parametrize("tag", ["en", "fa", "ckb", "ku-Latn", "pt-BR", "zh-Hant-TW"])
def test_tags_the_archive_can_name(tag: str):
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "EN", "english", "fa_IR", "en-", "en-us", "fa\n", "ف"])
def test_tags_it_cannot(tag: str):
    assert not is_language(tag)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Hélène", LATIN),
        ("مریم رجوی", ARABIC),
        ("عاصمہ جہانگیر", ARABIC),
        ("ﻣﺮﻳﻢ", ARABIC),
        ("Мария", CYRILLIC),
        ("مریم (Maryam) رجوی", ARABIC),
        ("1988", OTHER),
        ("", OTHER),
        ("山田", OTHER),
    ],
)
def test_the_script_of_a_name_is_that_of_most_of_its_letters(text: str, script: str):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("fa", "rtl"),
        ("ar", "rtl"),
        ("ckb", "rtl"),
        ("en", "ltr"),
        ("ku-Latn", "ltr"),
        ("fa-Latn", "ltr"),
        ("az-Arab", "rtl"),
    ],
)
def test_the_direction_follows_the_script_and_then_the_language(language: str, way: str):
    assert direction(language) == way


TEXTS = {"en": "Paris", "fa": "پاریس", "pt": "Paris (pt)"}


@pytest.mark.parametrize(
    ("texts", "wanted", "others", "found"),
    [
        (TEXTS, "fa", ("en",), ("پاریس", "fa")),
        (TEXTS, "pt-BR", ("en",), ("Paris (pt)", "pt")),
        (TEXTS, "de", ("en",), ("Paris", "en")),
        (TEXTS, "de", ("fa", "en"), ("پاریس", "fa")),
        ({"ru": "Париж", "ar": "باريس"}, "de", ("en",), ("باريس", "ar")),
        ({"en": "", "fr": "Paris"}, "en", ("en",), ("Paris", "fr")),
        ({}, "en", ("en",), ("", "")),
    ],
)
def test_a_reader_is_given_the_nearest_language(texts, wanted, others, found):
    assert in_language(texts, wanted, others=others) == found
