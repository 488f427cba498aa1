"""A small world with people in it, made through the real actions.

In Karsava, an invented country, Ada curates and Ben approves. The hearing at Port Amaly is public;
the meeting of the families is not; a person was withdrawn; a source may be shown only as excerpts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib.auth.models import Group, User

from archive.core.canonical import sha256
from archive.core.dates import HistoricalDate
from archive.core.spans import Anchor, Span
from archive.desk import review
from archive.desk.models import PublicationRequest, Publishable
from archive.desk.previews import Preview
from archive.desk.roles import APPROVER, CURATOR, make_groups
from archive.edition.models import Record
from events.models import (
    Appearance,
    Claim,
    ClaimAnchor,
    Demand,
    Event,
    Organisation,
    Person,
    Place,
    Source,
    Statement,
    StatementAnchor,
    Topic,
)

ARTICLE = (
    "Families speak at Port Amaly\n\n"
    "On 3 May the Committee of Karsavan Families held a hearing at Port Amaly. "
    "“We counted four hundred graves,” said Leyla Ormand, then a teacher. "
    "“The Ministry must open the archive of the prison.”\n\n"
    "A prison officer who asked not to be named spoke of sixty."
)


@dataclass
class Universe:
    """The people and the records of the small world."""

    ada: User  # a curator
    ben: User  # an approver
    hearing: Event  # public, with everything below
    meeting: Event  # never published
    leyla: Person
    officer: Person  # was public, was withdrawn
    families: Organisation
    ministry: Organisation
    amaly: Place
    graves: Topic
    article: Source
    quote: Statement
    figure: Claim
    other_figure: Claim
    demand: Demand

    def publish(self, *records: Publishable) -> list[Record | None]:
        """Ada asks, with an answer to whatever the checks ask about; Ben approves."""
        return [review.approve(self.ask(record), by=self.ben) for record in records]

    def ask(self, record: Publishable) -> PublicationRequest:
        """Ada asks for a record."""
        answers = {each.key: "It is checked." for each in Preview.of(record).findings if not each.stops}
        return review.ask(record, by=self.ada, why="It is checked.", answers=answers)


def user(name: str, group: str) -> User:
    """An account at the desk in one of the groups."""
    account = User.objects.create_user(name, password="a long enough password", is_staff=True)
    account.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=account.pk)


def person(name: str, **names: str) -> Person:
    """A person with an English name and others by language."""
    made = Person.objects.create()
    for language, text in ({"en": name} | names).items():
        row = made.names.model(person=made, text=text, language=language, preferred=True)
        row.full_clean()
        row.save()
    return made


def organisation(name: str, **fields: object) -> Organisation:
    """An organisation with an English name."""
    made = Organisation.objects.create(**fields)
    made.names.create(text=name, language="en", script="Latn", preferred=True)
    return made


def source(text: str, **fields: object) -> Source:
    """A source held with its text, one paragraph a block."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(["paragraph", start, start + len(paragraph)])
        start += len(paragraph) + 2
    return Source.objects.create(
        title={"en": "Families speak"},
        language="en",
        text=text,
        text_sha256=sha256(text),
        original=text.encode(),
        sha256=sha256(text),
        blocks=blocks,
        taken_at=datetime(2025, 5, 4, 12, tzinfo=UTC),
        **fields,
    )


def anchor(row_type: type, where: Source, words: str, **owner: object) -> None:
    """Anchors a statement, claim or demand at the first place where its words stand."""
    start = where.text.index(words)
    row = row_type(source=where, **owner)
    row.anchor = Anchor.at(where.text, Span(start, start + len(words)))
    row.save()


def build() -> Universe:
    """Makes the world anew."""
    make_groups()
    ada, ben = user("ada", CURATOR), user("ben", APPROVER)
    leyla = person("Leyla Ormand", fa="لیلا اورمند")
    officer = person("Piotr Vahl")
    families = organisation("Committee of Karsavan Families")
    ministry = organisation("Ministry of Justice of Karsava")
    amaly = Place.objects.create(names={"en": "Port Amaly", "fa": "بندر امالی"})
    graves = Topic.objects.create(labels={"en": "Mass graves", "fa": "گورهای جمعی"})
    article = source(ARTICLE, rights="excerpts")
    hearing = Event(title={"en": "Hearing at Port Amaly"}, event_kind="hearing")
    hearing.date = HistoricalDate.understood(stated="On 3 May", edtf="2025?-05-03")
    hearing.save()
    hearing.hosts.add(families)
    hearing.places.add(amaly)
    hearing.sources.add(article)
    hearing.topics.add(graves)
    Appearance.objects.create(event=hearing, person=leyla, role={"en": "teacher"}, mode="in-person")
    quote = Statement.objects.create(
        person=leyla, event=hearing, text="We counted four hundred graves", language="en"
    )
    quote.topics.add(graves)
    anchor(StatementAnchor, article, quote.text, statement=quote)
    figure = Claim.objects.create(
        event=hearing, property="killed", about={"en": "graves"}, value="four hundred",
        low=400, high=400, person=leyla, statement=quote,
    )  # fmt: skip
    anchor(ClaimAnchor, article, "four hundred graves", claim=figure)
    other_figure = Claim.objects.create(
        event=hearing, property="killed", about={"en": "graves"}, value="sixty", low=60, high=60,
        asserted_by_source=True,
    )  # fmt: skip
    anchor(ClaimAnchor, article, "sixty", claim=other_figure)
    demand = Demand.objects.create(
        act={"en": "open the archive of the prison"}, person=leyla, addressee=ministry,
        addressee_as_stated="The Ministry", event=hearing,
    )  # fmt: skip
    meeting = Event.objects.create(title={"en": "Meeting of the families"}, event_kind="other")
    world = Universe(
        ada, ben, hearing, meeting, leyla, officer, families, ministry, amaly, graves, article, quote,
        figure, other_figure, demand,
    )  # fmt: skip
    world.publish(
        hearing, leyla, officer, families, ministry, amaly, graves, article, quote, figure, other_figure,
        demand,
    )  # fmt: skip
    review.withdraw(officer, by=ada, why="He asked for it.")
    return world
