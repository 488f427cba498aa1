import pytest

from archive.edition.models import Record

pytestmark = pytest.mark.django_db

FOUND = {
    "four hundred graves": {"statement", "claim"},
    "GRAVES hundred": {"statement", "claim"},
    "Ormand": {"person"},
    "orm": {"person"},
    "or": set(),
    "rmand": set(),
    "لیلا": {"person"},
    "ليلا اورمند": {"person"},
    "Öřmand": {"person"},
    "nobody was here": set(),
    "?! —": set(),
    "' & | ! :* \\ \0": set(),
    "port-amaly": {"event", "place"},
    "port_amaly": {"event", "place"},
}


def found(words: str) -> set[str]:
    return set(Record.public.matching(words).values_list("kind", flat=True))


def test_words_find_what_holds_them_all(world):
    assert {words: found(words) for words in FOUND} == FOUND


def test_blank_words_ask_for_nothing_and_very_long_ones_are_cut(world):
    assert Record.public.matching("  ").count() == Record.public.count()
    assert found("graves " * 5000) >= {"claim", "statement"}
