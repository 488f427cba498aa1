"""Opening: who and why is stored before anything is read, for good and in order."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from archive.core.sealing.opening import CannotOpen, PrivateKey, unlocked
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import IdentityOpened, Narrator, SealedIdentity
from testimonies.sealing.opening import open_identity
from testimonies.sealing.openings import faults, head, note_opening
from tests.core.sealing.keyring import OURS, SECOND, STRANGER
from tests.testimonies.sealing.world import SHE, may_open, narrator, sealed
from tests.universe import Universe

pytestmark = pytest.mark.django_db
KEY, ANOTHERS = (unlocked(pair.file, pair.passphrase) for pair in (OURS, STRANGER))


@pytest.fixture(autouse=True)
def _sealing_for_two(settings: Any) -> None:
    settings.SEAL_KEYS = [str(OURS.public), str(SECOND.public)]


@pytest.fixture
def her(world: Universe) -> Narrator:
    return sealed(world).narrator


def opened(
    world: Universe, her: Narrator, why: str = "The court asked for her.", key: PrivateKey = KEY
) -> Any:
    return open_identity(her, key=key, by=may_open(world.ben), why=why)


def changed(statement: str, *values: Any) -> None:
    """What somebody could do who takes the triggers away first."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE testimonies_identityopened DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute("ALTER TABLE testimonies_identityopened ENABLE TRIGGER USER")


def test_whoever_has_the_key_reads_who_she_is(world: Universe, her: Narrator):
    found = opened(world, her)
    assert (found.identity, found.narrator) == (SHE.checked(), her.identifier)


def test_it_is_written_down_who_opened_it_and_why(world: Universe, her: Narrator):
    opened(world, her)
    row = IdentityOpened.objects.get()
    assert (row.narrator, row.who, row.why) == (her.identifier, "ben", "The court asked for her.")
    assert row.key == OURS.public.fingerprint
    deed = Deed.objects.get(act=Deed.Act.OPEN)
    assert (deed.who, deed.identifier, deed.why) == ("ben", her.identifier, row.why)


def test_it_is_written_down_before_it_is_opened(
    world: Universe, her: Narrator, monkeypatch: pytest.MonkeyPatch
):
    there: list[int] = []

    def looking(self: PrivateKey, box: Any) -> bytes:
        there.append(IdentityOpened.objects.count())
        raise CannotOpen("It is damaged.")

    monkeypatch.setattr(PrivateKey, "opened", looking)
    with pytest.raises(Refused, match=r"It is damaged\."):
        opened(world, her)
    assert there == [1]
    assert IdentityOpened.objects.count() == 1


def test_where_it_cannot_be_written_down_nothing_is_opened(
    world: Universe, her: Narrator, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: Any, **__: Any) -> None:
        raise DatabaseError("the disk is full")

    def never(*_: Any) -> bytes:
        raise AssertionError("it was opened")

    monkeypatch.setattr(IdentityOpened, "save", full)
    monkeypatch.setattr(PrivateKey, "opened", never)
    with pytest.raises(DatabaseError, match="full"):
        opened(world, her)


def test_the_newest_box_is_the_one_that_counts(world: Universe, her: Narrator):
    SealedIdentity.objects.create(narrator=her, sealed={}, keys=[], sealed_by="ada")
    with pytest.raises(Refused, match="damaged"):
        opened(world, her)
    assert not IdentityOpened.objects.exists()


def test_another_key_is_refused_before_anything_is_noted(world: Universe, her: Narrator):
    with pytest.raises(Refused, match="does not open this; it was sealed for"):
        opened(world, her, key=ANOTHERS)
    assert not IdentityOpened.objects.exists()


def test_a_narrator_without_an_identity_is_told(world: Universe):
    with pytest.raises(Refused, match="No identity of this narrator is sealed"):
        opened(world, narrator())


def test_without_a_reason_nothing_is_opened(world: Universe, her: Narrator):
    with pytest.raises(Refused, match="Say why"):
        opened(world, her, why="  ")


def test_without_the_right_nothing_is_opened(world: Universe, her: Narrator):
    world.ben.groups.clear()
    with pytest.raises(Refused, match="may not open identities"):
        open_identity(her, key=KEY, by=type(world.ben).objects.get(pk=world.ben.pk), why="because")


def test_a_box_that_somebody_put_elsewhere_says_whose_it_is(world: Universe, her: Narrator):
    other = narrator()
    box = her.identities.get()
    SealedIdentity.objects.create(narrator=other, sealed=box.sealed, keys=box.keys, sealed_by="ada")
    assert opened(world, other).narrator == her.identifier != other.identifier


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE testimonies_identityopened SET why = 'another'",
        "DELETE FROM testimonies_identityopened",
        "TRUNCATE testimonies_identityopened",
    ],
)
def test_no_statement_takes_an_opening_away(world: Universe, her: Narrator, statement: str):
    opened(world, her)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert IdentityOpened.objects.get().why == "The court asked for her."


def test_the_openings_are_one_chain(world: Universe, her: Narrator):
    assert head() == (0, "0" * 64)
    for why in ("one", "two", "three"):
        opened(world, her, why)
    rows = list(IdentityOpened.objects.order_by("pk"))
    assert [row.previous for row in rows] == ["0" * 64, rows[0].hash, rows[1].hash]
    assert head() == (3, rows[2].hash)
    assert list(faults()) == list(faults((2, rows[1].hash))) == []


def test_what_was_changed_past_the_triggers_shows(world: Universe, her: Narrator):
    for why in ("one", "two", "three"):
        opened(world, her, why)
    last = head()
    changed("UPDATE testimonies_identityopened SET who = 'nobody' WHERE why = 'two'")
    assert list(faults()) == ["opening 2 is not what was written"]
    changed("DELETE FROM testimonies_identityopened WHERE why = 'two'")
    assert [fault[:36] for fault in faults()] == ["opening 2 does not follow the one bef"[:36]]
    changed("DELETE FROM testimonies_identityopened WHERE why IN ('two', 'three')")
    assert list(faults()) == []
    assert list(faults(last)) == ["the list does not hold the opening that was noted as number 3"]


def test_a_desk_that_seals_has_loaded_nothing_that_opens():
    """In a process of its own, with every module loaded that the server loads before it opens anything."""
    program = """
import sys, django
django.setup()
import archive.urls, archive.wsgi, testimonies.sealing.actions
rooms = ("archive.core.sealing.", "testimonies.sealing.")
print(*sorted(name for name in sys.modules if name.startswith(rooms)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=os.environ, check=False
    )
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.split())
    assert "testimonies.sealing.actions" in loaded
    opening = {
        "opening",
        "private_keys",
        "key_files",
        "shares",
        "rotation",
        "local",
        "terminal",
        "opening_page",
    }
    assert [name for name in loaded if name.rpartition(".")[2] in opening] == []


@pytest.mark.django_db(transaction=True)
def test_an_opening_is_refused_inside_a_transaction_that_could_be_rolled_back(world: Universe):
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        note_opening(narrator="x", by=world.ben, why="because", key=OURS.public)
