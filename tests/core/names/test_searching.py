"""Names found in any script: keys under which they meet, how close they are, and what is shown."""

import pytest

from archive.core.names import evaluating
from archive.core.names.evaluating import Figures
from archive.core.names.searching import Directory, asked, index_keys, score, why

SAME = [
    ("Hossein", "حسین"),
    ("Houssein Karimi", "Karimi, Hosein"),
    ("Mahomet", "محمد"),
    ("Mohammad-Ali Rajaei", "محمدعلی رجایی"),
    ("محمدعلی رجایی", "Rajai, Mohammad Ali"),
    ("Dr. Abdol-Rahman Boroumand", "عبدالرحمن برومند"),
    ("Abd al-Qadir", "Abdelkader"),
    ("آقای دکتر حسن روحانی", "Hassan Rouhani"),
    ("الشيخ حسن", "Hasan"),
    ("M. Hosseini", "محمد حسینی"),
    ("Khavaran", "خاوران"),
    ("Khawaran", "Khâvarân"),
    ("Хосейн", "حسین"),
    ("Hüseyin", "حسين"),
    ("Behesht-e Zahra", "بهشت زهرا"),
]
OTHER = [
    ("Hasan", "Hossein"),
    ("حسن", "حسین"),
    ("Ali", "Alavi"),
    ("Karim", "Rahim"),
    ("Maryam", "Marjan"),
    ("Reza", "راضی"),
    ("Mohammad Karimi", "Mohammad Rahimi"),
    ("Leyla", "—"),
]


def found(names: Directory, words: str) -> list[str]:
    return [one.record for one in names.find(words)]


@pytest.mark.parametrize(("query", "name"), SAME)
def test_a_name_is_found_by_its_other_spellings(query, name):
    assert found(Directory([("one", name)]), query) == ["one"]
    assert found(Directory([("one", query)]), name) == ["one"]


@pytest.mark.parametrize(("query", "name"), OTHER)
def test_another_name_is_not_found(query, name):
    assert found(Directory([("one", name)]), query) == []


def test_one_slip_is_forgiven_and_two_in_a_long_name():
    names = Directory([("one", "Hassan Rouhani"), ("two", "Gholamhossein Karbaschi")])
    assert found(names, "Hassan Rohuani") == ["one"]
    assert found(names, "Gholamhosein Karbashci") == ["two"]


def test_a_word_that_is_somebodys_name_is_no_slip():
    names = Directory([("amin", "Amin Karimi"), ("amir", "Amir Rahimi")])
    assert found(names, "Amir Karimi") == []


def test_whoever_has_the_very_name_comes_first_and_hides_what_is_only_near():
    names = Directory([("longer", "Leyla Ormand Vahl"), ("very", "Leyla Ormand"), ("near", "Leyla Orvand")])
    assert found(names, "leyla ormand") == ["very", "longer"]


def test_a_directory_holds_what_it_was_given_last_and_nothing_that_is_gone():
    names = Directory([("one", "Leyla Ormand"), ("two", "Piotr Vahl")])
    names.hold([("two", "Piotr Vahl"), ("three", "لیلا اورمند")])
    assert found(names, "Leyla Ormand") == ["three"]
    assert found(names, "Piotr Vahl") == ["two"]
    names.hold([])
    assert not any(vars(names).values())


def test_why_names_the_words_that_answer():
    assert why("Hossein", "محمد حسین کریمی") == ["حسین"]


def test_a_score_lies_between_nothing_and_the_very_name():
    assert score("Leyla", "Leyla") == 1
    assert score("Leyla", "Piotr") == 0
    assert score("", "Leyla") == score("Leyla", "") == 0


@pytest.mark.parametrize("words", ["", "—", "!!!", "\x00", "🙂", "a" * 500, "الله", "Dr.", "آقای", "م", "٣"])
def test_no_words_are_too_odd_to_be_asked(words):
    asked(words)
    index_keys(words)
    assert found(Directory([("one", "Leyla Ormand")]), words) == []


def test_the_table_is_large_enough_and_its_aims_are_reached():
    """A smaller directory than the command's, so that it takes seconds."""
    table, every = evaluating.table(), evaluating.rows("same.txt")
    assert evaluating.pairs_in(every) >= 300
    people = evaluating.invented(every, 3000)
    directory = evaluating.directory_of(people)
    figures = Figures()
    evaluating.evaluate(table.held_out, people, directory, figures)
    assert figures.asked > 100
    assert figures.recall >= 0.9, figures.missed
    assert figures.precision >= 0.8, figures.wrong


def test_names_that_only_look_alike_stay_apart():
    figures = Figures()
    evaluating.confused(evaluating.table().apart, figures)
    assert figures.recall == 1
    assert figures.precision >= 0.9, figures.wrong
