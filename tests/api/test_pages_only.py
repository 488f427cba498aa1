"""What somebody agreed to for the pages only is nowhere in the API, as if it had never been there."""

from dataclasses import replace

import pytest

from archive.desk.changes import change
from archive.edition.actions import publish
from archive.edition.models import Record
from archive.edition.published import published_rendering
from archive.edition.rendering import LinkTo
from archive.edition.shapes import SHAPES
from events.models import Claim
from testimonies.models import ClaimSubject
from tests.api.conftest import Ask, ids, refusal
from tests.universe import Universe
from tests.witnesses import Told, agrees

pytestmark = pytest.mark.django_db
NEVER_THERE = {"code": "not_found", "message": "The API has no record with this identifier."}


def everything(ask: Ask) -> str:
    """Every list and every record that the API gives out."""
    texts = [ask().content.decode()]
    for shape in SHAPES.values():
        page = ask(f"{shape.plural}/", {"limit": 100, "count": 1})
        texts.append(page.content.decode())
        texts += [ask(f"{shape.plural}/{each}/").content.decode() for each in ids(page)]
    return "".join(texts)


def test_it_is_in_no_list_no_count_and_no_search(told: Told, ask: Ask):
    hidden = told.pages_only
    assert Record.on_pages.filter(pk=hidden.identifier).exists()
    answer = ask("testimonies/", {"count": 1}).json()
    assert ([each["id"] for each in answer["results"]], answer["count"]) == ([told.account.identifier], 1)
    assert ids(ask("testimonies/", {"q": "saw the yard"})) == []
    passage = hidden.passages.get().identifier
    for query in ({"passage": passage}, {"name_use": "pseudonym"}, {"language": "fa"}, {"from": "2025"}):
        assert hidden.identifier not in ids(ask("testimonies/", query))
    assert ask("testimonies/", {"passage": passage, "count": 1}).json()["count"] == 0


def test_neither_its_identifier_nor_its_words_stand_in_any_answer(told: Told, ask: Ask):
    told_of = everything(ask)
    assert told.account.identifier in told_of
    hidden = told.pages_only
    for word in (hidden.identifier, hidden.passages.get().identifier, "The yard", "I saw the yard"):
        assert word not in told_of


def test_its_addresses_answer_as_those_of_what_was_never_there(told: Told, ask: Ask):
    hidden, never = told.pages_only, told.untold
    for path in ("testimonies/{}/", "victims/{}/", "passages/?testimony={}"):
        answers = [ask("/api/v1/" + path.format(each.identifier)) for each in (hidden, never)]
        assert [refusal(each, 404) for each in answers] == [NEVER_THERE, NEVER_THERE]
        assert answers[0].content == answers[1].content
    for testimony in (hidden, never):
        passage = testimony.passages.get().identifier
        assert refusal(ask(f"passages/{passage}/"), 404) == NEVER_THERE


def test_what_is_drawn_from_it_stays_with_it(world: Universe, told: Told, ask: Ask):
    drawn = Claim.objects.create(
        property="death", about={"en": "death of Tara Selan"}, value="in the yard",
        asserter_as_stated="Witness K.",
    )  # fmt: skip
    ClaimSubject.objects.create(claim=drawn, victim=told.sister, testimony=told.pages_only)
    world.publish(drawn)
    assert Record.on_pages.filter(pk=drawn.identifier).exists()
    assert refusal(ask(f"claims/{drawn.identifier}/"), 404) == NEVER_THERE
    assert ids(ask("claims/", {"victim": told.sister.identifier})) == []
    assert drawn.identifier not in everything(ask)


def test_nothing_that_is_public_in_more_ways_leads_to_it(told: Told, ask: Ask):
    """Even where the desk forgot: a link stands only where its target is at least as public as its origin."""
    rendering = published_rendering(told.drawn.identifier)
    assert rendering
    hidden = told.pages_only.identifier
    publish(replace(rendering, links=(*rendering.links, LinkTo("testimony", hidden))))
    answer = ask(f"claims/{told.drawn.identifier}/")
    assert [each["id"] for each in answer.json()["linked"]["testimony"]] == [told.account.identifier]
    assert ids(ask("claims/", {"testimony": hidden})) == []


def test_who_takes_programs_back_out_of_a_consent_takes_it_out_of_the_api_at_once(
    world: Universe, told: Told, ask: Ask
):
    account, listed = told.account.identifier, ask("testimonies/")
    passage = ids(ask("passages/", {"testimony": account}))[0]
    with change(told.account, by=world.ada, why="She wants it on the pages only.") as testimony:
        agrees(testimony, "web")
    assert Record.on_pages.filter(pk=account).exists()
    assert ids(ask("testimonies/", If_None_Match=listed.headers["ETag"])) == []
    assert refusal(ask(f"testimonies/{account}/"), 404) == NEVER_THERE
    assert refusal(ask("passages/", {"testimony": account}), 404) == NEVER_THERE
    assert refusal(ask(f"passages/{passage}/"), 404) == NEVER_THERE
    assert account not in everything(ask)
    assert "Witness K." not in everything(ask)


def test_what_is_agreed_to_for_programs_only_is_in_the_api(world: Universe, told: Told, ask: Ask):
    with change(told.untold, by=world.ada) as testimony:
        agrees(testimony, "api")
    world.publish(told.untold)
    assert not Record.on_pages.filter(pk=told.untold.identifier).exists()
    assert ask(f"testimonies/{told.untold.identifier}/").status_code == 200
    assert len(ids(ask("passages/", {"testimony": told.untold.identifier}))) == 1


def test_what_waits_under_an_embargo_was_never_there(told: Told, ask: Ask):
    assert refusal(ask(f"testimonies/{told.embargoed.identifier}/"), 404) == NEVER_THERE
    assert "The list" not in everything(ask)
