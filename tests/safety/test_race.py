"""Curator A takes something away while curator B publishes a correction: what A took away stays away.

Each pair of verbs is interleaved: one is halted before its first, second, third… statement to the
database, the other runs as far as it can, then both go on. The usual run takes the pairs that can
lose something and halts around every lock; `ARCHIVE_RACES=all` takes every pair at every statement.
"""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from archive.desk import review
from archive.desk.changes import change
from archive.desk.renderers import rendering_of
from archive.edition.models import LedgerEntry
from events.models import Statement, Translation
from tests.safety.hearing import GONE_AFTER, NARROWING, OTHERS, Hearing, bound, curators, shown, wrongs
from tests.safety.racing import Curator, interleaved, together

pytestmark = pytest.mark.django_db(transaction=True)
ALL = os.environ.get("ARCHIVE_RACES") == "all"
ROUNDS = int(os.environ.get("ARCHIVE_RACE_OPERATIONS", "200")) // 4
PAIRS = [
    *itertools.product(NARROWING, OTHERS if ALL else ("approve",), (True,)),
    # the statement becomes public just now, so the change does not know yet who shows its facts
    *itertools.product(
        NARROWING if ALL else ("narrow_the_rights", "take_the_date_away"),
        OTHERS if ALL else ("approve",),
        (False,),
    ),
    *((*pair, True) for pair in itertools.combinations(NARROWING, 2) if ALL),
    *(itertools.product(OTHERS, OTHERS, (True,)) if ALL else [("approve", "decline", True)]),
    ("withdraw", "take_the_date_away", True),
]


@pytest.fixture
def people() -> tuple[User, User]:
    return curators()


def points(verb: str, people: tuple[User, User], **kinds: bool) -> list[int]:
    """Before which statements of a verb to halt: around every lock, and before the commit; or all."""
    alone = Curator(bound(Hearing(*people, **kinds), verb)).start()
    assert alone.done.wait(20)
    if alone.trouble:
        raise alone.trouble
    last = alone.statements - 1
    return list(range(last + 1)) if ALL else sorted({each for each in alone.turns if each < last} | {last})


def check(hearing: Hearing, verbs: dict[str, Curator], where: str) -> None:
    """What must hold after any two verbs, however they met."""
    for verb, curator in verbs.items():
        assert curator.trouble is None, f"{where}: {verb} failed: {curator.trouble!r}"
        if verb in GONE_AFTER and not curator.refused:
            for record in (hearing.statement, hearing.claim, hearing.event):
                told = shown(type(record).objects.get(pk=record.pk))
                if verb == "withdraw" and record != hearing.statement:
                    continue
                republished = verb == "withdraw" and "ask_and_approve" in verbs
                assert republished or GONE_AFTER[verb] not in told, f"{where}: {verb} was undone in {record}"
    desk = Statement.objects.get(pk=hearing.statement.pk)
    if "correct" in verbs:
        assert hearing.mark in desk.speaker_as_stated, f"{where}: a correction was lost"
    if "take_a_translation_away" in verbs:
        assert not desk.translations.filter(language="fr").exists(), f"{where}: a translation came back"
    records = [hearing.statement, hearing.claim, hearing.event, hearing.source]
    assert wrongs(type(each).objects.get(pk=each.pk) for each in records) == [], where  # type: ignore[misc]


@pytest.mark.parametrize(
    ("first", "second", "statement_public"),
    PAIRS,
    ids=lambda word: word.replace("_", " ") if isinstance(word, str) else ("new", "public")[word],
)
def test_two_verbs_interleaved_anywhere(
    first: str, second: str, statement_public: bool, people: tuple[User, User], figure: Callable
):
    if not statement_public and "withdraw" in (first, second):
        pytest.skip("what is not public cannot be withdrawn")
    for halting, other in {(first, second), (second, first)}:
        for at in points(halting, people, statement_public=statement_public):
            hearing = Hearing(*people, statement_public=statement_public)
            one, two = interleaved(bound(hearing, halting), bound(hearing, other), at=at)
            where = f"{halting} halted before its statement {at}, {other} meanwhile"
            verbs = {halting: one} | ({other: two} if other != halting else {})
            check(hearing, verbs, where)
            if halting == other:
                assert two.trouble is None, f"{where}: {two.trouble!r}"
            RACES.append(where)
    figure("races, deterministic", f"{len(RACES)} interleavings of {len(PAIRS)} pairs of verbs")


RACES: list[str] = []


def test_many_verbs_at_random_lose_nothing_and_show_nothing_taken_away(
    people: tuple[User, User], figure: Callable
):
    """Four at once, on three hearings, again and again; after each round everything is recomputed."""
    seed = int(os.environ.get("ARCHIVE_RACE_SEED", "0")) or random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)
    hearings = [Hearing(*people) for _ in range(3)]
    desk: dict[int, set[str]] = {each.statement.pk: {"fr", "de"} for each in hearings}
    approved: dict[str, object] = {}
    done = refused = 0
    for number in range(ROUNDS):
        chosen = [(dice.choice(hearings), dice.choice(RANDOM_VERBS)) for _ in range(4)]
        verbs = [verb(hearing, number * 4 + place) for place, (hearing, verb) in enumerate(chosen)]
        for (hearing, _verb), curator, change_of in zip(chosen, together(*verbs), verbs, strict=True):
            assert curator.trouble is None, f"seed {seed}, round {number}: {curator.trouble!r}"
            done, refused = done + 1, refused + bool(curator.refused)
            if not curator.refused:
                desk[hearing.statement.pk] ^= {getattr(change_of, "toggles", "")} - {""}
        for hearing in hearings:
            statement = Statement.objects.get(pk=hearing.statement.pk)
            now = {each.language for each in statement.translations.all()}
            assert now == desk[statement.pk], f"seed {seed}, round {number}: an update was lost"
            approved[hearing.mark] = rendering_of(statement)
        assert wrongs() == [], f"seed {seed}, round {number}"
    figure("races, random", f"{done} verbs by four at once, {refused} refused in words, 0 undone, 0 lost, "
           f"{LedgerEntry.objects.count()} ledger entries without a fault (seed {seed})")  # fmt: skip


def adds(hearing: Hearing, number: int) -> Callable[[], None]:
    """Adds a translation in a language of its own."""
    language = tag(number)

    def verb() -> None:
        with change(hearing.statement, by=hearing.ada):
            Translation.objects.create(
                statement=hearing.statement, language=language, text=f"text {number}", translator="A. N."
            )

    verb.toggles = language  # type: ignore[attr-defined]
    return verb


def tag(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    first, second, third = number // 676 % 26, number // 26 % 26, number % 26
    region = letters[number // 17576 % 26].upper()
    return f"{letters[first]}{letters[second]}{letters[third]}-Q{region}"


def removes(hearing: Hearing, number: int) -> Callable[[], None]:
    """Removes one of the translations that were there before the round."""
    row = hearing.statement.translations.order_by("?").first()

    def verb() -> None:
        with change(hearing.statement, by=hearing.ada):
            if row is None or not Translation.objects.filter(pk=row.pk).delete()[0]:
                raise review.Refused("somebody else removed it")

    verb.toggles = row.language if row else ""  # type: ignore[attr-defined]
    return verb


def named(name: str) -> Callable[[Hearing, int], Callable[[], None]]:
    def make(hearing: Hearing, number: int) -> Callable[[], None]:
        hearing.request.refresh_from_db()
        latest = type(hearing.request).objects.filter(identifier=hearing.statement.identifier).first()
        hearing.request = latest or hearing.request
        return lambda: bound(hearing, name)()

    return make


RANDOM_VERBS = [
    adds, adds, removes, removes, named("ask"), named("approve"), named("approve"), named("ask_and_approve"),
    named("ask_and_approve"), named("withdraw"), named("decline"), named("correct"),
    named("narrow_the_rights"), named("take_the_role_away"), named("take_the_date_away"),
]  # fmt: skip
