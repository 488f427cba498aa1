"""The same public archive twice, once with many hidden records beside it: not one byte may differ.

Identifiers and the clock are dealt out the same in both worlds. `ARCHIVE_HIDDEN_RECORDS` says how many
hidden records stand beside the public ones (200, or 10000 before a release).
"""

from __future__ import annotations

import itertools
import os
import random
import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import Client

from archive.core import identifiers
from archive.desk import review
from archive.desk.models import Opening
from archive.edition.models import File, Record
from archive.edition.shapes import KIND_OF_PLURAL
from events.models import (
    Appearance,
    Claim,
    Demand,
    Event,
    Organisation,
    Person,
    Place,
    Source,
    Statement,
    Topic,
)
from testimonies.models import (
    ClaimSubject,
    Media,
    Narrator,
    Passage,
    Testimony,
    Victim,
    VictimGroup,
    VictimRelation,
)
from tests.safety.recordings import record
from tests.safety.routes import parameters_of_schema, public_routes, with_query
from tests.safety.sweeping import everything
from tests.universe import Universe, build
from tests.witnesses import Told, agrees, tell, told_by, withhold

KINDS = (
    Claim, Demand, Event, Media, Narrator, Organisation, Passage, Person, Place, Source, Statement, Testimony,
    Topic, Victim, VictimGroup,
)  # fmt: skip
ASKED_FOR = "0123456789"  # a hidden testimony, victim, group and file, whose addresses anybody may guess
GUESSED = next(f"{ASKED_FOR}{sign}" for sign in identifiers.ALPHABET
               if identifiers.read_identifier(f"{ASKED_FOR}{sign}"))  # fmt: skip
GUESSED_FILE = f"{'a1' * 16}.mp3"
WAITING = 5  # openings: testimonies that are approved, under an embargo
HIDDEN = int(os.environ.get("ARCHIVE_HIDDEN_RECORDS", "200"))
WORDS = ("graves", "prison", "ministry", "four hundred", "hearing", "leyla", "گورهای", "the", "e", "zzz")
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


class Dealt:
    """Identifiers and moments as they are dealt out in every world: the same for the same steps."""

    def __init__(self) -> None:
        self.dice, self.ticks = random.Random(7), itertools.count()

    def identifier(self) -> str:
        while True:
            number = self.dice.getrandbits(50)
            if number % 37 < 32:
                return identifiers._written(number) + identifiers.ALPHABET[number % 37]

    def now(self) -> datetime:
        return NOON + timedelta(seconds=next(self.ticks))

    def token_bytes(self, count: int) -> bytes:
        return self.dice.randbytes(count)

    def token_hex(self, count: int) -> str:
        return self.dice.randbytes(count).hex()


def hide_told(world: Universe, told: Told, how_many: int) -> None:
    """Testimonies, victims, groups, passages, files and openings around those that are public."""
    names = [f"graves of the prison {number}" for number in range(max(WAITING, how_many // 20))]
    victims = Victim.objects.bulk_create(Victim(description={"en": name}, years=[1987]) for name in names)
    for each in victims:
        each.names.create(text="Omid Selan", language="en", script="Latn", preferred=True)
        each.groups.add(told.prisoners)
        VictimRelation.objects.create(victim=each, other=told.brother, relation="sibling")
    groups = VictimGroup.objects.bulk_create(
        VictimGroup(names={"en": name}, part_of=told.prisoners) for name in names
    )
    for name, victim, group in zip(names, victims, groups, strict=True):
        made = told_by(told.neighbour, name, ("answer", "We counted graves", "گورهای جمعی"))
        made.victims.add(told.brother, victim)
        made.groups.add(told.prisoners, group)
        made.events.add(world.hearing)
        made.topics.add(world.graves)
        claim = Claim.objects.create(
            property="death", about={"en": name}, value="in the prison", asserter_as_stated="Witness K."
        )
        ClaimSubject.objects.create(claim=claim, victim=told.brother, testimony=made)
    hidden = list(Testimony.objects.filter(title__en__in=names).order_by("pk"))
    for each in hidden[:WAITING]:
        agrees(each, embargo_until=NOON.date() + timedelta(days=30))
        record(each)
        world.publish(each)
    for each in hidden[WAITING : 2 * WAITING]:
        withhold(each.passages.get(), "graves", "گورهای")
    told.account.passages.create(position=9, text="We counted four hundred graves", language="en")
    record(told.untold)
    guessed = record(hidden[0])
    type(guessed.derivative).objects.filter(media=guessed).update(name=GUESSED_FILE)
    for model, row in ((Testimony, hidden[-1]), (Victim, victims[0]), (VictimGroup, groups[0])):
        model.objects.filter(pk=row.pk).update(identifier=GUESSED)
    assert Opening.objects.count() == WAITING + 1  # and that of the small world


def hide(world: Universe, how_many: int) -> None:
    """Drafts of every kind beside and around what is public, some of them asked for, some declined."""
    per_kind = max(1, how_many // 8)
    names = [f"graves of the prison {number}" for number in range(per_kind)]
    Topic.objects.bulk_create(Topic(labels={"en": name}, broader=world.graves) for name in names)
    Place.objects.bulk_create(Place(names={"en": name}, parent=world.amaly) for name in names)
    people = Person.objects.bulk_create(Person(description={"en": name}) for name in names)
    people[0].names.model.objects.bulk_create(
        people[0].names.model(person=each, text="Leyla Ormand", preferred=True) for each in people
    )
    Organisation.objects.bulk_create(Organisation(parent=world.families) for _ in names)
    events = Event.objects.bulk_create(Event(title={"en": name}, part_of=world.hearing) for name in names)
    Appearance.objects.bulk_create(Appearance(event=each, person=world.leyla) for each in events)
    said = Statement.objects.bulk_create(
        Statement(person=world.leyla, event=world.hearing, text=f"We counted {name}") for name in names
    )
    Claim.objects.bulk_create(
        Claim(event=world.hearing, about={"en": "graves"}, value=name, person=world.leyla, statement=each)
        for name, each in zip(names, said, strict=True)
    )
    Demand.objects.bulk_create(
        Demand(act={"en": name}, person=world.leyla, event=world.hearing) for name in names
    )
    for each in said[:10]:
        each.topics.add(world.graves)
        request = review.ask(Statement.objects.get(pk=each.pk), by=world.ada, why="graves")
        if each.pk % 2:
            review.decline(request, by=world.ben, why="graves")


@pytest.fixture
def two_worlds(
    tests_database: None, django_db_blocker: Any, settings: Any, tmp_path: Path
) -> Iterator[Callable[[int], dict[str, str]]]:
    """Builds the archive with so many hidden records, and gives every public answer by its address."""

    def answers_with(hidden: int) -> dict[str, str]:
        dealt = Dealt()
        settings.VAULT = tmp_path / str(hidden)
        fields = [model._meta.get_field("identifier") for model in KINDS]
        with (
            mock.patch("django.utils.timezone.now", dealt.now),
            mock.patch.multiple(secrets, choice=dealt.dice.choice),
            mock.patch("tests.safety.recordings.secrets", dealt),
            transaction.atomic(),
        ):
            with mock.patch.multiple(identifiers, new_identifier=dealt.identifier):
                before = [field.default for field in fields]
                for field in fields:
                    field.default = dealt.identifier
                    field.__dict__.pop("_get_default", None)
                world = build()
                told = tell(world)
                record(told.account)
                world.publish(told.account)
                for field, usual in zip(fields, before, strict=True):
                    field.default = usual
                    field.__dict__.pop("_get_default", None)
            hide(world, hidden)
            if hidden:
                hide_told(world, told, hidden)
        connections["public"].close()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        cache.clear()
        client = Client(raise_request_exception=False)
        with mock.patch("django.utils.timezone.now", return_value=NOON + timedelta(days=1)):
            answers = {each: everything(client.get(each)) for each in addresses(client, world)}
        call_command("flush", verbosity=0, interactive=False)
        return answers

    with django_db_blocker.unblock():
        yield answers_with


def addresses(client: Client, world: Universe) -> list[str]:
    """Every list, filter, search, record and error of the archive."""
    plural_of = {kind: plural for plural, kind in KIND_OF_PLURAL.items()}
    lists = [f"/api/v1/{plural}/" for plural in KIND_OF_PLURAL]
    pages = [f"/en/{plural}/" for plural in KIND_OF_PLURAL]
    found = [
        "/",
        "/en/",
        "/fa/",
        "/en/about/",
        "/en/search/",
        "/api/v1/",
        "/api/v1/schema/",
        "/nothing",
        *lists,
        *pages,
    ]
    for public in Record.objects.order_by("pk"):
        found += [
            f"/api/v1/{plural_of[public.kind]}/{public.pk}/",
            f"/en/{plural_of[public.kind]}/{public.pk}",
        ]
        found += [with_query(each, **{public.kind: public.pk}) for each in lists]
    found += [f"/api/v1/testimonies/{each.pk}/passages/" for each in Record.objects.filter(kind="testimony")]
    assert File.objects.exists()
    found += [f"/files/{name}" for name in [GUESSED_FILE, *File.objects.values_list("pk", flat=True)]]
    for plural in ("testimonies", "victims", "victim-groups"):
        found += [f"/api/v1/{plural}/{GUESSED}/", f"/en/{plural}/{GUESSED}"]
        found += [with_query(each, **{KIND_OF_PLURAL[plural]: GUESSED}) for each in lists]
    found.append(f"/api/v1/testimonies/{GUESSED}/passages/")
    found += [f"/en/people/{world.officer.identifier}", f"/api/v1/people/{world.officer.identifier}/"]
    for word, each in itertools.product(WORDS, [*lists, "/en/search/", "/en/statements/"]):
        found.append(with_query(each, q=word))
    for each, names in parameters_of_schema(client).items():
        if "{" not in each:
            for name in names:
                found += [with_query(each, **{name: value}) for value in ("1", "en", "2025", "hearing")]
    found += [with_query(each, count="1", limit="1") for each in lists]
    return sorted(set(found))


def test_hidden_records_change_not_one_byte(
    two_worlds: Callable[[int], dict[str, str]], figure: Callable[[str, str], None]
):
    alone, beside = two_worlds(0), two_worlds(HIDDEN)
    assert list(alone) == list(beside)
    different = [address for address, answer in alone.items() if answer != beside[address]]
    assert different == [], (
        f"{different[:3]}:\n{alone[different[0]][:1500]}\n--- but ---\n{beside[different[0]][:1500]}"
    )
    figure("two worlds", f"{len(alone)} answers of {len(list(public_routes()))} routes byte-identical "
           f"without and with {HIDDEN} hidden records")  # fmt: skip


def test_two_worlds_that_differ_in_public_are_told_apart(two_worlds: Callable[[int], dict[str, str]]):
    """The control."""
    with mock.patch("tests.universe.ARTICLE", ARTICLE_OF_ANOTHER_WORLD):
        another = two_worlds(0)
    assert another != two_worlds(0)


ARTICLE_OF_ANOTHER_WORLD = (
    "At Port Amaly “We counted four hundred graves,” said Leyla Ormand. “The Ministry must open the archive "
    "of the prison.” He spoke of sixty."
)
