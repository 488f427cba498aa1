"""Testimonies, victims and groups: brief in lists, whole by themselves, with their warnings everywhere."""

import pytest
from django.conf import settings

from archive.edition.shapes import SHAPES
from archive.edition.vocabulary import ContentWarning
from tests.api.conftest import Ask, ids
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def test_a_list_shows_a_testimony_without_its_passages_and_its_own_answer_with_them(told: Told, ask: Ask):
    [brief] = ask("testimonies/").json()["results"]
    whole = ask(f"testimonies/{told.account.identifier}/").json()
    assert "passages" not in brief
    passages = whole.pop("passages")
    assert whole == brief
    assert [each["turn"] for each in passages] == ["question", "answer", "answer", ""]


def test_what_is_withheld_or_renamed_stands_in_no_answer(told: Told, ask: Ask):
    identifier = told.account.identifier
    for path in ("testimonies/", f"testimonies/{identifier}/", f"passages/?testimony={identifier}"):
        answer = ask(f"/api/v1/{path}").content.decode()
        for words in ("Mill Street", "آسیاب", "Parnak", "پرناک", "Orvane", "اوروانه", "cousin"):
            assert words not in answer
    for words in ("Mill Street", "Parnak", "Orvane"):
        assert ids(ask("testimonies/", {"q": words})) == []
    assert ids(ask("testimonies/", {"q": "led them"})) == [identifier]


def test_a_testimony_is_found_by_its_warnings_and_left_out_by_them(told: Told, ask: Ask):
    account = told.account.identifier
    assert ids(ask("testimonies/", {"warning": "torture"})) == [account]  # said of one passage
    assert ids(ask("testimonies/", {"warning": ["torture", "killing"]})) == [account]
    assert ids(ask("testimonies/", {"warning": "suicide"})) == []
    assert ids(ask("testimonies/", {"without_warning": "torture"})) == []
    assert ids(ask("testimonies/", {"without_warning": "suicide,torture"})) == []
    assert ids(ask("testimonies/", {"without_warning": ["suicide", "torture"]})) == []
    assert ids(ask("testimonies/", {"without_warning": "suicide,children", "count": 1})) == [account]


def test_a_testimony_is_found_by_each_of_its_passages_and_by_its_name(told: Told, ask: Ask):
    account = told.account.identifier
    for passage in ask(f"testimonies/{account}/").json()["passages"]:
        assert ids(ask("testimonies/", {"passage": passage["id"].lower()})) == [account]
    assert ids(ask("testimonies/", {"passage": account})) == []
    assert ids(ask("testimonies/", {"name_use": "pseudonym"})) == [account]
    assert ids(ask("testimonies/", {"name_use": "real,witness"})) == []


@pytest.mark.parametrize(
    ("years", "found"),
    [
        (["1987"], ["brother"]),
        (["1987,1988"], ["brother", "sister"]),
        (["1987", "1988"], []),
        (["1986/1990"], ["brother", "sister"]),
        (["198X"], ["brother", "sister"]),
        (["1988?"], ["sister"]),
        (["1900/1980"], []),
        (["1980/1987,1990"], ["brother"]),
    ],
)
def test_victims_are_found_by_year_and_by_stretches_of_years(told: Told, ask: Ask, years, found):
    assert ids(ask("victims/", {"year": years})) == [getattr(told, name).identifier for name in found]


def test_claims_are_found_by_whom_they_are_about_and_where_they_were_made(
    world: Universe, told: Told, ask: Ask
):
    drawn = told.drawn.identifier
    assert ids(ask("claims/", {"victim": told.brother.identifier})) == [drawn]
    assert ids(ask("claims/", {"testimony": told.account.identifier})) == [drawn]
    assert ids(ask("claims/", {"victim": told.sister.identifier})) == []
    assert ids(ask("claims/", {"victim_group": told.prisoners.identifier})) == []
    assert ids(ask("testimonies/", {"victim": told.brother.identifier})) == [told.account.identifier]
    assert ids(ask("testimonies/", {"victim_group": told.prisoners.identifier})) == [told.account.identifier]
    assert ids(ask("victims/", {"victim_group": told.prisoners.identifier})) == [told.brother.identifier]
    assert ids(ask("victims/", {"relation": told.sister.identifier})) == [told.brother.identifier]
    assert ids(ask("victim-groups/", {"event": world.hearing.identifier})) == [told.prisoners.identifier]


def test_no_answer_that_shows_a_testimony_or_a_passage_lacks_its_warnings(told: Told, ask: Ask):
    account = told.account.identifier
    expected = ["killing", "torture"]
    assert ask(f"testimonies/{account}/").json()["warnings"] == expected
    for query in ("", "?count=1", "?q=night", "?limit=1&order=oldest", "?warning=killing"):
        for answer in ask(f"/api/v1/testimonies/{query}").json()["results"]:
            assert answer["warnings"] == expected
    passages = ask("passages/", {"testimony": account}).json()["results"]
    assert [each["warnings"] for each in passages] == [[], [], ["torture"], []]
    for passage in passages:
        assert passage["testimony"]["warnings"] == expected
        assert ask(f"passages/{passage['id']}/").json() == passage


def test_the_schema_names_every_warning_wherever_warnings_stand(ask: Ask):
    schemas = ask("schema/").json()["components"]["schemas"]
    for name in ("Testimony", "TestimonyBrief", "Passage", "PassageShape", "AccountOfPassage"):
        assert "warnings" in schemas[name]["required"], name
        warning = schemas[name]["properties"]["warnings"]["items"]
        allowed = warning.get("enum") or schemas[warning["$ref"].rsplit("/", 1)[-1]]["enum"]
        assert set(allowed) == set(ContentWarning.values)


def test_the_contents_say_where_passages_and_files_are(told: Told, ask: Ask):
    contents = ask().json()
    assert contents["files"] == f"{settings.ARCHIVE_URL}/files/{{name}}"
    address = contents["passages"].replace("{testimony}", told.account.identifier)
    assert len(ids(ask(address.removeprefix(settings.ARCHIVE_URL)))) == 4
    assert {"testimony", "victim", "victim_group"} <= {each["kind"] for each in contents["lists"]}


def test_every_kind_answers_in_the_same_ways(told: Told, ask: Ask):
    for kind in ("testimony", "victim", "victim_group"):
        path = f"{SHAPES[kind].plural}/"
        for address in (path, f"{path}{ids(ask(path))[0]}/"):
            full = ask(address)
            head = ask(address, method="HEAD")
            assert (head.content, head.headers["ETag"]) == (b"", full.headers["ETag"])
            assert ask(address, If_None_Match=full.headers["ETag"]).status_code == 304
            assert ask(address, method="OPTIONS").headers["Allow"] == "GET, HEAD, OPTIONS"
