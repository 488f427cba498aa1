"""Whatever happens in whatever order, what is public is what the rules say, reckoned naively.

A machine plays consent, embargo, days that pass, withholding, showing again, marking elsewhere, rewording,
pseudonyms, publication, withdrawal. Victims are not merged yet, so merging is not played.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from archive.desk import changes
from archive.desk.calendar import keep_dates
from archive.desk.models import Opening
from archive.desk.review import Refused
from archive.edition.models import LedgerEntry, Record
from testimonies.models import Withholding
from tests.safety.hearing import curators
from tests.safety.interview import (
    Interview,
    Public,
    shown_by,
    token,
    too_much,
    ways_allowed,
    words_allowed,
    words_hidden,
)

pytestmark = pytest.mark.django_db
LONG = bool(os.environ.get("ARCHIVE_LONG"))
PLACES, WORDS = st.integers(0, 2), st.integers(0, 3)
USES = st.lists(st.sampled_from(["web", "api", "dumps", "court"]), min_size=1, unique=True)
STEPS: list[str] = []


class Rules(RuleBasedStateMachine):
    """The desk, and beside it what a careful person would expect the public to see."""

    people: Any = None
    day = timezone.now()

    def __init__(self) -> None:
        super().__init__()
        Rules.day = START
        self.point = transaction.savepoint()
        self.one = Interview(*self.people)
        self.ways: set[str] = set()  # expected
        self.words: Public = {}
        self.waiting: tuple[set[str], Public] | None = None  # approved under an embargo
        self.hidden = words_hidden(self.one)
        self.reworded: set[str] = set()  # texts that were changed since they were approved
        self.marked_anew: set[str] = set()  # texts of which something was shown again or marked elsewhere
        self.deleted = False

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.point)

    def done(self, verb: Callable[[], object]) -> bool:
        STEPS.append("")
        if self.deleted:
            return False
        try:
            with transaction.atomic():
                verb()
        except Refused:
            return False
        return True

    def narrowed(self) -> None:
        """Nothing that is public may be more than what the desk now allows."""
        allowed, ways = words_allowed(self.one), ways_allowed(self.one, Rules.day)
        self.ways &= ways
        self.words = {place: words & allowed.get(place, set()) for place, words in self.words.items()}
        hidden = words_hidden(self.one)
        for place in self.reworded:
            if hidden[place] - self.hidden[place]:
                # nobody can say which words of the older text are meant: all of it goes, by the archive's law
                self.words[place] = set()
        self.hidden = hidden
        if not self.ways:
            self.words = {}

    # --- what narrows, or waits -----------------------------------------------------------------------

    @rule(which=st.integers(0, 9), word=WORDS)
    def say_where(self, which: int, word: int) -> None:
        """Shows what nobody had said to be withheld in a translation: once somebody approves that."""
        rows = list(Withholding.objects.filter(passage__testimony=self.one.testimony, whole=False))
        if rows and self.done(lambda: self.one.say_where(rows[which % len(rows)], word)):
            self.marked(rows[which % len(rows)])

    @rule(place=PLACES, word=WORDS)
    def withhold(self, place: int, word: int) -> None:
        self.done(lambda: self.one.withhold_one_sided(place, word))
        self.changed()

    @rule(place=PLACES)
    def withhold_whole(self, place: int) -> None:
        self.done(lambda: self.one.withhold_whole(place))
        self.changed()

    @rule(place=PLACES, word=WORDS)
    def rename(self, place: int, word: int) -> None:
        self.done(lambda: self.one.rename(place, word))
        self.changed()

    @rule(which=st.integers(0, 9))
    def show_again(self, which: int) -> None:
        rows = list(Withholding.objects.filter(passage__testimony=self.one.testimony))
        if rows and self.done(lambda: self.one.show_again(rows[which % len(rows)])):
            self.marked(rows[which % len(rows)])

    def marked(self, decision: Withholding) -> None:
        passage = decision.passage.identifier
        self.marked_anew |= {place for place in self.hidden if place.startswith(passage)}
        self.changed()

    @rule(place=PLACES)
    def reword(self, place: int) -> None:
        if self.done(lambda: self.one.edit(place, token())):
            self.reworded.add(f"{self.one.passage(place).identifier} en")
        self.changed()

    @rule(uses=USES)
    def consent(self, uses: list[str]) -> None:
        self.done(lambda: self.one.consent(uses=uses))
        self.changed()

    @rule(days=st.integers(1, 4))
    def embargo(self, days: int) -> None:
        self.done(lambda: self.one.embargo(days))
        self.changed()

    @rule(days=st.integers(1, 4))
    def end(self, days: int) -> None:
        self.done(lambda: self.one.end(days))
        self.changed()

    @rule()
    def take_consent_back(self) -> None:
        self.done(lambda: self.one.consent(decision="withdrawn"))
        self.changed()

    def changed(self) -> None:
        """An approval that waits is for what was approved, and nothing else."""
        if not Opening.objects.filter(pk=self.one.testimony.identifier).exists():
            self.waiting = None
        self.narrowed()

    # --- what publishes and takes back ------------------------------------------------------------------

    @rule()
    def publish(self) -> None:
        if not self.done(self.one.publish):
            return
        self.reworded, self.marked_anew = set(), set()
        newest = self.one.testimony.consents.order_by("pk").last()
        allowed = set(newest.uses) & {"web", "api", "dumps"}, words_allowed(self.one)
        if ways_allowed(self.one, Rules.day):
            self.ways, self.words = allowed
            self.waiting = None
        else:
            self.waiting, self.ways, self.words = allowed, set(), {}

    @rule()
    def publish_the_claim(self) -> None:
        self.done(self.one.publish_claim)

    @rule()
    def withdraw(self) -> None:
        if self.done(self.one.withdraw):
            self.ways, self.words, self.waiting = set(), {}, None

    @rule()
    def withdraw_everything(self) -> None:
        if self.done(self.one.panic):
            self.ways, self.words, self.waiting = set(), {}, None

    @rule()
    def delete(self) -> None:
        """What is public cannot be deleted; a consent stays whatever becomes of the testimony."""
        if not self.deleted and Record.objects.filter(pk=self.one.testimony.identifier).exists():
            with pytest.raises(Refused), transaction.atomic():
                changes.delete(self.one.fresh(), by=self.one.ada)

    @rule(days=st.integers(1, 3))
    def days_pass(self, days: int) -> None:
        Rules.day += timedelta(days=days)
        self.narrowed()

    @rule()
    def the_calendar_is_kept(self) -> None:
        list(keep_dates())
        if self.waiting and ways_allowed(self.one, Rules.day) and not self.ways:
            self.ways, self.words = self.waiting
            self.waiting = None
        elif self.waiting and not Opening.objects.filter(pk=self.one.testimony.identifier).exists():
            self.waiting = None

    # --- what must hold -------------------------------------------------------------------------------

    @invariant()
    def nothing_is_public_that_may_not_be(self) -> None:
        assert list(too_much(self.one, Rules.day)) == []

    @invariant()
    def what_is_public_is_what_the_rules_say(self) -> None:
        ways, shown = shown_by(self.one, Rules.day)
        assert ways == self.ways
        for place, words in self.words.items():
            seen = shown.get(place, set())
            # Where both was done, a mark may have got another name for fewer words: then it all waits.
            waits = not seen and place in self.reworded & self.marked_anew
            assert seen == words or waits, place

    @invariant()
    def the_ledger_agrees(self) -> None:
        last = LedgerEntry.objects.filter(record=self.one.testimony.identifier).order_by("sequence").last()
        public = Record.objects.filter(pk=self.one.testimony.identifier).exists()
        assert (last is not None and last.act == "publish") == public


START = timezone.now().replace(hour=12)


def test_what_is_public_is_what_the_rules_say(figure: Callable, monkeypatch: pytest.MonkeyPatch):
    Rules.people = curators()
    monkeypatch.setattr("django.utils.timezone.now", lambda: Rules.day)
    many = settings(
        max_examples=300 if LONG else 25, stateful_step_count=30 if LONG else 20, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Rules, settings=many)
    figure("rules, by a state machine", f"{len(STEPS)} steps, what is public recomputed naively after each: "
           "0 differences")  # fmt: skip
