import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.words import address_words, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Été", "ete"),
        ("CŒUR", "coeur"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ي", "ی"),  # Arabic and Persian yeh
        ("علي", "علی"),
        ("موسى", "موسی"),
        ("كتاب", "کتاب"),
        ("مدرسة", "مدرسه"),
        ("أحمد", "احمد"),
        ("إيران", "ایران"),
        ("آزادی", "ازادی"),
        ("مُحَمَّد", "محمد"),  # vowel marks
        ("محـــمد", "محمد"),  # tatweel
        ("خانه‌ها", "خانه ها"),  # half-space
        ("دههٔ", "دهه"),
        ("ﻣﺮﻳﻢ", "مریم"),  # presentation forms
        ("۱۳۶۷", "1367"),
        ("١٩٨٨", "1988"),
        ("l’été", "l ete"),
        ("  two\n words ", "two words"),
        ("e\u0301", "é"),
        ("Łódź", "lodz"),
    ],
)
def test_the_same_word_typed_otherwise_folds_to_the_same(one: str, other: str):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("مرگ", "مرد"), ("resume", "presume"), ("1988", "1989")])
def test_other_words_stay_apart(one: str, other: str):
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str):
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_case_makes_no_difference(text: str):
    assert folded(text.upper().lower()) == folded(folded(text.upper()))


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Paris, 1988: a hearing!", "paris-1988-a-hearing"),
        ("جلسهٔ علنی", "جلسه-علنی"),
        ("L’été à Orvane", "l-été-à-orvane"),
        ("…", ""),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_a_title_decorates_its_address(title: str, words: str):
    assert address_words(title) == words


@given(st.text())
def test_an_address_never_needs_a_slash_or_a_space_and_stays_short(title: str):
    words = address_words(title)
    assert not set(words) & set("/?#% \n")
    assert len(words) <= 60
