"""What is told in the small world: testimonies, victims and a group, made through the real review.

Leyla's neighbour speaks as “Witness K.”: a name in her account is changed, some words are withheld, one
passage as a whole. Another account is agreed to for the pages only, a third is under embargo.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from archive.core.dates import HistoricalDate
from events.models import Claim
from testimonies.models import (
    ClaimSubject,
    Consent,
    Narrator,
    Passage,
    Pseudonym,
    Testimony,
    Victim,
    VictimGroup,
    VictimRelation,
    Withholding,
)
from tests.universe import Universe

EVERYTHING = ["web", "api", "dumps", "recording", "research", "court", "media"]
SAID = [
    ("question", "When did they come?", "کی آمدند؟"),
    ("answer", "At night. Davud Parnak led them, he lived in Mill Street.",
     "شب بود. داوود پرناک جلو بود، در خیابان آسیاب زندگی می‌کرد."),
    ("answer", "They beat my brother in the yard.", "برادرم را در حیاط زدند."),
    ("answer", "My cousin in Orvane still has the letter.", "دخترعمویم در اوروانه هنوز نامه را دارد."),
]  # fmt: skip


@dataclass
class Told:
    """The testimonies of the small world, and who they speak of."""

    neighbour: Narrator
    account: Testimony  # public everywhere, with a pseudonym and withheld places
    pages_only: Testimony  # public on the pages, not in the API
    embargoed: Testimony  # approved, and waits for its day
    untold: Testimony  # nobody has agreed to anything
    brother: Victim
    sister: Victim
    prisoners: VictimGroup
    drawn: Claim  # about the brother, drawn from the account


def agrees(testimony: Testimony, *uses: str, **more: object) -> Consent:
    """A consent as it would be noted at the desk; everything unless some uses are named."""
    facts: dict[str, object] = {
        "uses": list(uses) or EVERYTHING, "name_use": "pseudonym", "explained_in": "fa",
        "given_on": date(2025, 5, 1), "taken_by": "Ada", "noted_by": "ada",
    }  # fmt: skip
    return Consent.objects.create(testimony=testimony, **(facts | more))


def told_by(narrator: Narrator, title: str, *turns: tuple[str, str, str]) -> Testimony:
    """A testimony in English with a Persian translation, told in May 2025."""
    made = Testimony(narrator=narrator, title={"en": title}, language="en")
    made.date = HistoricalDate.understood(stated="in May 2025", edtf="2025-05")
    made.save()
    for position, (turn, text, persian) in enumerate(turns or SAID):
        passage = made.passages.create(position=position, turn=turn, text=text, language="en")
        passage.translations.create(language="fa", text=persian, translator="N. Vahl")
    return made


def withhold(passage: Passage, words: str, *translated: str, because: str = "place") -> Withholding:
    """Withholds some words of a passage, and of each translation in order; the whole without words."""
    made = Withholding.objects.create(passage=passage, whole=not words, because=because, decided_by="ada")
    texts = [(None, passage.text), *((each, each.text) for each in passage.translations.all())]
    for (translation, text), exact in zip(texts, (words, *translated), strict=False):
        if exact:
            start = text.index(exact)
            made.spans.create(translation=translation, start=start, end=start + len(exact), exact=exact)
    return made


def _victim(world: Universe, name: str, persian: str, year: int) -> Victim:
    made = Victim.objects.create(years=[year])
    for language, text, script in (("en", name, "Latn"), ("fa", persian, "Arab")):
        made.names.create(text=text, language=language, script=script, preferred=True)
    made.places.add(world.amaly)
    made.events.add(world.hearing)
    return made


def tell(world: Universe) -> Told:
    """Adds the testimonies to the small world, and publishes what is to be public."""
    neighbour = Narrator.objects.create(
        label="neighbour, interview 3", name_kind="pseudonym",
        public_name={"en": "Witness K.", "fa": "شاهد ک."}, language="fa",
    )  # fmt: skip
    brother = _victim(world, "Omid Selan", "امید سلان", 1987)
    sister = _victim(world, "Tara Selan", "تارا سلان", 1988)
    VictimRelation.objects.create(victim=brother, other=sister, relation="sibling")
    prisoners = VictimGroup.objects.create(names={"en": "The prisoners of Port Amaly"})
    prisoners.events.add(world.hearing)
    brother.groups.add(prisoners)
    account = told_by(neighbour, "They came at night")
    account.victims.add(brother)
    account.groups.add(prisoners)
    account.events.add(world.hearing)
    account.topics.add(world.graves)
    account.warnings = ["killing"]
    account.save()
    _question, led, beaten, cousin = account.passages.all()
    Passage.objects.filter(pk=beaten.pk).update(warnings=["torture"])
    withhold(led, "in Mill Street", "در خیابان آسیاب")
    withhold(cousin, "", because="another")
    Pseudonym.objects.create(
        testimony=account, names=["Davud Parnak", "داوود پرناک"], decided_by="ada",
        instead={"en": "Officer B.", "fa": "مأمور ب."},
    )  # fmt: skip
    agrees(account)
    pages_only = told_by(neighbour, "The yard", ("answer", "I saw the yard.", "حیاط را دیدم."))
    agrees(pages_only, "web")
    embargoed = told_by(neighbour, "The list", ("answer", "I kept a list.", "فهرستی نگه داشتم."))
    agrees(embargoed, embargo_until=timezone.now().date() + timedelta(days=30))
    untold = told_by(neighbour, "The gate", ("answer", "I know the gate.", "در را می‌شناسم."))
    drawn = Claim.objects.create(
        property="death", about={"en": "death of Omid Selan"}, value="beaten in the yard",
        asserter_as_stated="Witness K.",
    )  # fmt: skip
    ClaimSubject.objects.create(claim=drawn, victim=brother, testimony=account)
    world.publish(prisoners, sister, brother, account, pages_only, embargoed, drawn)
    return Told(neighbour, account, pages_only, embargoed, untold, brother, sister, prisoners, drawn)
