"""What a list offers to choose from: counted, combined, undone one by one."""

import re

import pytest

from archive.core.dates import HistoricalDate
from archive.desk import review
from archive.edition import counts
from archive.edition.models import Record
from archive.pages import lists
from events.models import Demand, Event
from tests.pages.reader import Page, Reader
from tests.universe import Universe, organisation

pytestmark = pytest.mark.django_db


def offered(page: Page, facet: str) -> dict[str, str]:
    """The choices of one facet, each with where it leads."""
    links = page.tree.xpath(f"//section[h2/@id='facet-{facet}']//li")
    return {Page.of(each): each.xpath("a/@href")[0] for each in links}


def total(page: Page) -> str:
    return page.all("span.list-total")[0]


def meeting(world: Universe, title: str, edtf: str, kind: str = "conference") -> Event:
    made = Event(title={"en": title}, event_kind=kind)
    made.date = HistoricalDate.understood(edtf=edtf)
    made.save()
    world.publish(made)
    return made


def titles(page: Page) -> list[str]:
    return page.all("p.row-title")


def test_choices_are_links_with_as_many_records_as_they_say(told, lanterns, world, reader):
    """Every choice of every list is followed: the number beside it is the number found."""
    followed = 0
    for plural in ("events", "statements", "claims", "demands", "sources", "testimonies", "victims",
                   "organisations", "places", "topics", "victim-groups"):  # fmt: skip
        page = reader.opens(f"{plural}/")
        for facet in page.tree.xpath("//section[contains(@class, 'facet')]/h2/@id"):
            for label, href in offered(page, facet.removeprefix("facet-")).items():
                if not (number := re.search(r" (\d+)$", label)):
                    continue  # what is left out is not counted
                assert total(Page(reader.client.get(href))) == f"{number[1]} found", (plural, label)
                followed += 1
    assert followed > 30


def test_facets_combine_and_are_undone_one_by_one(lanterns, world, reader):
    page = reader.opens("claims/")
    by_event = offered(page, "event")
    page = Page(reader.client.get(by_event["Hearing at Port Amaly 2"]))
    assert "Hearing at Port Amaly" not in " ".join(offered(page, "event"))
    page = Page(reader.client.get(offered(page, "asserter")["Leyla Ormand 1"]))
    assert total(page) == "1 found"
    undo = page.tree.xpath("//ul[@class='chosen']/li/a[contains(@class, 'chosen-drop')]/@href")
    assert len(undo) == 3  # each of them, and all
    assert total(Page(reader.client.get(undo[1]))) == "2 found"
    assert undo[-1] == "/en/claims/"


def test_what_would_find_nothing_is_not_offered(lanterns, world, reader):
    hearing = reader.opens("claims/", event=world.hearing.identifier)
    for href in offered(hearing, "property").values():
        assert Page(reader.client.get(href)).elements("span.list-total")
    assert offered(reader.opens("events/", event_kind="hearing"), "event_kind") == {}


def test_a_withdrawal_is_in_the_counts_at_once(world, reader):
    assert "Mass graves 1" in offered(reader.opens("statements/"), "topic")
    review.withdraw(world.graves, by=world.ada, why="It was a mistake.")
    page = reader.opens("statements/")
    assert offered(page, "topic") == {}
    assert "Mass graves" not in page


def test_the_same_list_has_one_address(lanterns, world, reader):
    given = {"topic": world.graves.identifier, "event": world.hearing.identifier, "q": "graves", "x": "1"}
    orders = [given, dict(reversed(given.items()))]
    pages = [reader.opens("statements/", **order) for order in orders]
    kept = {page.tree.xpath("//a[@rel='bookmark']/@href")[0] for page in pages}
    assert len(kept) == 1
    assert kept.pop().endswith(
        f"/en/statements/?q=graves&topic={world.graves.identifier}&event={world.hearing.identifier}"
    )


def test_a_long_narrowed_list_says_more_than_and_offers_without_numbers(lanterns, world, reader, monkeypatch):
    monkeypatch.setattr(counts, "BOUND", 1)
    monkeypatch.setattr(lists, "BOUND", 1)
    page = reader.opens("claims/", event=world.hearing.identifier)
    assert total(page) == "More than 1"
    assert not page.elements("span.facet-n")
    assert offered(page, "property")


def test_demands_to_somebody_in_some_years_are_found_at_once(world, reader, django_assert_max_num_queries):
    council = organisation("Security Council of the Sea")
    world.publish(council)
    for year, act in ((1986, "send an envoy"), (1988, "stop it"), (1992, "open the graves"), (1999, "go on")):
        event = meeting(world, f"Session {year}", str(year))
        world.publish(Demand.objects.create(act={"en": act}, addressee=council, event=event))
    page = reader.opens("demands/")
    page = Page(reader.client.get(offered(page, "addressee")["Security Council of the Sea 4"]))
    address = page.tree.xpath("//a[@rel='bookmark']/@href")[0]
    with django_assert_max_num_queries(3, using="public"):
        page = Page(reader.client.get(f"{address}&date=1988+to+1992"))
    assert titles(page) == ["open the graves", "stop it"]


def test_years_are_offered_by_range_and_folded_into_decades_when_many(world, reader):
    meeting(world, "One year", "1988")
    meeting(world, "Two years", "1988/1989")
    meeting(world, "Long", "1900/1999")
    page = reader.opens("events/")
    assert {"1988 3", "1989 2"} <= set(offered(page, "year"))
    assert "1950 1" not in offered(page, "year")
    found = titles(reader.opens("events/", year="1989"))
    assert sorted(found) == ["Long", "Two years"]
    for year in range(1950, 1975, 2):
        meeting(world, f"In {year}", str(year))
    page = reader.opens("events/")
    fifties = next(label for label in offered(page, "year") if label.startswith("1950 to 1959"))
    assert fifties == "1950 to 1959 6"
    page = Page(reader.client.get(offered(page, "year")[fifties]))
    assert total(page) == "6 found"
    assert "1952 2" in offered(page, "year")


@pytest.mark.parametrize(("words", "found"), [
    ("1988", ["Exact", "Eighties"]), ("before 1988", ["Eighties"]), ("after 1988", ["Eighties"]),
    ("summer 1988", ["Exact", "Eighties"]), ("1367", ["Exact", "Eighties"]),
    ("مرداد ۱۳۶۷", ["Exact", "Eighties"]), ("1999 to 2001", []),
])  # fmt: skip
def test_a_date_finds_what_can_have_been_then(world, reader, words, found):
    review.withdraw(world.hearing, by=world.ada, why="Not here.")
    meeting(world, "Exact", "1988-08-03")
    meeting(world, "Eighties", "198X")
    meeting(world, "Undated", "")
    page = reader.opens("events/", date=words)
    assert titles(page) == found
    assert not {"Undated"} & set(titles(page))
    assert "what has no date is not found by one" in page


def test_the_page_tells_how_a_date_was_understood(world, reader):
    told = reader.opens("events/", date="1367")
    (read,) = told.all("p.filter-read")
    assert "1367 is read in the Iranian calendar: between 21 March 1988 and 20 March 1989." in read
    other = told.tree.xpath("//p[@id='date-read']/a/@href")
    assert [Page.of(each) for each in told.tree.xpath("//p[@id='date-read']/a")] == [
        "Read it in the lunar Hijri calendar", "Read it in the Gregorian calendar",
    ]  # fmt: skip
    assert "1367" in Page(reader.client.get(other[1])).all("p.filter-read")[0]
    wrong = reader.opens("events/", date="one day")
    assert "could not be understood as a date" in wrong
    assert not titles(wrong)


def test_orders_lead_on_and_put_what_has_no_date_last(world, reader, monkeypatch):
    monkeypatch.setattr(lists, "PAGE_SIZE", 2)
    for title, edtf in (("B", "1990"), ("A", "1988"), ("None", ""), ("C", "2001")):
        meeting(world, title, edtf)
    orders = {
        "": ["Hearing at Port Amaly", "C", "B", "A", "None"],
        "oldest": ["A", "B", "C", "Hearing at Port Amaly", "None"],
        "recent": ["C", "None", "A", "B", "Hearing at Port Amaly"],
    }
    for order, expected in orders.items():
        page, seen = reader.opens("events/", order=order), []
        while True:
            seen += titles(page)
            if not (onward := page.tree.xpath("//a[@rel='next']/@href")):
                break
            page = Page(reader.client.get(onward[0]))
        assert seen == expected
        back = Page(reader.client.get(page.tree.xpath("//a[@rel='prev']/@href")[0]))
        assert titles(back) == expected[2:4]


def test_a_place_in_another_order_begins_the_list_anew(world, reader):
    meeting(world, "A", "1988")
    after = Record.objects.get(pk=world.hearing.identifier)
    cursor = lists.Cursor(after.sort_key, after.pk).encode()
    answer = reader.get("events/", order="recent", after=cursor)
    assert answer.status_code == 302
    assert (
        reader.get("events/", order="recent", after=lists.Cursor("x", after.pk).encode()).status_code == 302
    )


@pytest.mark.parametrize("language", ["en", "fr", "fa", "ar"])
def test_names_stand_under_their_letter_and_are_found_by_it(told, language):
    page = Reader(language).opens("victims/")
    links = page.tree.xpath("//nav[@class='letters']//a")
    letters = {Page.of(each): each.get("href") for each in links}
    assert letters
    for label, href in letters.items():
        found = Page(Reader(language).client.get(href))
        assert found.all("h2.memorial-sign") == [label.split()[0]]
        assert len(found.all("p.remembered-name")) == 1


def test_a_list_leads_to_its_feed_and_its_files(world, reader):
    page = reader.opens("events/", event_kind="hearing", date="2025")
    ways = page.tree.xpath("//footer[contains(@class, 'list-ways')]//li/a/@href")
    assert len(ways) == 4
    for way in ways:
        answer = reader.client.get(way)
        assert answer.status_code == 200, way
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert world.hearing.identifier.encode() in body
    assert page.tree.xpath("//link[@type='application/atom+xml']/@href") == [ways[0]]


def test_a_page_of_every_list_costs_three_queries(told, lanterns, reader, django_assert_max_num_queries):
    for plural in lists.KIND_OF_PLURAL:
        with django_assert_max_num_queries(3, using="public"):
            reader.opens(f"{plural}/", q="a", order="recent")
        with django_assert_max_num_queries(3, using="public"):
            reader.opens(f"{plural}/")


def test_all_choices_of_a_facet_stand_on_a_page_of_their_own(world, reader):
    page = reader.opens("demands/", choose="addressee")
    assert page.all("section.choosing")[0].startswith("Who is asked Ministry of Justice of Karsava 1")
    assert reader.opens("demands/", choose="nothing").elements("ul.rows")
