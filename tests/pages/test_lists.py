import pytest

from archive.edition.models import Record
from archive.pages import lists
from tests.pages.reader import Page, Reader

pytestmark = pytest.mark.django_db


def titles(page: Page) -> list[str]:
    return page.all("p.row-title")


def test_events_stand_newest_first_and_people_by_name(lanterns, reader):
    assert titles(reader.opens("events/")) == ["Hearing at Port Amaly", "The night of the lanterns"]
    assert titles(reader.opens("people/")) == ["Leyla Ormand", "Tomas Reyl"]


def test_a_list_is_searched_with_words_however_typed(lanterns, reader):
    assert titles(reader.opens("events/", q="LANTERNS nig")) == ["The night of the lanterns"]
    assert titles(reader.opens("people/", q="ليلا")) == ["Leyla Ormand"]


def test_a_list_that_is_searched_says_why_each_record_was_found(lanterns, reader):
    page = reader.opens("events/", q="LANTERNS nig")
    assert page.all("p.hit-why") == ["title"]
    assert page.all("mark") == ["night", "lanterns"]
    assert reader.opens("people/", q="ليلا").all("mark") == ["لیلا"]


def test_names_like_the_words_are_offered_where_nothing_holds_them(
    lanterns, world, reader, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3, using="public"):
        page = reader.opens("people/", q="Laila Ormandy")
    assert "Did you mean: Leyla Ormand" in page.all("div.nothing")[0]
    narrowed = reader.opens("people/", q="Laila Ormandy", topic=world.graves.identifier)
    assert "Did you mean" not in narrowed


def test_a_list_is_narrowed_by_kind_language_topic_and_record(lanterns, world, reader):
    assert titles(reader.opens("events/", event_kind="hearing")) == ["Hearing at Port Amaly"]
    assert len(reader.opens("statements/", language="fa").elements("article.said")) == 2  # one translated
    assert len(reader.opens("statements/", statement_kind="reading").elements("article.said")) == 1
    assert len(reader.opens("statements/", topic=world.graves.identifier).elements("article.said")) == 1
    page = reader.opens("statements/", person=lanterns.tomas.identifier)
    assert page.all("blockquote.said-words") == ["Silence is not the absence of evidence."]
    (chosen,) = page.all("ul.chosen")
    assert "Person Tomas Reyl remove" in chosen


def test_what_cannot_be_understood_narrows_nothing(lanterns, reader):
    strange = {"event_kind": "feast", "topic": "\0", "person": "nobody", "language": "en'--", "x": "1"}
    assert len(titles(reader.opens("events/", **strange))) == 2
    assert reader.get("events/", after="never given").status_code == 302


def test_a_record_that_is_not_public_narrows_to_nothing_and_is_not_named(world, reader):
    page = reader.opens("statements/", event=world.meeting.identifier)
    assert not page.elements("article.said")
    assert "Meeting" not in page


def test_where_nothing_is_found_the_page_says_what_to_do(lanterns, reader):
    page = reader.opens("events/", q="nobody knows")
    assert "Nothing here holds all of that." in page
    assert "See the whole list" in page


def test_where_nothing_is_published_the_page_says_so(db, reader):
    assert "Nothing of this kind has been published yet." in reader.opens("events/")
    assert reader.get().status_code == 200


def test_pages_of_a_list_lead_on_and_back(lanterns, reader, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(lists, "PAGE_SIZE", 2)
    seen, page = [], reader.opens("statements/")
    while True:
        seen += page.all("blockquote.said-words")
        ways = dict(zip(page.attributes("a", "rel"), [e.get("href") for e in page.elements("a")
                                                      if e.get("rel")], strict=True))  # fmt: skip
        if "next" not in ways:
            break
        with django_assert_max_num_queries(3, using="public"):
            page = Page(reader.client.get(ways["next"]))
    assert len(seen) == Record.public.of_kind("statement").count()
    assert "prev" in ways


def test_words_of_a_reader_are_only_words(world, reader):
    page = reader.opens("events/", q='"><script>alert(1)</script>')
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.source
    assert "<script>alert(1)" not in page.source
    assert Reader("fa").opens("events/", q="\0\u202e").source
