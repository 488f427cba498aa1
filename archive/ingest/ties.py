"""Ties between the drafts of one article: who appeared at the event, who held it, what was said there.

A tie is laid as soon as both of its ends are accepted, in whichever order that happens. What ties two
records is a row of its own wherever possible, so that an undo can take exactly that row away again.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext as _

from archive.desk.changes import settle
from archive.desk.models import Publishable
from archive.desk.renderers import locked
from archive.edition.vocabulary import Property
from archive.ingest import vocabulary
from archive.ingest.drafts import is_unnamed
from archive.ingest.drafts.rows import language_map, language_of
from archive.ingest.models import Kind, Proposal
from archive.ingest.together import Together
from events.models import Appearance, Event, Source


def tie(together: Together, fresh: list[Proposal], *, by: User) -> None:
    """Lays every tie that has one end among the freshly accepted, and both ends accepted."""
    _Ties(together, fresh, by).lay()


def settled(proposal: Proposal, record: Publishable, *, by: User) -> None:
    """Ends a change that this article made of a record, and remembers it as the article's own."""
    settle(record, by=by, why=_("Taken in from “%(article)s”") % {"article": proposal.intake.source})
    proposal.made_revision = record.revision
    Proposal.objects.filter(pk=proposal.pk).update(made_revision=record.revision)


class _Ties:
    def __init__(self, together: Together, fresh: list[Proposal], by: User):
        self.together = together
        self.by = by
        self.fresh = {proposal.pk for proposal in fresh}
        self.main = together.main_event()
        self.records: dict[int, Publishable | None] = {}
        self.laid = 0

    def lay(self) -> None:
        for event in self.together.accepted(Kind.EVENT):
            self._event(event)
        for statement in self.together.accepted(Kind.STATEMENT):
            self._lead(statement, "event", self.together.find(statement.fields.get("event") or ""))
        for proposal in self.together.accepted(Kind.CLAIM, Kind.DEMAND):
            self._made_in(proposal)
        for topic in self.together.accepted(Kind.TOPIC):
            if topic.pk in self.fresh:
                source = self.together.intake.source
                self._row(topic, Source.topics.through, source_id=source.pk, topic_id=self._pk(topic))

    # events

    def _event(self, proposal: Proposal) -> None:
        event = self.record(proposal)
        if not isinstance(event, Event):
            return
        event, before = locked(event), self.laid
        if proposal.pk in self.fresh:
            source = self.together.intake.source
            self._row(proposal, Event.sources.through, event_id=event.pk, source_id=source.pk)
        for body in self._tied_to(proposal, Kind.ORGANISATION):
            if self.together.is_host(body, proposal):
                self._row(body, Event.hosts.through, event_id=event.pk, organisation_id=self._pk(body))
        for place in self._tied_to(proposal, Kind.PLACE):
            if self.together.is_held_in(place, proposal):
                self._row(place, Event.places.through, event_id=event.pk, place_id=self._pk(place))
        if proposal is self.main:
            self._main_event(proposal, event)
        if self.laid > before:
            settled(proposal, event, by=self.by)
        self._lead(proposal, "part_of", self.together.find(proposal.fields.get("part_of") or ""))

    def _main_event(self, proposal: Proposal, event: Event) -> None:
        for person in self._tied_to(proposal, Kind.PERSON):
            if person.fields.get("at_event"):
                self._was_there(person, event)
        for topic in self._tied_to(proposal, Kind.TOPIC):
            self._row(topic, Event.topics.through, event_id=event.pk, topic_id=self._pk(topic))

    def _was_there(self, person: Proposal, event: Event) -> None:
        if is_unnamed(person):
            words = person.fields.get("words") or person.exact
            self.laid += also_present(event, language_of(person), add=words)
            return
        self._row(
            person, Appearance, event_id=event.pk, person_id=self._pk(person),
            role=language_map(person, person.fields.get("role") or ""),
            mode=vocabulary.mode(person.fields.get("mode") or ""),
        )  # fmt: skip

    # statements, claims, demands

    def _made_in(self, proposal: Proposal) -> None:
        """The statement that holds a claim or demand, and the event it belongs to."""
        statement = self.together.find(proposal.fields.get("statement") or "")
        self._lead(proposal, "statement", statement)
        said_at = self.together.find(statement.fields.get("event") or "") if statement else None
        if proposal.kind == Kind.DEMAND:
            self._lead(proposal, "event", said_at)
            return
        self._lead(proposal, "made_at", said_at if statement else self.main)
        self._lead(proposal, "event", self._about(proposal))

    def _about(self, claim: Proposal) -> Proposal | None:
        """A claim is about an event only if somebody says so, or if it counts who was there."""
        if claim.fields.get("event"):
            return self.together.find(claim.fields["event"])
        return self.main if claim.fields.get("property") == Property.ATTENDANCE else None

    def _lead(self, proposal: Proposal, column: str, other: Proposal | None) -> None:
        """Lets a record lead to another by a column of its own, unless it leads somewhere already."""
        if other is None or other is proposal or not self._is_new(proposal, other):
            return
        record, target = self.record(proposal), self.record(other)
        if record is None or target is None or (record.pk == target.pk and record.kind == target.kind):
            return
        free = type(record)._default_manager.filter(pk=locked(record).pk, **{column: None})
        if free.update(**{column: target.pk}):
            settled(proposal, locked(record), by=self.by)

    # rows

    def record(self, proposal: Proposal) -> Publishable | None:
        if proposal.pk not in self.records:
            self.records[proposal.pk] = self.together.record(proposal)
        return self.records[proposal.pk]

    def _pk(self, proposal: Proposal) -> int | None:
        record = self.record(proposal)
        return record.pk if record else None

    def _is_new(self, one: Proposal, other: Proposal) -> bool:
        return bool({one.pk, other.pk} & self.fresh)

    def _tied_to(self, event: Proposal, kind: str) -> list[Proposal]:
        return [each for each in self.together.accepted(kind) if self._is_new(each, event)]

    def _row(self, proposal: Proposal, model: type[models.Model], **columns: Any) -> None:
        """A row that ties two records, noted with the proposal so that an undo finds it."""
        keys = {name: value for name, value in columns.items() if name.endswith("_id")}
        if None in keys.values():
            return  # one end has been deleted at the desk since
        row, made = model._default_manager.get_or_create(**keys, defaults=columns)
        if made:
            self.laid += 1
            proposal.made_beside = [*proposal.made_beside, [model._meta.label, row.pk]]
            Proposal.objects.filter(pk=proposal.pk).update(made_beside=proposal.made_beside)


def also_present(event: Event, language: str, *, add: str = "", remove: str = "") -> bool:
    """Adds to, or takes from, the words for those who were at a locked event without a name."""
    before = event.also_present.get(language, "")
    words = [each for each in before.split("; ") if each and each != remove]
    if add and add not in words:
        words.append(add)
    after = "; ".join(words)
    others = {tag: text for tag, text in event.also_present.items() if tag != language}
    event.also_present = {**others, language: after} if after else others
    Event.objects.filter(pk=event.pk).update(also_present=event.also_present)
    return after != before
