"""Figures over time: counted from what is public, from zero, with gaps and doubts told."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client

from archive.core.dates import HistoricalDate
from archive.desk import review
from archive.pages.figures import _decades, _years
from events.models import Statement
from tests.pages.reader import Reader
from tests.universe import StatementAnchor, Universe, anchor

pytestmark = pytest.mark.django_db


def _said(world: Universe, edtf: str, words: str = "four hundred graves") -> Statement:
    said = Statement(person=world.leyla, text=words, language="en")
    if edtf:
        said.date = HistoricalDate.understood(stated=edtf, edtf=edtf)
    said.save()
    anchor(StatementAnchor, world.article, words, statement=said)
    world.publish(said)
    return said


def test_statements_are_counted_by_year_topic_and_speaker(world: Universe, reader: Reader):
    _said(world, "1988-08")
    _said(world, "1988-09")
    _said(world, "1991")
    _said(world, "1988/1990")
    _said(world, "")
    page = reader.opens("figures/")
    lines = page.all("tr")
    assert {
        "1988 2",
        "1989 0",
        "1990 0",
        "1991 1",
        "1992–2024 0",
        "2025 1",
        "Mass graves 1",
        "Leyla Ormand 6",
    } <= set(lines)
    assert "1 more has a date that may lie in more than one year." in page
    assert "1 more has no known date." in page
    assert page.attributes("rect", "width")[:4] == ["1000", "0", "0", "500"]
    assert "/en/statements/?year=1991" in page.attributes("a", "href")
    assert len(reader.opens("statements/", year="1991").elements("blockquote")) == 1


def test_testimonies_stand_under_the_year_in_which_they_were_given(world, told, reader: Reader):
    assert "2025 2" in reader.opens("figures/").all("tr")


def test_what_is_withdrawn_is_counted_no_longer(world: Universe, reader: Reader):
    said = _said(world, "1988")
    assert "1988 1" in reader.opens("figures/").all("tr")
    review.withdraw(said, by=world.ada, why="It was a mistake.")
    assert "1988 1" not in reader.opens("figures/").all("tr")


def test_nothing_public_leads_on(db, reader: Reader):
    assert "Nothing of this kind has been published yet." in reader.opens("figures/")


def test_figures_take_three_queries(world, told, client: Client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3, using="public"):
        assert client.get("/fa/figures/").status_code == 200


def test_long_gaps_are_one_line_and_long_times_are_decades():
    assert [n for _label, n, _asked in _years(Counter({1980: 2, 1990: 1, 1992: 3}))] == [2, 0, 1, 0, 3]
    assert [(n, asked) for _label, n, asked in _decades(Counter({1905: 1, 1988: 2}))][-1] == (2, "198X")
