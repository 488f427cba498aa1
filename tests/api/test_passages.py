"""The passages of a testimony, as lists and one by one."""

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext

from archive.desk import review
from archive.desk.changes import change
from tests.api.conftest import Ask, ids, refusal
from tests.universe import Universe
from tests.witnesses import Told, withhold

pytestmark = pytest.mark.django_db


@pytest.fixture
def of_account(told: Told) -> dict[str, str]:
    return {"testimony": told.account.identifier}


def test_the_passages_stand_in_order_and_are_those_of_the_testimony(
    told: Told, of_account: dict[str, str], ask: Ask
):
    whole = ask(f"testimonies/{told.account.identifier}/").json()
    answer = ask("passages/", of_account | {"count": 1}).json()
    assert (answer["next"], answer["count"], answer["count_is_exact"]) == (None, 4, True)
    account = {"id": told.account.identifier, "title": whole["title"], "warnings": whole["warnings"]}
    assert answer["results"] == [
        passage | {"position": place, "sample": False, "testimony": account, "edition": whole["edition"]}
        for place, passage in enumerate(whole["passages"], start=1)
    ]


def test_following_next_shows_every_passage_once_and_keeps_the_filters(of_account: dict[str, str], ask: Ask):
    every = ids(ask("passages/", of_account))
    for query, expected in (({"limit": 1}, every), ({"limit": 1, "turn": "question,answer"}, every[:3])):
        seen, page = [], ask("passages/", of_account | query)
        while True:
            seen += ids(page)
            following = page.json()["next"]
            assert (f'<{following}>; rel="next"' == page.headers.get("Link")) is bool(following)
            if not following:
                break
            page = ask(following.removeprefix(settings.ARCHIVE_URL))
        assert seen == expected


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({"language": "en"}, [1, 2, 3, 4]),
        ({"language": "fa"}, [1, 2, 3]),  # nothing is told of what is withheld whole
        ({"language": "ku"}, []),
        ({"language": ["en", "fa"]}, [1, 2, 3]),
        ({"turn": "question"}, [1]),
        ({"turn": "question,other"}, [1]),  # nor who spoke there
        ({"warning": "torture"}, [3]),
        ({"warning": "killing"}, []),  # said of the whole, not of a passage
        ({"warning": "torture", "turn": "question"}, []),
    ],
)
def test_filters_narrow_the_passages(of_account: dict[str, str], ask: Ask, query, places):
    answer = ask("passages/", of_account | query | {"count": 1}).json()
    assert [each["position"] for each in answer["results"]] == places
    assert answer["count"] == len(places)


def test_below_the_testimony_the_same_list_is_found(told: Told, ask: Ask):
    identifier = told.account.identifier
    answer = ask(f"testimonies/{identifier.lower()}/passages/", {"limit": 2})
    assert answer.status_code == 308
    assert answer.headers["Location"] == f"/api/v1/passages/?testimony={identifier}&limit=2"
    assert len(ids(ask(answer.headers["Location"]))) == 2
    bare = ask(f"testimonies/{identifier}/passages/").headers["Location"]
    assert bare == f"/api/v1/passages/?testimony={identifier}"
    assert ask(f"testimonies/{identifier}/passages").headers["Location"].endswith("/passages/")
    assert "check sign" in refusal(ask("testimonies/first/passages/"), 404)["message"]


def test_one_passage_has_an_address_of_its_own_however_it_is_typed(of_account: dict[str, str], ask: Ask):
    first = ids(ask("passages/", of_account))[0]
    assert ask(f"passages/{first}/").json()["id"] == first
    sloppy = ask(f"passages/{first[:4]}-{first[4:]}/")
    assert (sloppy.status_code, sloppy.headers["Location"]) == (308, f"/api/v1/passages/{first}/")


@pytest.mark.parametrize(
    ("query", "code", "parameter"),
    [
        ({}, "missing_parameter", "testimony"),
        ({"limit": 3}, "missing_parameter", "testimony"),
        ({"testimony": ""}, "empty_value", "testimony"),
        ({"testimony": "first"}, "bad_identifier", "testimony"),
        ({"testimony": "{account},{account}"}, "bad_identifier", "testimony"),
        ({"testimony": ["{account}", "{account}"]}, "given_twice", "testimony"),
        ({"testimony": "{account}", "turn": "song"}, "unknown_value", "turn"),
        ({"testimony": "{account}", "warning": "spiders"}, "unknown_value", "warning"),
        ({"testimony": "{account}", "language": "klingon"}, "bad_language", "language"),
        ({"testimony": "{account}", "without_warning": "torture"}, "unknown_filter", "without_warning"),
        ({"testimony": "{account}", "order": "newest"}, "unknown_filter", "order"),
        ({"testimony": "{account}", "limit": "101"}, "bad_limit", "limit"),
        ({"testimony": "{account}", "count": "yes"}, "unknown_value", "count"),
        ({"testimony": "{account}", "after": "nonsense"}, "bad_cursor", "after"),
        ({"testimony": "{account}", "q": "yard"}, "unknown_filter", "q"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(told: Told, ask: Ask, query, code, parameter):
    def filled(value):
        return str(value).format(account=told.account.identifier)

    given = {
        name: list(map(filled, value)) if isinstance(value, list) else filled(value)
        for name, value in query.items()
    }
    error = refusal(ask("passages/", given))
    assert (error["code"], error["parameter"]) == (code, parameter)


def test_without_a_testimony_the_sentence_names_the_parameter(ask: Ask):
    message = refusal(ask("passages/"))["message"]
    assert "?testimony=<identifier>" in message
    assert "/api/v1/testimonies/ lists them" in message


def test_a_cursor_of_another_testimony_is_refused(world: Universe, told: Told, ask: Ask):
    page = ask("passages/", {"testimony": told.account.identifier, "limit": 1}).json()
    cursor = page["next"].rsplit("after=", 1)[1]
    with change(told.embargoed, by=world.ada) as embargoed:
        embargoed.consents.create(
            uses=["web", "api"], name_use="witness", explained_in="fa", given_on="2025-06-01",
            taken_by="Ada", noted_by="ada",
        )  # fmt: skip
    world.publish(told.embargoed)
    error = refusal(ask("passages/", {"testimony": told.embargoed.identifier, "after": cursor}))
    assert (error["code"], error["parameter"]) == ("bad_cursor", "after")


def test_pages_of_two_versions_are_never_mixed(world: Universe, told: Told, ask: Ask):
    of_account = {"testimony": told.account.identifier}
    page = ask("passages/", of_account | {"limit": 1})
    with change(told.account, by=world.ada, why="It names a place.") as account:
        withhold(account.passages.get(position=2), "in the yard", "در حیاط")
    error = refusal(ask(page.json()["next"].removeprefix(settings.ARCHIVE_URL)))
    assert (error["code"], error["parameter"]) == ("stale_cursor", "after")
    again = ask("passages/", of_account)
    assert "yard" not in again.content.decode()
    assert again.json()["results"][0]["edition"]["version"] == 2


def test_withholding_a_passage_changes_its_answers_at_once(world: Universe, told: Told, ask: Ask):
    of_account = {"testimony": told.account.identifier}
    listed = ask("passages/", of_account)
    question, led, beaten, withheld = ids(listed)
    one = ask(f"passages/{beaten}/")
    with change(told.account, by=world.ada, why="She asked for it.") as account:
        withhold(account.passages.get(position=2), "", because="asked")
    changed = ask("passages/", of_account, If_None_Match=listed.headers["ETag"])
    assert ids(changed) == [question, led, beaten]  # two in a row that are withheld are one mark
    left = ask(f"passages/{beaten}/", If_None_Match=one.headers["ETag"]).json()
    assert ([each["kind"] for each in left["text"]], left["translations"]) == (["withheld"], [])
    assert refusal(ask(f"passages/{withheld}/"), 404)["code"] == "not_found"


def test_a_withdrawn_testimony_takes_its_passages_with_it(world: Universe, told: Told, ask: Ask):
    of_account = {"testimony": told.account.identifier}
    listed = ask("passages/", of_account)
    first = ids(listed)[0]
    review.withdraw(told.account, by=world.ada, why="She asked for it.")
    error = refusal(ask("passages/", of_account, If_None_Match=listed.headers["ETag"]), 410)
    assert error == {"code": "withdrawn", "message": "This record was public and has been withdrawn."}
    assert refusal(ask(f"passages/{first}/"), 404)["message"] == "The API has no record with this identifier."


def test_the_identifier_of_something_else_is_led_to_its_list(told: Told, ask: Ask):
    brother = told.brother.identifier
    assert "/api/v1/victims/" in refusal(ask("passages/", {"testimony": brother}), 404)["message"]
    account = told.account.identifier
    assert "/api/v1/testimonies/" in refusal(ask(f"passages/{account}/"), 404)["message"]


def test_passages_are_answered_as_all_else_is(told: Told, of_account: dict[str, str], ask: Ask):
    first = ids(ask("passages/", of_account))[0]
    for path, query in (("passages/", of_account), (f"passages/{first}/", {})):
        full = ask(path, query, Origin="https://reader.example")
        assert full.headers["Access-Control-Allow-Origin"] == "*"
        assert full.headers["Content-Type"] == "application/json; charset=utf-8"
        assert "must-revalidate" in full.headers["Cache-Control"]
        head = ask(path, query, method="HEAD")
        assert (head.content, head.headers["Content-Length"]) == (b"", str(len(full.content)))
        again = ask(path, query, If_None_Match=full.headers["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        assert ask(path, query, method="OPTIONS").headers["Allow"] == "GET, HEAD, OPTIONS"
        assert refusal(ask(path, query, method="POST"), 405)["code"] == "method_not_allowed"
        assert not full.cookies


@pytest.mark.parametrize(
    ("path", "query", "most"),
    [
        ("passages/", "testimony={account}", 1),
        ("passages/", "testimony={account}&count=1&warning=torture&language=fa", 1),
        ("passages/", "testimony={pages_only}", 3),
        ("passages/", "testimony={brother}", 3),
        ("passages/{passage}/", "", 1),
        ("passages/{account}/", "", 3),
        ("passages/", "", 0),
        ("testimonies/{account}/passages/", "", 0),
    ],
)
def test_no_answer_takes_more_than_three_queries(told: Told, ask: Ask, path, query, most):
    names = {name: getattr(told, name).identifier for name in ("account", "pages_only", "brother")}
    names["passage"] = ids(ask("passages/", {"testimony": names["account"]}))[0]
    with CaptureQueriesContext(connections["public"]) as captured:
        ask(path.format(**names), query.format(**names))
    assert len(captured) <= most
