import pytest
from django.test import Client

from archive.core.identifiers import new_identifier
from archive.desk import review
from archive.edition.models import Record

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"), ("fa-IR", "fa"), ("de, ar;q=0.5", "ar"), ("de", "en"),
        ("", "en"), ("*", "en"), ("x" * 4000, "en"), ("\x00;q=;;,,", "en"),
    ],
)  # fmt: skip
def test_the_bare_address_leads_to_the_readers_best_language(client: Client, asked, language):
    answer = client.get("/", headers={"accept-language": asked})
    assert (answer.status_code, answer["Location"]) == (302, f"/{language}/")
    assert answer["Vary"] == "Accept-Language"


def test_every_other_address_of_a_record_leads_to_its_canonical_one(world, client: Client):
    record = Record.objects.get(pk=world.hearing.identifier)
    true, one = f"/en/{record.path}", record.pk
    sloppy = f"{one[:4].lower()}-{one[4:].lower()}"
    for other in (one, f"{one}/", f"{one}/other-words", f"{one}/{'x/' * 9}", sloppy, f"{sloppy}/hearing"):
        answer = client.get(f"/en/events/{other}")
        assert (answer.status_code, answer["Location"]) == (301, true), other
    assert client.get(f"/en/people/{one}")["Location"] == true
    answer = client.get(f"/events/{one}", headers={"accept-language": "ar"})
    assert (answer.status_code, answer["Location"]) == (302, f"/ar/events/{one}")


def test_an_address_may_hold_words_of_any_script(lanterns, client: Client):
    record = Record.objects.get(pk=lanterns.mother.identifier)
    assert "مادری" in record.path
    answer = client.get(f"/en/statements/{record.pk}")
    assert answer.status_code == 301
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "xx/",
        "xx/events/",
        "en/nothing/",
        "en/events/nothing",
        "en/events/%00",
        "en/events/U" * 9,
        "de/about/",
    ],
)
def test_what_never_was_is_told_with_ways_on(world, client: Client, path):
    answer = client.get(f"/{path}")
    assert answer.status_code == 404
    assert "Ways on" in answer.content.decode()


def test_an_identifier_that_was_never_given_is_not_found(
    world, client: Client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3, using="public"):
        assert client.get(f"/en/events/{new_identifier()}").status_code == 404


def test_a_record_that_was_never_published_is_as_unknown_as_one_that_never_was(world, client: Client):
    unknown = client.get(f"/en/events/{new_identifier()}")
    hidden = client.get(f"/en/events/{world.meeting.identifier}")
    assert (hidden.status_code, hidden.content) == (unknown.status_code, unknown.content)


def test_what_was_withdrawn_is_gone_and_nothing_is_said_of_it(
    world, client: Client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3, using="public"):
        answer = client.get(f"/en/people/{world.officer.identifier}/piotr-vahl")
    assert answer.status_code == 410
    assert "has been withdrawn" in answer.content.decode()
    assert "vahl" not in answer.content.decode().lower()


def test_what_has_closed_by_itself_is_gone_as_well(world, client: Client):
    record = Record.objects.get(pk=world.hearing.identifier)
    Record.objects.filter(pk=record.pk).update(closes_at=record.published_at)
    assert client.get(f"/en/{record.path}").status_code == 410
    assert client.get("/en/events/").content.decode().count(record.pk) == 0


def test_a_withdrawal_empties_every_page_at_once(world, client: Client):
    pages = [f"/en/{record.path}" for record in Record.public.all()] + ["/en/", "/en/people/"]
    name = f"people/{world.leyla.identifier}"
    assert any(name in client.get(page).content.decode() for page in pages)
    review.withdraw(world.leyla, by=world.ada, why="She asked for it.")
    assert not any(name in client.get(page).content.decode() for page in pages)


def test_an_unchanged_page_is_not_sent_again(world, client: Client, django_assert_num_queries):
    first = client.get("/en/events/")
    with django_assert_num_queries(1, using="public"):
        again = client.get("/en/events/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_page_names_itself_in_all_languages(world, reader):
    page = reader.reads(world.hearing)
    (canonical,) = [e.get("href") for e in page.elements("link") if e.get("rel") == "canonical"]
    alternates = {e.get("hreflang"): e.get("href") for e in page.elements("link") if e.get("hreflang")}
    assert list(alternates) == ["en", "fr", "fa", "ar", "x-default"]
    assert alternates["x-default"] == canonical
    assert alternates["en"] == canonical
    assert alternates["fa"] == canonical.replace("/en/", "/fa/")


def test_only_reading_is_answered(world, client: Client):
    assert client.post("/en/").status_code == 405
    assert client.head("/en/").status_code == 200
