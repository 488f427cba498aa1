import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.analysis import Token, stems, tokens
from archive.core.words import folded
from tests.core.analysis.meeting import ARABIC, ENGLISH, FRENCH, PERSIAN, pairs

TABLES = {"en": ENGLISH, "fr": FRENCH, "fa": PERSIAN, "ar": ARABIC}
MEET = [(language, *pair) for language, table in TABLES.items() for pair in pairs(table)[0]]
APART = [(language, *pair) for language, table in TABLES.items() for pair in pairs(table)[1]]
LANGUAGES = ("", "en", "fr", "fa", "ar", "de", "fa-Latn")
_DROPPED = str.maketrans(dict.fromkeys(" ʼʻʾʿˈ"))


def finds(question: list[Token], text: list[Token]) -> bool:
    """Whether every word of a question that is worth asking for meets a word of a text."""
    asked = [word for word in question if not word.stop] or question
    return all(any(word.stems & other.stems for other in text) for word in asked)


@pytest.mark.parametrize(("language", "one", "other"), MEET)
def test_a_word_finds_its_other_forms(language: str, one: str, other: str):
    assert finds(tokens(one, language), tokens(other, language))
    assert finds(tokens(one), tokens(other, language)), "typed by a reader, whose language is not known"
    assert finds(tokens(other), tokens(one, language))


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_a_word_does_not_find_another_that_only_looks_like_it(language: str, one: str, other: str):
    assert not finds(tokens(one, language), tokens(other, language))


@pytest.mark.parametrize("language", TABLES)
def test_the_tables_are_long_enough_to_mean_something(language: str):
    meet, apart = pairs(TABLES[language])
    assert len(meet) >= 60
    assert len(apart) >= 30


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می رود", "می‌رود"),
        ("می رود", "میرود"),
        ("کتاب ها", "کتاب‌ها"),
        ("کتاب ها", "کتابها"),
        ("بزرگ ترین", "بزرگترین"),
        ("رفته اند", "رفته‌اند"),
        ("30 000", "30,000"),
        ("۳۰٬۰۰۰", "30.000"),
    ],
)
def test_what_a_blank_or_a_sign_sets_apart_is_one_word(one: str, other: str):
    (first,), (second,) = tokens(one), tokens(other)
    assert first.exact == second.exact
    assert first.stems & second.stems


def test_in_a_mixed_text_each_word_is_read_in_the_languages_of_its_script():
    text = tokens("خبرنگار Reuters گفت: prisonniers و prisoners در سال ۱۳۶۷", "fa")
    for asked in ("خبرنگاران", "reuters", "prisonnier", "prisoner", "1367", "می‌گفت"):
        assert finds(tokens(asked), text), asked
    assert not finds(tokens("زندانیان"), text)


def test_a_language_of_the_word_s_own_script_alone_is_tried():
    assert stems("arrestations", "fr") != stems("arrestations", "en")
    assert stems("arrestations") == stems("arrestations", "fr") | stems("arrestations", "en")
    assert stems("arrestations", "fa") == stems("arrestations")
    assert stems("کتابهم") == stems("کتابهم", "fa") | stems("کتابهم", "ar")


@pytest.mark.parametrize(
    "word",
    ["علی", "علي", "کرد", "هما", "أم", "Said", "May", "Will", "car", "son", "été", "UN", "WHO", "US", "EU"],
)
def test_a_name_or_a_noun_that_looks_like_a_stop_word_is_none(word: str):
    assert [found.stop for found in tokens(word)] == [False]


@pytest.mark.parametrize("word", ["the", "of", "les", "d’", "که", "را", "في", "التي", "who", "un"])
def test_words_that_say_next_to_nothing_are_marked(word: str):
    assert [found.stop for found in tokens(word)] == [True]


@pytest.mark.parametrize("word", ["the", "pour", "هذا", "این", "Ali", "كرد"])
def test_whether_a_word_is_a_stop_word_does_not_hang_on_the_language(word: str):
    assert len({tokens(word, language)[0].stop for language in LANGUAGES}) == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(LANGUAGES))
def test_every_word_stands_where_its_token_says(text: str, language: str):
    last = 0
    for word in tokens(text, language):
        assert last <= word.start < word.end
        assert folded(text[word.start : word.end]).translate(_DROPPED) == word.exact
        assert word.exact
        assert word.stems
        last = word.end


@given(
    st.text(alphabet="می نرودهاکتبشترین\u200c\u064e 'sl’d0123٬.,ʿéaeX\u0301", max_size=40),
    st.sampled_from(LANGUAGES),
)
def test_and_so_in_texts_of_half_spaces_apostrophes_and_marks(text: str, language: str):
    for word in tokens(text, language):
        assert folded(text[word.start : word.end]).translate(_DROPPED) == word.exact


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_no_word_is_without_a_stem(word: str, language: str):
    assert stems(word, language)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(LANGUAGES))
def test_a_number_stays_whole(number: int, language: str):
    assert stems(str(number), language) == {str(number)}


def test_how_fast_a_reading_is(record_property):
    text = "The prisoners were executed. زندانیان شهر اعدام شدند. أعدم السجناء في المدينة. " * 2000
    began = time.process_time()
    count = len(tokens(text))
    record_property("figure", ("reading", f"{count / (time.process_time() - began):,.0f} words a second"))
    assert count == 12 * 2000
