import pytest
from django.test import Client

from archive.desk.models import Deed
from archive.edition.models import Record
from events.finding import places_of
from events.models import DemandAnchor
from tests.desk.conftest import address, typed
from tests.universe import ARTICLE, Universe

pytestmark = pytest.mark.django_db


def test_words_are_found_however_their_marks_and_spaces_were_typed():
    [found] = places_of(ARTICLE, '"we counted  four hundred\ngraves,"')
    assert found.words == "“We counted four hundred graves,”"
    assert ARTICLE[slice(*found.span)] == found.words


def test_words_that_do_not_stand_there_are_not_found():
    assert places_of(ARTICLE, "five hundred graves") == []
    assert places_of(ARTICLE, "  ") == []


def test_a_curator_anchors_a_demand_by_its_words(ada: Client, world: Universe):
    sent = {"source": world.article.pk, "words": "The Ministry must open the archive", "why": "Found it."}
    answer = ada.post(address(world.demand, "anchor"), sent, follow=True)
    assert "Anchored" in answer.content.decode()
    row = DemandAnchor.objects.get(demand=world.demand)
    assert ARTICLE[row.start : row.end] == row.exact
    assert Deed.objects.get(act="anchor").why == "Found it."
    assert "source" not in Record.public.get(pk=world.demand.identifier).links


def test_among_several_places_the_curator_chooses(ada: Client, world: Universe):
    sent = {"source": world.article.pk, "words": "prison"}
    answer = ada.post(address(world.demand, "anchor"), sent)
    assert "They stand at 2 places" in answer.content.decode()
    assert not DemandAnchor.objects.exists()
    ada.post(address(world.demand, "anchor"), sent | {"place": ARTICLE.rindex("prison")})
    assert DemandAnchor.objects.get().start == ARTICLE.rindex("prison")


def test_words_that_are_not_in_the_source_are_refused_with_a_sentence(ada: Client, world: Universe):
    sent = {"source": world.article.pk, "words": "nine hundred graves"}
    assert "do not stand in the source" in ada.post(address(world.demand, "anchor"), sent).content.decode()


def test_the_same_place_is_not_taken_twice(ada: Client, world: Universe):
    sent = {"source": world.article.pk, "words": "four hundred graves"}
    answer = ada.post(address(world.figure, "anchor"), sent, follow=True)
    assert "at this place already" in answer.content.decode()


def test_the_first_guess_is_the_record_s_own_words_in_its_own_source(ada: Client, world: Universe):
    sent = typed(ada.get(address(world.quote, "anchor")))
    assert sent["words"].strip() == world.quote.text
    assert sent["source"] == str(world.article.pk)


def test_a_source_is_read_with_what_is_anchored_in_it(ada: Client, world: Universe):
    page = ada.get(address(world.article, "read")).content.decode()
    assert "<mark" in page
    assert address(world.quote) in page
