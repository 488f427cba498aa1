"""A testimony, a victim, a group, each with everything that is best published together with it."""

from __future__ import annotations

from typing import Any

from archive.desk.models import Publishable
from events.models import Claim, Source
from testimonies.models import Testimony, Victim, VictimGroup


def whole_of_testimony(testimony: Testimony) -> list[Publishable]:
    """Whom and what it speaks of first, then it can be followed by what is drawn from it."""
    drawn = [each.claim for each in testimony.claim_subjects.select_related("claim").order_by("pk")]
    subjects = (testimony.places, testimony.events, testimony.topics, testimony.groups, testimony.victims)
    found = [*_each(*subjects), testimony.given_at, *_each(testimony.statements), *_sources(drawn), *drawn]
    return _once(testimony, found)


def whole_of_victim(victim: Victim) -> list[Publishable]:
    """Places, events, groups, those it is related to, and the claims about it with their sources.

    Its portrait is part of itself.
    """
    claims = _claims(victim)
    related = [each.other for each in victim.relations.select_related("other")]
    subjects = _each(victim.places, victim.events, victim.topics, victim.groups)
    return _once(victim, [*subjects, *related, *_said_by(claims), *_sources(claims), *claims])


def whole_of_group(group: VictimGroup) -> list[Publishable]:
    """Places, events, the group it is part of, and the claims about it with their sources."""
    claims = _claims(group)
    subjects = _each(group.places, group.events, group.topics)
    return _once(group, [group.part_of, *subjects, *_said_by(claims), *_sources(claims), *claims])


def _claims(about: Victim | VictimGroup) -> list[Claim]:
    return [each.claim for each in about.claim_subjects.select_related("claim").order_by("pk")]


def _said_by(claims: list[Claim]) -> list[Publishable | None]:
    found: list[Publishable | None] = []
    for each in claims:
        found += [each.person, each.organisation, each.statement, *each.topics.order_by("pk")]
    return found


def _sources(claims: list[Claim]) -> list[Source]:
    anchored = Source.objects.filter(claimanchors__claim__in=claims).defer("text", "original")
    cited = [each.cited_from for each in claims if each.cited_from]
    return [*anchored.distinct().order_by("pk"), *cited]


def _each(*many: Any) -> list[Publishable | None]:
    return [record for rows in many for record in rows.order_by("pk")]


def _once(record: Publishable, found: list[Any]) -> list[Publishable]:
    """Each record once, in order, and not the record itself."""
    return [each for each in dict.fromkeys(found) if each is not None and each != record]
