import io

import pytest
import webvtt
from django.test import Client

from archive.core.identifiers import new_identifier
from archive.desk import review
from archive.edition.models import Record
from tests.pages.reader import Reader
from tests.pages.recordings import heard

pytestmark = pytest.mark.django_db


@pytest.fixture
def recording(world, told):  # type: ignore[no-untyped-def]
    """The account, with a recording."""
    return heard(world, told)


def captions(told, tag: str, language: str = "en"):  # type: ignore[no-untyped-def]
    answer = Reader(language).get(f"testimonies/{told.account.identifier}/captions.{tag}.vtt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/vtt; charset=utf-8")
    return answer.content.decode()


def test_captions_are_read_by_any_player_and_hold_the_passages_at_their_times(recording, told):
    cues = list(webvtt.from_buffer(io.StringIO(captions(told, "en"))))
    assert [(cue.start, cue.end) for cue in cues] == [
        ("00:00:00.000", "00:00:04.000"),
        ("00:00:04.000", "00:00:12.500"),
        ("00:00:12.500", "00:00:21.000"),
    ]
    assert cues[0].text == "When did they come?"
    assert [cue.voice for cue in cues] == ["Question", "Witness K.", "Witness K."]


def test_what_is_withheld_and_real_names_are_in_no_captions(recording, told):
    english, persian = captions(told, "en"), captions(told, "fa")
    assert "At night. Officer B. led them, he lived [withheld]." in english
    for hidden in ("Mill", "Parnak", "Davud", "cousin", "آسیاب", "پرناک", "اوروانه"):
        assert hidden not in english + persian
    assert "مأمور ب." in persian


def test_a_mark_is_in_the_readers_words(recording, told):
    assert "[منتشر نشده]" in captions(told, "fa", language="fa")
    assert "[withheld]" in captions(told, "fa", language="en")


def test_captions_of_nothing_are_not_found(recording, told, client: Client):
    base = f"/en/testimonies/{told.account.identifier}"
    for address in (
        f"{base}/captions.ar.vtt",
        f"{base}/captions.en.vtt?recording=nothing",
        f"/en/testimonies/{told.pages_only.identifier}/captions.en.vtt",
        f"/en/testimonies/{told.embargoed.identifier}/captions.en.vtt",
        f"/en/testimonies/{new_identifier()}/captions.en.vtt",
        "/en/testimonies/nothing/captions.en.vtt",
        f"/en/testimonies/{told.brother.identifier}/captions.en.vtt",
    ):
        assert client.get(address).status_code == 404, address


def test_captions_cost_two_queries_and_go_with_their_testimony(
    recording, told, world, client: Client, django_assert_num_queries
):
    address = f"/en/testimonies/{told.account.identifier}/captions.en.vtt"
    with django_assert_num_queries(2, using="public"):
        client.get(address)
    review.withdraw(told.account, by=world.ada, why="She asked.")
    answer = client.get(address)
    assert answer.status_code == 410
    assert "They came" not in answer.content.decode()


def test_a_passages_own_address_leads_to_its_place(told, client: Client):
    record = Record.objects.get(pk=told.account.identifier)
    passage = record.facts["passages"][1]["id"]
    answer = client.get(f"/en/passages/{passage}")
    assert (answer.status_code, answer["Location"]) == (302, f"/en/{record.path}#p-{passage}")
    bare = client.get(f"/passages/{passage}", headers={"accept-language": "fa"})
    assert bare["Location"] == f"/fa/passages/{passage}"


def test_a_passage_that_is_not_shown_has_no_address(told, world, client: Client):
    hidden = [told.embargoed.passages.get().identifier, told.untold.passages.get().identifier]
    for passage in (*hidden, new_identifier(), "nothing", "%00"):
        assert client.get(f"/en/passages/{passage}").status_code == 404
    shown = Record.objects.get(pk=told.account.identifier).facts["passages"][0]["id"]
    review.withdraw(told.account, by=world.ada, why="She asked.")
    assert client.get(f"/en/passages/{shown}").status_code == 404
