"""Somebody withholds a passage while somebody else publishes: what was taken away stays away.

Interleaved statement by statement, and at random by several at once. `ARCHIVE_LONG=1` races 10,000
operations and halts at every statement; the usual run takes 1,500 and halts around every lock.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from archive.desk import review
from archive.desk.calendar import keep_dates
from archive.desk.changes import change
from archive.desk.review import Refused
from archive.edition.checking import faults_of_links, faults_of_records
from archive.edition.files import faults_of_files
from events.models import Claim
from testimonies.models import Withholding
from tests.safety.hearing import curators, wrongs
from tests.safety.interview import PASSAGES, Interview, shown_by, token, too_much
from tests.safety.racing import Curator, interleaved, together

pytestmark = pytest.mark.django_db(transaction=True)
LONG = bool(os.environ.get("ARCHIVE_LONG"))
AT_ONCE = 4
ROUNDS = int(os.environ.get("ARCHIVE_RACE_OPERATIONS", "10000" if LONG else "400")) // AT_ONCE
LOOKED_AT_EACH = 40  # rounds, after which the whole edition is checked
TAKES: dict[str, Callable[[Interview], object]] = {
    "withhold a word": lambda one: one.withhold(0, 1),
    "withhold a passage": lambda one: one.withhold_whole(0),
    "change a name": lambda one: one.rename(0, 1),
    "agree to the pages only": lambda one: one.consent(uses=["web"]),
    "set an embargo": lambda one: one.embargo(9),
    "withdraw the consent": lambda one: one.consent(decision="withdrawn"),
    "withdraw": lambda one: one.withdraw(),
    "withdraw everything": lambda one: one.panic(),
}


@pytest.fixture
def people() -> tuple[User, User]:
    return curators()


def public_interview(people: tuple[User, User]) -> Interview:
    """Public with its claim; a translation waits for approval."""
    made = Interview(*people)
    made.publish()
    made.publish_claim()
    made.translate(1, "fr")
    made.ask()
    return made


@pytest.mark.parametrize("take", TAKES)
def test_taking_away_while_somebody_approves(take: str, people: tuple[User, User], figure: Callable):
    def taking(one: Interview) -> None:
        TAKES[take](one)

    verbs: tuple[Callable[[Interview], object], ...] = (taking, Interview.approve)
    for first, second in (verbs, verbs[::-1]):
        alone = public_interview(people)
        went = Curator(partial(first, alone)).start()
        assert went.done.wait(20)
        assert went.trouble is None, went.trouble
        last = went.statements - 1
        some = sorted({each for each in went.turns if each < last} | {last})
        for at in range(last + 1) if LONG else some:
            one = public_interview(people)
            pair = interleaved(partial(first, one), partial(second, one), at=at)
            where = f"{take}, halted before statement {at} of {first.__name__}"
            for curator in pair:
                assert curator.trouble is None, f"{where}: {curator.trouble!r}"
            assert not list(too_much(one, timezone.now())), where
            assert not wrongs(iter([one.fresh(), one.drawn])), where
            if "with" in take and "word" not in take and "passage" not in take:
                assert not shown_by(one, timezone.now())[0], f"{where}: it came back"
            RACES.append(where)
    ways = f"{len(RACES)} interleavings of {len(TAKES)} ways to take away with an approval, 0 undone"
    figure("testimony races, deterministic", ways)


def test_approving_what_is_drawn_while_it_is_taken_away(people: tuple[User, User]):
    """Withdrawing closes the request that somebody approves just then: neither waits for the other."""

    def prepared() -> tuple[Interview, Callable[[], object]]:
        one = public_interview(people)
        waits = Claim.objects.get(pk=one.drawn.pk)
        with change(waits, by=one.ada) as claim:
            claim.value = token()
            claim.save()
        request = one.ask(waits)
        return one, lambda: review.approve(request, by=one.ben)

    one, approve = prepared()
    alone = Curator(approve).start()
    assert alone.done.wait(20)
    assert alone.trouble is None, alone.trouble
    for at in range(alone.statements):
        one, approve = prepared()
        for curator in interleaved(approve, one.withdraw, at=at):
            assert curator.trouble is None, f"halted before statement {at}: {curator.trouble!r}"
        assert not shown_by(one, timezone.now())[0], f"halted before statement {at}: it came back"


RACES: list[str] = []


class Desk:
    """What the desk must hold after each round: nobody's update may be lost."""

    def __init__(self, people: tuple[User, User], dice: random.Random) -> None:
        self.dice = dice
        self.interviews = [Interview(*people) for _ in range(3)]
        self.kept: dict[int, set[str]] = {each.testimony.pk: set() for each in self.interviews}

    def verb(self, number: int) -> tuple[Interview, Callable[[], object], tuple[str, str]]:
        """A verb for one of the interviews; and what it adds to the desk, or takes from it."""
        one, dice = self.dice.choice(self.interviews), self.dice
        place, word, mark = dice.randrange(PASSAGES), dice.randrange(4), token()
        held = list(Withholding.objects.filter(passage__testimony=one.testimony).values_list("pk", flat=True))
        back = dice.choice(held) if held else 0
        translated = language(number)
        verbs: list[tuple[Callable[[], object], str, str]] = [
            (lambda: one.withhold_one_sided(place, word), "", ""),
            (lambda: one.withhold_one_sided(place, word), "", ""),
            (lambda: one.withhold_whole(place), "", ""),
            (lambda: one.edit(place, mark), mark, ""),
            (lambda: one.edit(place, mark), mark, ""),
            (lambda: one.translate(place, translated), translated, ""),
            (lambda: one.rename(place, word), "", ""),
            (lambda: one.consent(), "", ""),
            (lambda: one.consent(uses=["web"]), "", ""),
            (lambda: one.consent(decision="withdrawn"), "", ""),
            (lambda: one.embargo(dice.choice([1, 2])), "", ""),
            (lambda: one.end(dice.choice([1, 3])), "", ""),
            (one.ask, "", ""), (one.ask, "", ""), (one.approve, "", ""), (one.approve, "", ""),
            *[(one.publish, "", "")] * 7, (one.publish_claim, "", ""), (lambda: one.consent(), "", ""),
            (one.withdraw, "", ""), (one.panic, "", ""), (lambda: list(keep_dates()), "", ""),
        ]  # fmt: skip
        if back:
            shown = Withholding.objects.get(pk=back)
            verbs += [(lambda: one.show_again(shown), "", f"withholding {back}")] * 6
        verb, adds, takes = dice.choice(verbs)
        return one, verb, (adds, takes)

    def faults(self) -> list[str]:
        """Updates that were lost."""
        found = []
        for one in self.interviews:
            texts = one.testimony.passages.values_list("text", "translations__language")
            there = {word for text, tag in texts for word in (*text.split(), tag)}
            rows = Withholding.objects.filter(passage__testimony=one.testimony)
            there |= {f"withholding {pk}" for pk in rows.values_list("pk", flat=True)}
            for kept in self.kept[one.testimony.pk]:
                gone = kept.startswith("-")
                if (kept.lstrip("-") in there) == gone:
                    found.append(f"{kept} was lost")
        return found


def language(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return (
        "q" + letters[number // 26 % 26] + letters[number % 26] + f"-{letters[number // 676 % 26].upper()}X"
    )


def quietly(verb: Callable[[], object]) -> Callable[[], object]:
    """A consent that does not fit what is in force is refused in words too."""

    def tried() -> None:
        try:
            verb()
        except (ValidationError, Withholding.DoesNotExist) as why:
            raise Refused(str(why)) from why

    return tried


def test_many_at_once_undo_nothing_and_lose_nothing(
    people: tuple[User, User], figure: Callable, monkeypatch: pytest.MonkeyPatch
):
    seed = int(os.environ.get("ARCHIVE_RACE_SEED", "0")) or random.SystemRandom().randrange(10**6)
    clock = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock)
    desk = Desk(people, random.Random(seed))
    done = refused = public = 0
    for number in range(ROUNDS):
        where = f"seed {seed}, round {number}"
        clock += timedelta(hours=5)
        chosen = [desk.verb(number * AT_ONCE + place) for place in range(AT_ONCE)]
        for (one, _verb, (adds, takes)), curator in zip(
            chosen, together(*(quietly(verb) for _one, verb, _change in chosen)), strict=True
        ):
            assert curator.trouble is None, f"{where}: {curator.trouble!r}"
            done, refused = done + 1, refused + bool(curator.refused)
            if not curator.refused:
                desk.kept[one.testimony.pk] |= {adds, f"-{takes}" if takes else ""} - {""}
        for one in desk.interviews:
            assert not list(too_much(one, clock)), where
            public += bool(shown_by(one, clock)[0])
        assert not desk.faults(), where
        if number % LOOKED_AT_EACH == 0:
            refresh(desk, people)
            assert not wrongs(), where
    open_now = [each for each in faults_of_records() if "has closed" not in each]
    assert not [*faults_of_links(), *faults_of_files(), *open_now]
    figure("testimony races, random", f"{done} operations by {AT_ONCE} at once, {refused} refused in words, "
           f"public after {public} of {ROUNDS * 3} looks; 0 un-redactions, 0 lost updates, 0 hangs "
           f"(seed {seed})")  # fmt: skip


def refresh(desk: Desk, people: tuple[User, User]) -> None:
    """A new interview in place of the oldest: one in which all is withheld races about nothing."""
    oldest = desk.interviews.pop(0)
    with suppress(Refused):
        oldest.panic()
    new = Interview(*people)
    desk.interviews.append(new)
    desk.kept[new.testimony.pk] = set()
