"""The pages of victims and groups of victims: names, what sources say of them, and who speaks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.edition.vocabulary import Relation
from archive.pages.addresses import below, with_query
from archive.pages.kinds.authorities import names_of
from archive.pages.kinds.kind import KindPage, leads_to
from archive.pages.shown.citation import citation
from archive.pages.shown.figures import compared
from archive.pages.shown.recordings import recorded
from archive.pages.shown.rows import row, rows
from archive.pages.shown.sections import Section, Telling
from archive.pages.shown.texts import Linked, all_linked, best, linked, others, reader
from archive.pages.shown.texts import year as in_digits

INVERSE = {Relation.PARENT: Relation.CHILD, Relation.CHILD: Relation.PARENT}


@dataclass(frozen=True)
class Related:
    """Another victim, and what that person is to this one."""

    who: Linked
    relation: str


def relations(telling: Telling) -> list[Related]:
    """Relations noted with this victim, and those noted with the others, turned round; each once."""
    record = telling.record
    noted = [(Relation(link["relation"]), link) for link in record.linked("relation")]
    for other in telling.related.of("victim"):
        for link in other.linked("relation"):
            if link["id"] == record.id:
                told = Relation(link["relation"])
                there = {"id": other.id, "kind": other.kind, "title": other.title}
                noted.append((INVERSE.get(told, told), there))
    once = {(link["id"], relation): link for relation, link in noted}
    return [Related(linked(link), str(relation.label)) for (_id, relation), link in once.items()]


def years(record_years: list[int]) -> list[tuple[str, str]]:
    """Each year under which the memorial list names a victim, with the list of that year."""
    memorial = below(reader(), "victims/")
    return [(in_digits(each), with_query(memorial, year=str(each))) for each in record_years]


def led_to(telling: Telling, role: str) -> Section:
    """The records it leads to in a role, as rows."""
    found = [telling.also[link["id"]] for link in telling.record.linked(role) if link["id"] in telling.also]
    return Section(rows(found), "")


def _of_both(telling: Telling) -> dict[str, Any]:
    record = telling.record
    return {
        "description": best(record.facts["description"]),
        "compared": compared(telling.related.of("claim")),
        "more_claims": telling.more("claim"),
        "testimonies": telling.section("testimony", row),
        "events": led_to(telling, "event"),
        "places": all_linked(record.linked("place")),
        "topics": all_linked(record.linked("topic")),
        "citation": citation(record),
    }


def tell_victim(telling: Telling) -> dict[str, Any]:
    record, facts = telling.record, telling.record.facts
    return _of_both(telling) | {
        "names": names_of(record),
        "portrait": recorded(facts["portrait"]) if facts["portrait"] else None,
        "years": years(facts["years"]),
        "groups": all_linked(record.linked("victim_group")),
        "relations": relations(telling),
    }


def tell_group(telling: Telling) -> dict[str, Any]:
    record, facts = telling.record, telling.record.facts
    return _of_both(telling) | {
        "names": others(facts["names"], best(facts["names"])),
        "as_stated": facts["as_stated"],
        "part_of": all_linked(record.linked("part_of")),
        "parts": telling.section("victim_group", row),
        "members": telling.section("victim", row),
    }


VICTIM = KindPage(
    template="pages/victim.html",
    limits={"claim": 200, "testimony": 50, "victim": 50},
    tell=tell_victim,
    also=leads_to("event"),
)
VICTIM_GROUP = KindPage(
    template="pages/victim_group.html",
    limits={"claim": 200, "testimony": 50, "victim": 200, "victim_group": 50},
    tell=tell_group,
    also=leads_to("event"),
)
