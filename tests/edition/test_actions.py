import pytest

from archive.core.identifiers import new_identifier
from archive.edition import ledger
from archive.edition.actions import is_withdrawn, publish, withdraw
from archive.edition.models import Record
from archive.edition.rendering import LinkTo, Rendering

pytestmark = pytest.mark.django_db


def topic(identifier: str, label: str, *broader: str) -> Rendering:
    return Rendering(
        "topic",
        {
            "id": identifier,
            "sample": False,
            "labels": {"en": label},
            "alternative_labels": {},
            "scope_note": {},
        },
        tuple(LinkTo("broader", each) for each in broader),
    )


def test_a_link_shows_once_both_ends_are_public_and_goes_with_either():
    narrow, wide = new_identifier(), new_identifier()
    publish(topic(narrow, "mass graves", wide))
    assert Record.public.get(pk=narrow).links == {}
    assert Record.public.holding(f"broader:{wide}").count() == 0

    publish(topic(wide, "burial"))
    assert Record.public.get(pk=narrow).links["broader"][0]["title"] == {"en": "burial"}
    assert Record.public.holding(f"broader:{wide}").get().pk == narrow

    publish(topic(wide, "burial sites"))
    assert Record.public.get(pk=narrow).links["broader"][0]["title"] == {"en": "burial sites"}

    withdraw(wide)
    assert Record.public.get(pk=narrow).links == {}
    assert Record.public.holding(f"topic:{wide}").count() == 0
    assert is_withdrawn(wide)
    assert list(ledger.faults()) == []


def test_an_answer_is_the_stored_json():
    narrow = new_identifier()
    publish(topic(narrow, "mass graves"))
    answer = Record.public.answers().get(pk=narrow)
    assert answer.startswith('{"alternative_labels":{},"id":"')
    assert '"linked":{}' in answer
