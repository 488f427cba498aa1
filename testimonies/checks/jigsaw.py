"""The third check: facts that each say little and together point to fewer than three known persons.

Known are those the desk knows: narrators, victims and people. It cannot know the neighbours who will
recognise somebody; so its findings are questions to be answered in words, and none proves safety.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _

from archive.desk.checks import Finding, checks
from archive.desk.renderers import model_of
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import Turn
from events.models import Appearance
from testimonies.checks.places import texts_of
from testimonies.checks.tells import RELATION, tells_in
from testimonies.models import Passage, Testimony, Victim

ENOUGH = 3  # persons among whom one may stay unknown
MOST_TOLD = 3
LONGEST_SET = 4  # facts looked at together
POINTING = ("given_at", "event", "place", "victim", "victim_group")  # the roles that say who might speak


@dataclass(frozen=True)
class Fact:
    """Something that would be published about the narrator; `key` compares it with what others tell."""

    key: str
    label: str


@checks(Testimony)
def of_testimony(testimony: Testimony, rendering: Rendering) -> Iterator[Finding]:
    facts = facts_of(rendering)
    known = Known.of(facts, testimony)
    told: list[frozenset[str]] = []
    for together in _sets(facts, known):
        keys = frozenset(each.key for each in together)
        if any(less <= keys for less in told):
            continue
        persons = known.persons(keys)
        if len(persons) < ENOUGH:
            told.append(keys)
            yield _finding(together, len(persons))
        if len(told) == MOST_TOLD:
            return


def facts_of(rendering: Rendering) -> list[Fact]:
    """What the rendering tells of its narrator: its links, its date, its interviewer, and what texts tell."""
    facts: dict[str, Fact] = {}
    for link in rendering.links:
        if link.role in POINTING:
            key = f"{'place' if link.role == 'given_at' else link.role}:{link.target}"
            facts.setdefault(key, Fact(key, _title(rendering, link.role, link.target)))
    if date := rendering.document["date"]:
        day = (date["earliest"] or "")[:7]
        if day:
            facts[f"given:{day}"] = Fact(f"given:{day}", _("given %(day)s") % {"day": date["stated"] or day})
    if who := rendering.document["interviewer"]:
        facts[f"interviewer:{who}"] = Fact(f"interviewer:{who}", _("interviewed by %(who)s") % {"who": who})
    for where, text in texts_of(rendering):
        for tell in tells_in(text):
            key = f"{tell.kind}:{tell.value}"
            facts.setdefault(key, Fact(key, f"“{tell.words}” ({where})"))
    return list(facts.values())


def _title(rendering: Rendering, role: str, identifier: str) -> str:
    [kind] = rendering.shape.roles[role].to
    record = model_of(kind)._default_manager.filter(identifier=identifier).first()
    return str(record or identifier)


class Known:
    """Whom the desk knows, by the facts that are known of each."""

    def __init__(self) -> None:
        self.by_fact: dict[str, set[str]] = {}

    @classmethod
    def of(cls, facts: Iterable[Fact], testimony: Testimony) -> Known:
        known = cls()
        wanted = {each.key for each in facts}
        known._add_people(wanted)
        known._add_narrators(wanted)
        for key in wanted:  # whoever speaks is one of them
            known._note(key, f"narrator {testimony.narrator_id}")
        return known

    def persons(self, keys: frozenset[str]) -> set[str]:
        """Those of whom all these facts are known."""
        return set.intersection(*(self.by_fact.get(key, set()) for key in keys))

    def _note(self, key: str, person: str) -> None:
        self.by_fact.setdefault(key, set()).add(person)

    def _add_people(self, wanted: set[str]) -> None:
        """People by the events they appeared at; victims by events, places, groups and relations."""
        events = _identifiers(wanted, "event")
        for person, event in Appearance.objects.filter(event__identifier__in=events).values_list(
            "person_id", "event__identifier"
        ):
            self._note(f"event:{event}", f"person {person}")
        for field, role in (("events", "event"), ("places", "place"), ("groups", "victim_group")):
            rows = Victim.objects.filter(**{f"{field}__identifier__in": _identifiers(wanted, role)})
            for victim, identifier in rows.values_list("pk", f"{field}__identifier"):
                self._note(f"{role}:{identifier}", f"victim {victim}")

    def _add_narrators(self, wanted: set[str]) -> None:
        """Narrators by what all their testimonies at the desk tell, public or not."""
        roles = {"events": "event", "places": "place", "given_at": "place", "victims": "victim",
                 "groups": "victim_group"}  # fmt: skip
        for field, role in roles.items():
            rows = Testimony.objects.filter(**{f"{field}__identifier__in": _identifiers(wanted, role)})
            for narrator, identifier in rows.values_list("narrator_id", f"{field}__identifier"):
                self._note(f"{role}:{identifier}", f"narrator {narrator}")
        for narrator, day, interviewer in Testimony.objects.values_list(
            "narrator_id", "date_earliest", "interviewer"
        ):
            for key in (f"given:{day:%Y-%m}" if day else "", f"interviewer:{interviewer}"):
                if key in wanted:
                    self._note(key, f"narrator {narrator}")
        texts = Passage.objects.exclude(turn=Turn.QUESTION).values_list("testimony__narrator_id", "text")
        for narrator, text in texts.iterator():
            for tell in tells_in(text):
                if (key := f"{tell.kind}:{tell.value}") in wanted:
                    self._note(key, f"narrator {narrator}")


def _identifiers(wanted: set[str], role: str) -> list[str]:
    return [key.partition(":")[2] for key in wanted if key.startswith(f"{role}:")]


def _sets(facts: list[Fact], known: Known) -> Iterator[tuple[Fact, ...]]:
    """Facts by twos, threes …, what few share first: one alone says little, or is not hers."""
    rare = sorted(facts, key=lambda each: (len(known.by_fact[each.key]), each.key))[:12]
    for size in range(2, LONGEST_SET + 1):
        yield from combinations(rare, size)


def _finding(together: tuple[Fact, ...], persons: int) -> Finding:
    facts = " + ".join(each.label for each in together)
    told = _("%(facts)s: this fits %(persons)s of those the desk knows. Who could be recognised by it?")
    kind = _("relation") if any(each.key.startswith(f"{RELATION}:") for each in together) else _("facts")
    return Finding(
        check=_("Jigsaw"), where=kind, what=told % {"facts": facts, "persons": persons}, stops=False
    )
