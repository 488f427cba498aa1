import pytest
from rest_framework.exceptions import ValidationError

from archive.core.identifiers import new_identifier
from archive.edition import ledger
from archive.edition.actions import is_withdrawn, publish, withdraw
from archive.edition.models import Record
from archive.edition.narrowing import survivors
from archive.edition.published import published_rendering
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


def test_what_was_published_in_an_older_shape_can_still_be_narrowed_and_withdrawn():
    identifier = new_identifier()
    older = topic(identifier, "mass graves")
    del older.document["scope_note"]
    publish(older)
    public = published_rendering(identifier)
    assert public is not None
    now = topic(identifier, "mass graves")
    now.document["labels"] = {}
    left = survivors(public, now)
    publish(left)
    assert "graves" not in Record.public.answers().get(pk=identifier)
    withdraw(identifier)


def test_what_is_new_must_be_of_its_shape():
    extra = topic(new_identifier(), "mass graves")
    extra.document["note"] = "never public"
    with pytest.raises(ValidationError, match="not part of the public shape: note"):
        extra.checked()
