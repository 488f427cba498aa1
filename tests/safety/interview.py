"""One interview to quarrel over; and what may be public of it, recomputed naively from the desk's rows.

Every word of it is unlike every other, so that a set of words says what is shown. The naive reckoning calls
no rendering: it reads consents, withholdings and changed names as a careful person would.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from archive.core.canonical import canonical
from archive.core.spans import Span
from archive.desk import review
from archive.desk.changes import change
from archive.desk.models import PublicationRequest
from archive.desk.previews import Preview
from archive.edition.published import published_rendering
from events.models import Claim
from testimonies.actions.changing import seen_as
from testimonies.actions.consents import note_consent
from testimonies.actions.passages import add_translation, edit_text
from testimonies.actions.pseudonyms import give_pseudonym
from testimonies.actions.withholding import say_where, show_again, withhold, withhold_whole
from testimonies.models import ClaimSubject, Narrator, Passage, Testimony, Victim, Withholding
from testimonies.taking_back.panic import withdraw_everything
from tests.witnesses import agrees

_number = itertools.count()
PASSAGES, WORDS = 3, 4
TOKEN = re.compile(r"\bword\w+x\b")
Public = dict[str, set[str]]  # by passage and language, the words


def token() -> str:
    """A word like no other, also in sound: as a name is changed in every spelling, a word that sounds like
    it would be changed with it. Letters only, for a number would be read as one."""
    number, letters = next(_number), ""
    while number:
        number, rest = divmod(number, 6)
        letters += "bdfkmr"[rest] + "l"
    return f"word{letters}x"


@dataclass
class Interview:
    """A testimony of a few passages in two languages, with a claim that is drawn from it."""

    ada: User
    ben: User
    narrator: Narrator = field(init=False)
    testimony: Testimony = field(init=False)
    drawn: Claim = field(init=False)

    def __post_init__(self) -> None:
        self.narrator = Narrator.objects.create(
            label="a neighbour", name_kind="pseudonym", public_name={"en": "Witness K."}, language="fa"
        )
        self.testimony = Testimony.objects.create(
            narrator=self.narrator, title={"en": token()}, language="en"
        )
        for position in range(1, PASSAGES + 1):
            made = self.testimony.passages.create(
                position=position, language="en", text=" ".join(token() for _ in range(WORDS))
            )
            made.translations.create(language="fa", text=" ".join(token() for _ in range(WORDS)))
        agrees(self.testimony)
        self.drawn = Claim.objects.create(property="death", about={"en": "death"}, value=token(),
                                          asserter_as_stated="Witness K.")  # fmt: skip
        victim = Victim.objects.create(description={"en": "a brother"})
        ClaimSubject.objects.create(claim=self.drawn, victim=victim, testimony=self.testimony)

    def fresh(self) -> Testimony:
        return Testimony.objects.get(pk=self.testimony.pk)

    def passage(self, place: int) -> Passage:
        return self.testimony.passages.order_by("position", "pk")[place % PASSAGES]

    # --- verbs ------------------------------------------------------------------------------------

    def withhold(self, place: int, word: int) -> Withholding:
        """One word of the original, and the word in its place in the translation."""
        passage = self.passage(place)
        facts: dict[str, Any] = {"because": "place", "by": self.ada}
        made = withhold(self.testimony, passage=passage, spans=[nth(passage.text, word)], **facts)
        self.say_where(made, word)
        return made

    def say_where(self, made: Withholding, word: int) -> None:
        rendered = made.passage.translations.get(language="fa")
        say_where(made, translation=rendered, spans=[nth(rendered.text, word)], by=self.ada)

    def withhold_one_sided(self, place: int, word: int) -> Withholding:
        """A word of the original; nobody says where it stands in the translation."""
        passage = self.passage(place)
        return withhold(self.testimony, passage=passage, spans=[nth(passage.text, word)], because="place",
                        by=self.ada)  # fmt: skip

    def withhold_whole(self, place: int) -> Withholding:
        return withhold_whole(self.testimony, passage=self.passage(place), because="another", by=self.ada)

    def show_again(self, made: Withholding) -> None:
        show_again(made, by=self.ada, why="She asked for it.")

    def edit(self, place: int, added: str) -> None:
        passage = self.passage(place)
        edit_text(self.testimony, passage=passage, text=f"{passage.text} {added}",
                  seen=seen_as(passage.text), by=self.ada)  # fmt: skip

    def translate(self, place: int, language: str) -> None:
        add_translation(self.testimony, passage=self.passage(place), language=language, text=token(),
                        translator="", means="human", by=self.ada)  # fmt: skip

    def rename(self, place: int, word: int) -> None:
        text = self.passage(place).text
        give_pseudonym(self.testimony, names=[nth(text, word).of(text)], instead={"en": "Officer B."},
                       by=self.ada)  # fmt: skip

    def consent(self, **facts: Any) -> None:
        testimony = self.fresh()
        now = testimony.consent
        decision = "changed" if now and now.decision != "withdrawn" else "given"
        given = {"decision": decision, "uses": ["web", "api"], "name_use": "pseudonym", "how": "signed"}
        note_consent(testimony, by=self.ada, seen=now, explained_in="fa", taken_by="Ada",
                     given_on=date(2025, 5, 1), **(given | facts))  # fmt: skip

    def embargo(self, days: int) -> None:
        self.consent(embargo_until=timezone.now().date() + timedelta(days=days))

    def end(self, days: int) -> None:
        self.consent(ends_on=timezone.now().date() + timedelta(days=days))

    def ask(self, record: Any = None) -> PublicationRequest:
        record = record or self.fresh()
        answers = {each.key: "Looked at." for each in Preview.of(record).findings if not each.stops}
        return review.ask(record, by=self.ada, answers=answers)

    def approve(self) -> None:
        open_now = PublicationRequest.objects.filter(identifier=self.testimony.identifier, decision="")
        if (request := open_now.first()) is None:
            raise review.Refused("Nothing is asked for.")
        review.approve(request, by=self.ben)

    def publish(self) -> None:
        review.approve(self.ask(), by=self.ben)

    def publish_claim(self) -> None:
        review.approve(self.ask(Claim.objects.get(pk=self.drawn.pk)), by=self.ben)

    def withdraw(self) -> None:
        review.withdraw(self.testimony, by=self.ada, why="She asked for it.")

    def panic(self) -> None:
        withdraw_everything(self.narrator, by=self.ada, why="A threat.")

    def touch(self) -> None:
        with change(self.testimony, by=self.ada) as fresh:
            fresh.note = "looked at"
            fresh.save()


def nth(text: str, word: int) -> Span:
    """Where a word of a text stands."""
    found = [*re.finditer(r"\S+", text)]
    return Span(*found[word % len(found)].span())


# --- what the rules say, naively ----------------------------------------------------------------------


def ways_allowed(interview: Interview, now: datetime) -> set[str]:
    """In which ways anything may be public at this moment."""
    rows = list(interview.testimony.consents.order_by("pk"))
    if not rows or rows[-1].decision == "withdrawn" or rows[-1].audience != "anybody":
        return set()
    newest, today = rows[-1], now.date()
    if newest.embargo_until and today < newest.embargo_until:
        return set()
    if newest.ends_on and today >= newest.ends_on:
        return set()
    return set(newest.uses) & {"web", "api", "dumps"}


def words_allowed(interview: Interview) -> Public:
    """The words of every text that nobody withheld and no name stands in for."""
    names = {name for each in interview.testimony.pseudonyms.all() for name in each.names}
    allowed: Public = {}
    for passage in interview.testimony.passages.all():
        for which, language, text in texts_of(passage):
            left = set(text.split()) - names
            for decision in passage.withholdings.all():
                spans = [each for each in decision.spans.all() if each.translation_id == which]
                if decision.whole or not spans:
                    left = set()
                for each in spans:
                    fits = each.none or text[each.start : each.end] == each.exact
                    left = left - set(each.exact.split()) if fits else set()
            allowed[f"{passage.identifier} {language}"] = left
    return allowed


def words_hidden(interview: Interview) -> Public:
    """The other words of every text."""
    allowed = words_allowed(interview)
    return {
        (place := f"{passage.identifier} {language}"): set(text.split()) - allowed[place]
        for passage in interview.testimony.passages.all()
        for _which, language, text in texts_of(passage)
    }


def texts_of(passage: Passage) -> list[tuple[int | None, str, str]]:
    """The original and the translations: which, in what language, and the words."""
    translations = [(each.pk, each.language, each.text) for each in passage.translations.all()]
    return [(None, passage.language, passage.text), *translations]


def shown_by(interview: Interview, now: datetime) -> tuple[set[str], Public]:
    """In which ways it is public at this moment, and with which words."""
    public = published_rendering(interview.testimony.identifier)
    if public is None or (public.closes_at and public.closes_at <= now):
        return set(), {}
    shown: Public = {}
    for each in public.document["passages"]:
        for text in (each, *each["translations"]):
            words = " ".join(one["text"] for one in text["text"])
            shown[f"{each['id']} {text['language']}"] = set(TOKEN.findall(words))
    return set(public.outputs), shown


def too_much(interview: Interview, now: datetime) -> Iterator[str]:
    """Whatever is public and should not be, in words."""
    ways, shown = shown_by(interview, now)
    if more := ways - ways_allowed(interview, now):
        yield f"it goes out by {more}, which nobody agreed to"
    allowed = words_allowed(interview)
    for place, words in shown.items():
        if more := words - allowed.get(place, set()):
            yield f"{place} shows {more}"
    drawn = published_rendering(interview.drawn.identifier)
    if drawn and not (drawn.closes_at and drawn.closes_at <= now):
        if not set(drawn.outputs) <= ways:
            yield f"the claim goes out by {drawn.outputs}, its testimony by {ways}"
        told = set(TOKEN.findall(canonical(drawn.document))) - {interview.drawn.value}
        if told:
            yield f"the claim shows {told}"


Verb = Callable[[], object]
