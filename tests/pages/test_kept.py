import pytest
from django.http import HttpResponse
from django.test import Client

from archive.desk import review
from archive.pages import kept
from archive.pages.kept import Shelf


def written(words: str, log: list[str], status: int = 200):  # type: ignore[no-untyped-def]
    def write() -> HttpResponse:
        log.append(words)
        return HttpResponse(words, status=status, headers={"Content-Language": "en"})

    return write


def test_a_page_is_written_once_while_nothing_changes():
    shelf, log = Shelf(), []
    for _ in range(3):
        answer = shelf.page("one", "/en/", written("home", log))
        assert (answer.content, answer["Content-Language"]) == (b"home", "en")
    assert log == ["home"]


def test_a_change_empties_the_shelf():
    shelf, log = Shelf(), []
    shelf.page("one", "/en/", written("before", log))
    assert shelf.page("two", "/en/", written("after", log)).content == b"after"
    assert shelf.page("one", "/en/", written("again", log)).content == b"again"


def test_a_page_is_kept_for_seconds_only(monkeypatch):
    shelf, log = Shelf(), []
    monkeypatch.setattr(kept, "SECONDS", 0.0)
    shelf.page("one", "/en/", written("home", log))
    shelf.page("one", "/en/", written("home", log))
    assert log == ["home", "home"]


def test_errors_and_redirects_are_not_kept():
    shelf, log = Shelf(), []
    for _ in range(2):
        shelf.page("one", "/en/x", written("gone", log, status=410))
    assert log == ["gone", "gone"]


def test_the_shelf_holds_no_more_than_it_may(monkeypatch):
    shelf, log = Shelf(), []
    monkeypatch.setattr(kept, "MOST_BYTES", 10)
    for number in range(5):
        shelf.page("one", f"/en/{number}", written("a" * 4, log))
    assert shelf._bytes <= 10
    assert list(shelf._pages) == ["/en/3", "/en/4"]


@pytest.mark.django_db
def test_a_kept_page_costs_one_query_and_a_withdrawal_takes_it_down(
    world, client: Client, django_assert_num_queries
):
    assert "Leyla Ormand" in client.get("/en/people/").content.decode()
    with django_assert_num_queries(1, using="public"):
        client.get("/en/people/")
    review.withdraw(world.leyla, by=world.ada, why="She asked for it.")
    assert "Leyla Ormand" not in client.get("/en/people/").content.decode()
