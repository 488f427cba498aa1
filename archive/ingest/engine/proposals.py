"""Proposals: everything the stages found, in the form in which the curator sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.core.spans import Span
from archive.ingest.engine.appearances import Appearances
from archive.ingest.engine.cast import Member
from archive.ingest.engine.demands import Demand, Demands
from archive.ingest.engine.documents import Documents
from archive.ingest.engine.figures import Figure, Figures
from archive.ingest.engine.holding import Holding
from archive.ingest.engine.interviews import interview_statements
from archive.ingest.engine.occasion import Occasions
from archive.ingest.engine.proposed import Proposed
from archive.ingest.engine.reports import Reports
from archive.ingest.engine.scenes import Scene, Story
from archive.ingest.engine.speeches import headed_statements
from archive.ingest.engine.statements import Quotations
from archive.ingest.engine.topics import Topic, topics_in

EVENT = "event-1"
PART = "event-2"


class Proposals:
    """Runs the later stages over a story and shapes what they find."""

    def __init__(self, story: Story):
        self.story = story
        self.page = story.page
        self.text = story.page.text
        quotations = Quotations(story)
        quoted = quotations.run()
        answers = interview_statements(story, quoted) or headed_statements(story, quoted)
        reported = Reports(story, quoted).run()
        answered = Holding(self.page, answers)
        reported = [s for s in reported if answered.innermost(s.spans[0]) is None]
        self.statements = sorted([*quoted, *answers, *reported], key=lambda s: (s.start, -s.spans[-1].end))
        for number, statement in enumerate(self.statements, start=1):
            statement.key = f"statement-{number}"
        self.holding = Holding(self.page, self.statements)
        self.names = quotations.names
        self.occasion = Occasions(story, self.names).find()

    def run(self) -> Iterator[Proposed]:
        yield from self._events()
        yield from self._people()
        yield from self._organisations()
        yield from self._places()
        yield from self._statements()
        yield from self._claims()
        yield from self._demands()
        yield from self._topics()
        yield from self._documents()

    def _words(self, span: Span | None) -> str:
        return span.of(self.text) if span else ""

    # the event

    def _events(self) -> Iterator[Proposed]:
        occasion = self.occasion
        spans = [s for s in (occasion.noun, occasion.date and occasion.date.span, occasion.city) if s]
        if not spans:
            return
        fields: dict[str, Any] = {
            "event_kind": occasion.kind,
            "name": self._words(occasion.name),
            "date_stated": self._words(occasion.date.span) if occasion.date else "",
            "date_edtf": occasion.date.edtf if occasion.date else "",
            "city": self._words(occasion.city),
            "country": self._words(occasion.country),
            "hosts": occasion.hosts,
            "part_of": "",
        }
        evidence = tuple(sorted(spans + ([occasion.name] if occasion.name else [])))
        yield Proposed(EVENT, "event", evidence, fields, "occasion", 0.5 + 0.12 * len(spans))
        if occasion.part is not None:
            fields = {"event_kind": occasion.part_kind, "name": "", "date_stated": "", "date_edtf": ""}
            fields |= {"city": "", "country": "", "hosts": [], "part_of": EVENT}
            yield Proposed(PART, "event", (occasion.part,), fields, "part-of-occasion", 0.5)

    # people, organisations, places

    def _people(self) -> Iterator[Proposed]:
        seen = Appearances(self.page, self.story.cast)
        noun = self._words(self.occasion.noun).casefold()
        seen.usual = self.page.rules.usual_modes.get(noun, seen.usual)
        for scene in self.story.scenes:
            seen.read(scene.sentence, scene.mentions)
        for statement in self.statements:
            if statement.speaker and not statement.within and statement.kind != "reading":
                seen.there.add(statement.speaker)
        for member in self.story.cast.members.values():
            if member.kind == "person":
                yield self._person(member, seen)

    def _person(self, member: Member, seen: Appearances) -> Proposed:
        mentions = tuple(sorted({m.name or m.span for m in member.mentions}))
        role = seen.role(member.key)
        name = "" if member.unnamed else self._words(member.span)
        fields: dict[str, Any] = {
            "name": name,
            "surname": "" if member.unnamed else name.split()[-1],
            "titles": member.titles,
            "role": "" if member.unnamed else self._words(role),
            "mode": seen.mode(member.key),
            "at_event": member.key in seen.there,
            "unnamed": member.unnamed,
            "words": self._words(member.span) if member.unnamed else "",
        }
        if role and not member.unnamed:
            fields["role_span"] = list(role)
        listed = "listed" in member.evidence
        rule = "unnamed" if member.unnamed else "listed" if listed else "named"
        sure = 0.55 + 0.1 * min(4, len(member.evidence)) if not member.unnamed else 0.5
        return Proposed(member.key, "person", mentions or (member.span,), fields, rule, round(sure, 2))

    def _organisations(self) -> Iterator[Proposed]:
        for member in self.story.cast.members.values():
            if member.kind != "organisation":
                continue
            fields = {
                "name": self._words(member.span),
                "acronym": self._words(member.acronym),
                "host": member.key in self.occasion.hosts,
            }
            spans = tuple(sorted({m.name or m.span for m in member.mentions}))
            rule = "acronym" if "acronym" in member.evidence else "organisation-name"
            yield Proposed(member.key, "organisation", spans, fields, rule, 0.7)

    def _places(self) -> Iterator[Proposed]:
        found: dict[str, list[Span]] = {}
        for scene in (*self.story.scenes, *self.story.spoken):
            for mention in scene.mentions:
                if mention.kind == "place":
                    found.setdefault(self._words(mention.span), []).append(mention.span)
        city = self.occasion.city
        if city:
            found.setdefault(self._words(city), []).append(city)
        for number, (name, spans) in enumerate(found.items(), start=1):
            is_city = city is not None and name == self._words(city)
            rule = "place-after-preposition" if is_city else "country"
            yield Proposed(f"place-{number}", "place", tuple(sorted(set(spans))), {"name": name}, rule, 0.8)

    # what was said

    def _statements(self) -> Iterator[Proposed]:
        for statement in self.statements:
            fields = {
                "statement_kind": statement.kind,
                "speaker": statement.speaker,
                "speaker_words": self._words(statement.words),
                "read_by": statement.read_by,
                "within": statement.within.key if statement.within else "",
                "mended": statement.mended,
                "event": EVENT if self.occasion.noun else "",
            }
            confidence = round(max(0.05, min(0.99, statement.confidence)), 2)
            yield Proposed(
                statement.key, "statement", tuple(statement.spans), fields, statement.rule, confidence
            )

    def _claims(self) -> Iterator[Proposed]:
        figures = Figures(self.page)
        found: list[tuple[Figure, Scene]] = [
            (figure, scene)
            for scene in (*self.story.scenes, *self.story.spoken)
            for figure in figures.of(scene.sentence.tokens)
        ]
        found.sort(key=lambda pair: pair[0].stated)
        for number, (figure, _) in enumerate(found, start=1):
            statement = self.holding.innermost(figure.stated)
            spans = tuple(s for s in (figure.stated, figure.counts) if s)
            fields = {
                "value_stated": self._words(figure.stated),
                "value_low": figure.low,
                "value_high": figure.high,
                "counts": self._words(figure.counts),
                "unit": figure.unit,
                "asserted_by": statement.speaker if statement else "",
                "statement": statement.key if statement else "",
            }
            sure = 0.5 if figure.unit and figure.unit != "percent" else 0.75
            yield Proposed(f"claim-{number}", "claim", spans, fields, "figure", sure)

    def _demands(self) -> Iterator[Proposed]:
        for number, demand in enumerate(Demands(self.story, self.holding).run(), start=1):
            yield self._demand(f"demand-{number}", demand)

    def _demand(self, key: str, demand: Demand) -> Proposed:
        spans = (demand.addressee, demand.act) if demand.addressee else (demand.act,)
        fields = {
            "addressee": demand.who,
            "addressee_words": self._words(demand.addressee),
            "act": self._words(demand.act),
            "made_by": demand.made_by,
            "statement": demand.statement.key if demand.statement else "",
        }
        return Proposed(key, "demand", tuple(sorted(spans)), fields, demand.rule, demand.confidence)

    # subjects and documents

    def _topics(self) -> Iterator[Proposed]:
        for number, topic in enumerate(self._subjects(), start=1):
            fields = {"label": topic.label, "source": topic.source}
            yield Proposed(f"topic-{number}", "topic", (topic.span,), fields, topic.source, topic.confidence)

    def _subjects(self) -> list[Topic]:
        """The topics, without headings that only name who speaks."""
        named = {self.page.block(place).start for place in self.story.headings}
        found = topics_in(self.page, self.story.cast)
        return [topic for topic in found if topic.source != "heading" or topic.span.start not in named]

    def _documents(self) -> Iterator[Proposed]:
        for number, document in enumerate(Documents(self.story, self.names).run(), start=1):
            fields = {
                "title": self._words(document.title),
                "doc_kind": document.kind,
                "author": document.author,
                "author_words": self._words(document.author_words),
            }
            yield Proposed(
                f"document-{number}", "document", (document.title,), fields, "cited", document.confidence
            )
