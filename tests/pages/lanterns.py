"""A night in the small world, told in a source whose whole text may be shown."""

from __future__ import annotations

from dataclasses import dataclass

from archive.core.dates import HistoricalDate
from events.models import (
    Appearance,
    Claim,
    ClaimAnchor,
    Demand,
    DemandAnchor,
    Event,
    Person,
    Source,
    Statement,
    StatementAnchor,
)
from tests.universe import Universe, anchor, person, source

TEXT = (
    "The night of the lanterns\n\n"
    "“My brother was nineteen. They said that he had been moved,” said Leyla Ormand, a teacher. "
    "She put the number of graves at four hundred; a guard spoke of sixty.\n\n"
    "She read from the report of Tomas Reyl: “Silence is not the absence of evidence.” "
    "The families called on the Ministry to open the archive of the prison.\n\n"
    "مادری خواست که نام‌ها فراموش نشوند."
)


@dataclass
class Lanterns:
    """The records of the night, all public and all samples but the words of Tomas Reyl."""

    text: Source
    night: Event
    tomas: Person
    silence: Statement
    brother: Statement
    number: Statement
    reading: Statement
    mother: Statement
    four_hundred: Claim
    sixty: Claim
    demand: Demand


def light(world: Universe) -> Lanterns:
    """Makes the records and publishes them."""
    text = source(TEXT, rights="full", sample=True)
    tomas = person("Tomas Reyl")
    night = _night(world, text, tomas)
    silence = _said(text, "Silence is not the absence of evidence.", person=tomas)
    brother = _said(text, "My brother was nineteen. They said that he had been moved", person=world.leyla,
                    event=night, sample=True)  # fmt: skip
    brother.translations.create(language="fa", text="برادرم نوزده ساله بود.", translator="N. Parvaz")
    number = _said(text, "She put the number of graves at four hundred", person=world.leyla, event=night,
                   statement_kind="paraphrase", sample=True)  # fmt: skip
    reading = _said(text, silence.text, person=world.leyla, event=night, statement_kind="reading",
                    quotes=silence, sample=True)  # fmt: skip
    mother = _said(text, "مادری خواست که نام‌ها فراموش نشوند", event=night, statement_kind="paraphrase",
                   speaker_as_stated="مادری", language="fa", sample=True)  # fmt: skip
    four_hundred = _claimed(text, night, "graves at four hundred", "four hundred", 400, person=world.leyla,
                            statement=number, preferred=True,
                            preferred_because={"en": "Two lists agree."})  # fmt: skip
    sixty = _claimed(text, night, "sixty", "sixty", 60, asserted_by_source=True)
    demand = Demand.objects.create(act={"en": "open the archive"}, organisation=world.families, event=night,
                                   addressee=world.ministry, addressee_as_stated="the Ministry",
                                   sample=True)  # fmt: skip
    anchor(DemandAnchor, text, "open the archive of the prison", demand=demand)
    records = (tomas, text, night, silence, brother, number, reading, mother, four_hundred, sixty, demand)
    world.publish(*records)
    return Lanterns(text, night, tomas, *records[3:])


def _night(world: Universe, text: Source, tomas: Person) -> Event:
    night = Event(title={"en": "The night of the lanterns", "fa": "شب فانوس‌ها"}, event_kind="ceremony",
                  also_present={"en": "some three hundred relatives"}, sample=True)  # fmt: skip
    night.date = HistoricalDate.understood(stated="the night of 12 August", edtf="1988?-08-12")
    night.save()
    night.hosts.add(world.families)
    night.places.add(world.amaly)
    night.sources.add(text)
    night.topics.add(world.graves)
    for who, role, mode in ((world.leyla, "sister", "in-person"), (tomas, "Rapporteur", "video")):
        Appearance.objects.create(event=night, person=who, role={"en": role}, mode=mode)
    return night


def _said(text: Source, words: str, **fields: object) -> Statement:
    statement = Statement.objects.create(**{"text": words, "language": "en", **fields})
    anchor(StatementAnchor, text, words, statement=statement)
    return statement


def _claimed(text: Source, night: Event, words: str, value: str, count: int, **fields: object) -> Claim:
    claim = Claim.objects.create(event=night, property="killed", about={"en": "graves at the harbour"},
                                 value=value, low=count, high=count, sample=True, **fields)  # fmt: skip
    anchor(ClaimAnchor, text, words, claim=claim)
    return claim
