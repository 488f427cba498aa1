"""Records with names: found in any script, and not written twice by mistake."""

import pytest
from django.test import Client
from django.urls import reverse

from events.models import Person, Place
from testimonies.models import Victim
from tests.desk.conftest import typed
from tests.universe import Universe, organisation, person

pytestmark = pytest.mark.django_db


def listed(page: Client, kind: str, words: str, **more: str) -> list[str]:
    answer = page.get(reverse(f"admin:{kind}_changelist"), {"q": words} | more)
    return [str(each) for each in answer.context["cl"].result_list]


def chosen_from(page: Client, words: str) -> list[str]:
    asked = {"app_label": "events", "model_name": "statement", "field_name": "person", "term": words}
    return [each["text"] for each in page.get(reverse("admin:autocomplete"), asked).json()["results"]]


def new(page: Client, *names: str, kind: str = "events_person", **more: str):
    at = reverse(f"admin:{kind}_add")
    sent = typed(page.get(at)) | {"names-TOTAL_FORMS": len(names)} | more
    for number, name in enumerate(names):
        sent |= {
            f"names-{number}-text": name,
            f"names-{number}-language": "en",
            f"names-{number}-kind": "own",
        }
    return page.post(at, sent)


def test_a_list_is_searched_in_any_script_and_shows_the_likeliest_first(ada: Client):
    person("Hossein Karimi Vahl")
    person("Hussein Karimi")
    person("Maryam Karimi")
    assert listed(ada, "events_person", "حسین کریمی") == ["Hussein Karimi", "Hossein Karimi Vahl"]
    assert listed(ada, "events_person", "Hoseyn") == ["Hossein Karimi Vahl", "Hussein Karimi"]
    assert set(listed(ada, "events_person", "ein K")) == {"Hussein Karimi", "Hossein Karimi Vahl"}


def test_a_column_that_was_clicked_orders_what_was_found(ada: Client):
    person("Hussein Karimi")
    person("Hossein Karimi Vahl")  # changed last
    found = listed(ada, "events_person", "حسین کریمی", o="-3")
    assert found == ["Hossein Karimi Vahl", "Hussein Karimi"]


def test_whoever_is_chosen_for_a_statement_is_found_in_any_script(ada: Client):
    person("Hossein Karimi")
    assert chosen_from(ada, "حسين كريمي") == ["Hossein Karimi"]
    assert chosen_from(ada, "Zzyzx") == []


def test_places_and_organisations_are_found_too(ada: Client):
    Place.objects.create(names={"en": "Khavaran", "fa": "خاوران"})
    Place.objects.create(names={"en": "Port Amaly South"})
    organisation("Bureau of Karsavan Affairs")
    assert listed(ada, "events_place", "Khawaran") == ["Khavaran"]
    assert listed(ada, "events_organisation", "Bureau of Karsawan") == ["Bureau of Karsavan Affairs"]


def test_the_names_of_a_new_person_are_compared_before_it_is_saved(ada: Client, world: Universe):
    answer = new(ada, "لیلا ارمند", "L. Somebody")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Could it be one of these?" in page
    assert reverse("admin:events_person_change", args=[world.leyla.pk]) in page
    assert 'value="لیلا ارمند"' in page
    assert 'value="L. Somebody"' in page
    assert not Person.objects.filter(names__text="L. Somebody").exists()


def test_it_is_another_one_when_somebody_says_so(ada: Client, world: Universe):
    assert new(ada, "Leyla Ormand", another="1").status_code == 302
    assert Person.objects.filter(names__text="Leyla Ormand").count() == 2


def test_a_name_that_nobody_bears_is_saved_at_once(ada: Client, world: Universe):
    assert new(ada, "Quentin Zabrowski").status_code == 302


def test_a_victim_is_compared_with_victims(ada: Client, world: Universe):
    first = new(ada, "Leyla Ormand", kind="testimonies_victim")
    assert first.status_code == 302
    again = new(ada, "ليلى أورمند", kind="testimonies_victim")
    assert "Could it be one of these?" in again.content.decode()
    assert Victim.objects.count() == 1


def test_a_place_is_compared_by_its_names_in_every_language(ada: Client, world: Universe):
    at = reverse("admin:events_place_add")
    sent = typed(ada.get(at)) | {"names-en": "Amaly Port"}
    answer = ada.post(at, sent)
    assert "Could it be one of these?" in answer.content.decode()
    assert ada.post(at, sent | {"another": "1"}).status_code == 302


def test_a_record_that_is_there_already_is_not_asked_again(ada: Client, world: Universe):
    twin = person("Leyla Ormand")
    at = reverse("admin:events_person_change", args=[twin.pk])
    assert ada.post(at, typed(ada.get(at)) | {"names-0-text": "Leyla Ormandy"}).status_code == 302


def test_names_in_what_is_asked_are_text(ada: Client, world: Universe):
    person("<b>Bold</b> Karimi")
    page = new(ada, "Bold Karimi").content.decode()
    assert "Could it be" in page
    assert "<b>Bold</b>" not in page
