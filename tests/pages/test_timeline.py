"""The time line: what is dated stands where its date can be, by decade, year and month."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from archive.core.dates import HistoricalDate
from archive.desk import review
from archive.pages.timeline.spans import Span
from events.models import Statement
from tests.pages.reader import Page, Reader
from tests.universe import StatementAnchor, Universe, anchor

pytestmark = pytest.mark.django_db


def _said(world: Universe, edtf: str) -> Statement:
    said = Statement(person=world.leyla, text="four hundred graves", language="en")
    if edtf:
        said.date = HistoricalDate.understood(stated=edtf, edtf=edtf)
    said.save()
    anchor(StatementAnchor, world.article, "four hundred graves", statement=said)
    world.publish(said)
    return said


def _units(page: Page) -> list[str]:
    return [line for line in page.all("tr") if not line.startswith("When")]


def test_all_of_it_is_told_by_decades(world: Universe, reader: Reader):
    for edtf in ("1988-08", "1988-08-03", "1991", "1988/1991", ""):
        _said(world, edtf)
    page = reader.opens("timeline/", kind="statement")
    assert _units(page)[:2] == ["the 1980s 2", "the 1990s 1"]
    assert "1 more may lie in more than one of these." in page
    assert "1 more has no known date." in page
    assert "/en/timeline/?in=198X&kind=statement" in page.attributes("a", "href")


def test_a_reader_comes_closer_by_year_month_and_day(world: Universe, reader: Reader):
    for edtf in ("1988-08", "1988-08-03", "1988"):
        _said(world, edtf)
    assert "1988 3" in _units(reader.opens("timeline/", **{"in": "198X"}))
    year = reader.opens("timeline/", **{"in": "1988"})
    assert "August 1988 2" in _units(year)
    assert "July 1988 0" in _units(year)
    assert "1 more may lie in more than one of these." in year
    month = reader.opens("timeline/", **{"in": "1988-08"})
    assert _units(month) == ["3 August 1988 1"]
    assert "2 more may lie in more than one of these." in month
    assert {"/en/timeline/?in=198X", "/en/timeline/?in=1988", "/en/timeline/?in=1988-07"} <= set(
        month.attributes("a", "href")
    )


def test_each_is_drawn_over_all_the_days_its_date_can_mean(world: Universe, reader: Reader):
    _said(world, "1988-08-03")
    _said(world, "1988-08")
    _said(world, "1987/1988-08-16?")
    page = reader.opens("timeline/", **{"in": "1988-08"})
    rects = [
        (each.get("class"), each.get("x"), each.get("width"))
        for each in page.tree.xpath("//ol[@class='strips']//rect")
    ]
    assert rects == [("range unsure over", "0", "516"), ("range", "0", "1000"), ("day", "65", "32")]


def test_more_than_can_be_drawn_is_told_with_the_way_to_all(world: Universe, reader: Reader, monkeypatch):
    for day in range(1, 5):
        _said(world, f"1988-08-0{day}")
    monkeypatch.setattr("archive.pages.timeline.view.MOST", 3)
    page = reader.opens("timeline/", kind="statement", **{"in": "1988"})
    assert "Only the first 3 are drawn." in page
    (way,) = [each for each in page.attributes("a", "href") if "date=1988" in each]
    assert way == "/en/statements/?date=1988&order=oldest"
    assert len(Page(Client().get(way)).elements("blockquote")) == 4


def test_what_is_withdrawn_is_gone_and_nonsense_shows_everything(world: Universe, reader: Reader):
    said = _said(world, "1988-08-03")
    assert "1988 1" in _units(reader.opens("timeline/", **{"in": "198X"}))
    review.withdraw(said, by=world.ada, why="She asked.")
    empty = reader.opens("timeline/", **{"in": "198X"})
    assert "Nothing that is dated to these years has been published here." in empty
    for asked in ("0000", "99999", "198", "1988-13", "<b>", "\0"):
        assert "the 2020s" in reader.opens("timeline/", **{"in": asked}, kind=asked)


def test_an_empty_archive_says_so(reader: Reader):
    assert "Nothing with a date has been published here yet." in reader.opens("timeline/")


def test_a_span_knows_its_units_and_its_neighbours():
    year = Span.asked("1988")
    assert [each.edtf for each in year.units][::11] == ["1988-01", "1988-12"]
    assert (year.before, year.after, list(year.wider)) == ("1987", "1989", ["198X"])
    assert Span.asked("999X").after == ""
    assert Span.asked("1000").before == ""
    assert sum(1 for _ in Span.asked("9999-12").units) == 31
    assert Span.asked("1988-02").share(date(1988, 2, 29), date(1990, 1, 1)) == (28 / 29, 1)
