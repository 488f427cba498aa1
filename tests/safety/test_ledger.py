"""The owner of the database, with every trigger off, changes the past: the checks say what is wrong.

A past written anew as a whole, with every hash right, cannot be told from the true one by itself: the
head of the ledger, noted elsewhere, tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from archive.core.identifiers import new_identifier
from archive.desk import review
from archive.edition import actions, checking, ledger
from archive.edition.models import LedgerEntry, Record
from archive.edition.models.ledger import GENESIS
from events.models import Topic
from tests.edition.test_actions import topic
from tests.universe import Universe

pytestmark = pytest.mark.django_db


@contextmanager
def as_owner() -> Iterator[None]:
    """With the ledger's triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE edition.ledger DISABLE TRIGGER USER")
        yield
        cursor.execute("ALTER TABLE edition.ledger ENABLE TRIGGER USER")


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def write_anew(entries: list[LedgerEntry]) -> None:
    """A chain in which every hash is right."""
    previous = GENESIS
    sql("DELETE FROM edition.ledger")
    for number, entry in enumerate(entries, start=1):
        entry.sequence, entry.previous = number, previous
        entry.hash = previous = entry.computed_hash()
    LedgerEntry.objects.bulk_create(entries)


def found(noted: tuple[int, str] | None = None) -> str:
    return "\n".join(checking.faults(noted=noted))


def test_nothing_is_wrong_with_an_honest_archive(world: Universe):
    assert found(ledger.head()) == ""
    out = StringIO()
    call_command("check_edition", stdout=out)
    assert "nothing wrong" in out.getvalue()
    call_command("check_public", stdout=StringIO())


@pytest.mark.parametrize(
    "statement",
    ["UPDATE edition.ledger SET digest = 'x'", "DELETE FROM edition.ledger", "TRUNCATE edition.ledger"],
)
def test_the_ledger_only_grows_even_for_its_owner(world: Universe, statement: str):
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        sql(statement)


@pytest.mark.parametrize(
    "change",
    [
        "act = 'one-person-on'", "record = 'X'", "version = version + 1", "digest = repeat('0', 64)",
        "links_digest = repeat('0', 64)", "at = at + interval '1 microsecond'", "previous = repeat('1', 64)",
        "hash = repeat('2', 64)",
    ],
)  # fmt: skip
def test_an_entry_that_was_edited_is_found(world: Universe, change: str):
    for sequence in (1, 5, ledger.head()[0]):
        with as_owner():
            point = transaction.savepoint()
            sql(f"UPDATE edition.ledger SET {change} WHERE sequence = %s", sequence)
            assert found() != "", f"{change} in entry {sequence}"
            transaction.savepoint_rollback(point)


def test_entries_that_were_deleted_are_found(world: Universe):
    noted = ledger.head()
    for chosen in ("sequence = 1", "sequence = 4", f"sequence = {noted[0]}", "sequence > 3", "true"):
        with as_owner():
            point = transaction.savepoint()
            sql(f"DELETE FROM edition.ledger WHERE {chosen}")
            assert found(noted) != "", chosen
            transaction.savepoint_rollback(point)


def test_a_ledger_that_was_emptied_is_found(world: Universe):
    noted = ledger.head()
    with as_owner():
        sql("TRUNCATE edition.ledger")
        assert "is gone" in found(noted)
        assert "the ledger does not say so" in found()


def test_entries_that_changed_places_are_found(world: Universe):
    with as_owner():
        sql("UPDATE edition.ledger SET sequence = 1000 WHERE sequence = 3")
        sql("UPDATE edition.ledger SET sequence = 3 WHERE sequence = 4")
        sql("UPDATE edition.ledger SET sequence = 4 WHERE sequence = 1000")
    assert "does not follow" in found()


def test_an_entry_put_in_between_is_found(world: Universe):
    with as_owner():
        sql("UPDATE edition.ledger SET sequence = sequence + 1000 WHERE sequence > 2")
        sql("UPDATE edition.ledger SET sequence = sequence - 999 WHERE sequence > 1000")
        forged = LedgerEntry.objects.get(pk=2)
        forged.sequence, forged.previous = 3, "f" * 64
        forged.hash = forged.computed_hash()
        forged.save(force_insert=True)
    assert "does not follow" in found()


def test_a_past_written_anew_is_found_by_a_head_noted_elsewhere(world: Universe):
    noted = ledger.head()
    entries = [
        each for each in LedgerEntry.objects.order_by("sequence") if each.record != world.officer.identifier
    ]
    with as_owner():
        write_anew(entries)
    assert list(ledger.faults()) == []  # by itself it is whole
    assert "is gone" in found(noted)
    actions.publish(topic(new_identifier(), "one"))
    actions.publish(topic(new_identifier(), "two"))
    assert "written anew" in found(noted)
    with pytest.raises(CommandError):
        call_command("check_edition", head=f"{noted[0]}:{noted[1]}", stdout=StringIO(), stderr=StringIO())


@pytest.mark.parametrize(
    "change",
    [
        "document = replace(document, 'four', 'forty')", "digest = repeat('0', 64)",
        "title = '{\"en\": \"forged\"}'", "linked = '{}'", "facets = array_append(facets, 'topic:0')",
        "facets = '{}'", "own_facets = array_append(own_facets, 'language:xx')", "sort_key = 'zzz'",
        "version = 9", "published_at = now()", "stamp = '{}'", "kind = 'topic'",
    ],
)  # fmt: skip
def test_a_record_that_was_changed_past_the_ledger_is_found(world: Universe, change: str):
    sql(f"UPDATE edition.record SET {change} WHERE id = %s", world.quote.identifier)
    assert world.quote.identifier in found()


def test_a_document_changed_with_its_digest_is_found(world: Universe):
    record = Record.objects.get(pk=world.quote.identifier)
    record.document = record.document.replace("four", "forty")
    record.digest = record.computed_digest()
    record.save()
    assert "not what the ledger says" in found()


def test_links_changed_past_the_ledger_are_found(world: Universe):
    sql("DELETE FROM edition.link WHERE source_id = %s AND role = 'speaker'", world.quote.identifier)
    sql(
        "UPDATE edition.record SET linked = edition.linked_of(id), facets = edition.facets_of(id, own_facets)"
    )
    assert "leads elsewhere" in found()


def test_a_record_slipped_in_or_taken_out_is_found(world: Universe):
    sql("DELETE FROM edition.link WHERE source_id = %s", world.demand.identifier)
    for table in ("found", "name"):
        sql(f"DELETE FROM edition.{table} WHERE record_id = %s", world.demand.identifier)
    sql("DELETE FROM edition.record WHERE id = %s", world.demand.identifier)
    assert "not in the edition" in found()
    row = Record.objects.get(pk=world.graves.identifier)
    row.pk = new_identifier()
    row.save(force_insert=True)
    assert "the ledger does not say so" in found()


def test_a_record_that_has_closed_is_named(world: Universe):
    past = timezone.now() - timedelta(days=1)
    Record.objects.filter(pk=world.demand.identifier).update(closes_at=past)
    assert "has closed" in found()


def test_a_right_that_the_site_should_not_have_is_named(world: Universe):
    sql("GRANT SELECT (note) ON events_event TO archive_site")
    assert "SELECT public.events_event" in found()


def test_what_the_desk_no_longer_says_is_named(world: Universe):
    world.quote.topics.clear()  # nobody carried it into the public
    with pytest.raises(CommandError):
        call_command("check_public", stdout=StringIO(), stderr=(err := StringIO()))
    assert world.quote.identifier in err.getvalue()
    review.narrow(world.quote, by=world.ada)
    call_command("check_public", stdout=StringIO())


def test_what_nobody_approved_is_named(world: Universe):
    slipped = Topic.objects.create(labels={"en": "slipped in"})
    actions.publish(topic(slipped.identifier, "slipped in"))
    with pytest.raises(CommandError):
        call_command("check_public", stdout=StringIO(), stderr=(err := StringIO()))
    assert "nobody approved it" in err.getvalue()
