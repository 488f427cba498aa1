"""Names: what of them is protected, where they stand in a text, and how they are found while sealed."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.names import alike, forms, forms_of, hits, keyed, occurrences, parts
from archive.core.spans import Span

KEY = b"an invented key of tests, 32 long"
NAMES = (
    "Hossein",
    "Maryam",
    "حسین",
    "مریم",
    "Gholamhossein",
    "عبدالرحمن",
    "Khosrow",
    "پروانه",
    "Tahereh",
    "Jafar",
)


def found(text: str, *names: str) -> list[str]:
    return [place.of(text) for place in occurrences(text, names)]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Dr. Maryam al-Hosseini", ["Maryam", "Hosseini"]),
        ("Seyed Ali Karimi", ["Ali", "Karimi"]),
        ("Khadija bint Youssef El Mansouri", ["Khadija", "Youssef", "Mansouri"]),
        ("Mme Zahra H. de la Vallée", ["Zahra", "Vallée"]),
        ("آقای دکتر حسین بن علی الحسینی", ["حسین", "علی", "حسینی"]),
        ("السيدة مريم الكريمي", ["مريم", "كريمي"]),
        ("Abd al-Rahman Karimi", ["AbdalRahman", "Karimi"]),
        ("عبد الرحمن كريمي", ["عبدالرحمن", "كريمي"]),
        ("+98 912 555 0147", ["989125550147"]),
        ("۱۲ کوچهٔ آسیاب", ["کوچهٔ", "آسیاب", "12"]),
        ("mina.k@post.example", ["mina.k@post.example"]),
        ("", []),
        ("؟!", []),
    ],
)
def test_a_name_keeps_what_is_worth_protecting(name, kept):
    assert parts(name) == kept


@pytest.mark.parametrize("name", ["Haj", "Seyed", "سید", "bin", "دکتر"])
def test_what_is_nothing_but_a_title_is_protected_all_the_same(name):
    assert parts(name) == [name]


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("It was Hossein's coat.", "Hossein"),
        ("La sœur d’Hossein", "Hossein"),
        ("حسین‌ها آمدند", "حسین"),
        ("حسینشان آمد", "حسین"),
        ("قلت لحسين", "حسين"),
        ("جاء وحسينهم", "حسين"),
        ("Hos\u00adsein", "Hos\u00adsein"),
        ("Hosse\u0301in", "Hosse\u0301in"),
        ("حُسَـــيْن", "حُسَـــيْن"),
        ("ﺣﺴﻴﻦ", "ﺣﺴﻴﻦ"),
        ("Ｈｏｓｓｅｉｎ", "Ｈｏｓｓｅｉｎ"),
        ("Нossеin", "Нossеin"),
        ("H\u200bos\u2060sein", "H\u200bos\u2060sein"),
        ("H o s s e i n!", "H o s s e i n"),
        ("H-o-s-s-e-i-n", "H-o-s-s-e-i-n"),
        ("ح س ی ن", "ح س ی ن"),
        ("Hos-\nsein", "Hos-\nsein"),
        ("#FreeHossein", "Hossein"),
        ("abu_hossein_88", "hossein"),
        ("7ossein", "7ossein"),
        ("HOSSEIN", "HOSSEIN"),
        ("«حسين»", "حسين"),
    ],
)
def test_a_name_is_found_under_its_endings_and_disguises(text, stem):
    assert found(text, "Hossein") == [stem]
    assert [place.of(text) for place in hits(text, keyed(forms("حسین"), KEY), KEY)] == [stem]


def test_a_name_that_a_stray_space_breaks_is_found_by_its_spelling():
    assert found("so Hos sein came", "Hossein") == ["Hos sein"]


def test_a_name_of_several_parts_is_found_as_a_run_and_not_in_pieces():
    text = "Maryam al-Hosseini met Maryam, and Mrs. Hosseini; مریم حسینی and Hosseini, Maryam were there."
    assert found(text, "Maryam Hosseini") == ["Maryam al-Hosseini", "مریم حسینی", "Hosseini, Maryam"]


def test_parts_of_a_name_in_two_sentences_are_no_run():
    assert found("He called Maryam! Hosseini was out.", "Maryam Hosseini") == []


@pytest.mark.parametrize(
    "text", ["Gholam Hossein", "Gholam-Hossein", "Gholamhossein", "غلام حسین", "غلامحسین", "غلام‌حسین"]
)
def test_a_compound_is_one_name_however_it_is_parted(text):
    assert found(f"({text})", "Gholam Hossein") == [text]
    assert found(f"({text})", "غلامحسین") == [text]
    assert hits(text, keyed(forms_of("Gholamhossein"), KEY), KEY)


@pytest.mark.parametrize("text", ["Abd al-Rahman", "Abdul Rahman", "Abdurrahman", "عبد الرحمن", "عبدالرحمان"])
def test_a_servants_name_is_one_name(text):
    assert found(text, "Abdolrahman") == [text]


@pytest.mark.parametrize(
    "text", ["0912 555 0147", "+98 912-555-0147", "۰۹۱۲۵۵۵۰۱۴۷", "(0912) 5550147", "00989125550147"]
)
def test_a_telephone_number_is_found_however_it_is_grouped(text):
    assert hits(f"Call {text} today", keyed(forms_of("0912 555 0147"), KEY), KEY)


def test_a_number_of_a_house_is_found_alone():
    assert found("at number 12, not 121 or 2012", "12") == ["12"]


def test_an_address_is_found_and_its_neighbour_is_not():
    assert found("mina.k@post.example, nina.k@post.example", "mina.k@post.example") == ["mina.k@post.example"]


@pytest.mark.parametrize("text", ["We saw Kam. Al was late.", "Kam – al was late.", "the kam, al"])
def test_the_end_of_a_sentence_and_the_start_of_another_are_no_name(text):
    assert found(text, "Kamal") == []


def test_said_is_a_word_and_said_is_a_name():
    assert found("He said so. I met Said there.", "Saeed") == ["Said"]
    assert found("He said so. Said came. I met Said.", "Said") == ["Said", "Said"]


def test_on_is_no_name_in_arabic():
    assert found("وقف على الجدار مع علي.", "Ali") == ["علي"]
    assert found("على رفت", "علی") == ["على"]  # Persian, typed with the other yeh


def test_an_everyday_word_that_is_declared_protected_is_found():
    assert found("We lived at the mine, near the old mill.", "mine", "mill") == ["mine", "mill"]


def test_digests_tell_nothing_without_the_key():
    some, other = keyed(forms("Maryam"), KEY), keyed(forms("Maryam"), b"another key")
    assert some.isdisjoint(other)
    assert all(len(digest) == 32 for digest in some)
    assert hits("Maryam", some, b"another key") == []


def test_nothing_sealed_finds_nothing():
    assert hits("Maryam", frozenset(), KEY) == []
    assert occurrences("Maryam", []) == []
    assert occurrences("Maryam", ["", "؟"]) == []


def test_a_long_interview_is_checked_in_two_seconds():
    words = [
        f"{chr(97 + a)}a{chr(97 + b)}er{chr(97 + c)}" for a in range(24) for b in range(24) for c in range(6)
    ]
    text = " ".join((words + ["گفتم", "والكتاب", "خانه‌هایشان"] * 1000)[:6000] * 4)
    digests = keyed(forms_of("Maryam Hosseini") | forms_of("غلامرضا"), KEY)
    start = time.process_time()
    hits(text, digests, KEY)
    assert len(text.split()) > 20_000
    assert time.process_time() - start < 4  # two on a quiet machine


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "aB" * 20_000, "a " * 5_000, "ض" * 9_000, "1 " * 9_000, "س‌" * 9_000, "a'" * 9_000]
)
def test_no_monster_takes_long(text):
    start = time.process_time()
    hits(text, keyed(forms("Maryam"), KEY), KEY)
    assert time.process_time() - start < 5


@given(st.text())
def test_no_text_is_too_odd(text):
    parts(text)
    forms_of(text)
    alike(text, "Maryam")
    occurrences(text, [text, "Maryam Hosseini"])
    hits(text, keyed(forms(text), KEY), KEY)


@given(st.text(alphabet="hosein حسین‌اHO-'’|.@1۲\u00ad\u200b\u0301ـ\n", max_size=60), st.sampled_from(NAMES))
def test_places_are_in_the_text_in_order_and_apart(text, name):
    places = occurrences(text + name + text, [name, f"{name} حسینی", "12", "Hos"])
    assert all(0 <= place.start < place.end <= len(text + name + text) for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


@given(st.text(), st.text(), st.sampled_from(NAMES))
def test_a_name_is_found_among_whatever_surrounds_it(before, after, name):
    text = f"{before} ; {name} ; {after}"
    start = len(before) + 3
    digests = keyed(forms(name), KEY)
    assert any(place.overlaps(Span(start, start + len(name))) for place in hits(text, digests, KEY))


@given(st.data(), st.sampled_from(NAMES))
def test_marks_that_nobody_sees_hide_no_name(data, name):
    hidden = st.text(alphabet="\u00ad\u200b\u200d\u200e\u2060\ufeff\u064b\u0301ـ", max_size=3)
    disguised = "".join(letter + data.draw(hidden) for letter in name)
    assert hits(f"; {disguised} ;", keyed(forms(name), KEY), KEY)


@given(st.sampled_from(NAMES), st.sampled_from([" ", "-", ".", "_", "  "]))
def test_letters_that_stand_apart_are_read_together(name, gap):
    assert hits(f"so: {gap.join(name)}; and", keyed(forms(name), KEY), KEY)
