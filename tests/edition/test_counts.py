"""Counts are what counting gives, whatever comes and goes."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from archive.edition import counts
from archive.edition.actions import publish, withdraw
from archive.edition.checking import faults
from archive.edition.counts import counted, faults_of_counts
from archive.edition.models import Count, Record
from archive.edition.published import published_rendering
from archive.edition.rendering import Rendering
from archive.edition.shapes import SHAPES
from archive.edition.vocabulary import Output
from tests.witnesses import Told

pytestmark = pytest.mark.django_db
FACETS = ("topic", "event", "person", "organisation", "place", "language", "warning", "victim_group", "year")
MOST = dict.fromkeys((*FACETS, "event_kind", "dated", "letter", "letter_fa", "letter_ar", "decade"), 1000)
WAYS = [("web", "api", "dumps"), ("web",), ("api",), ("web", "dumps")]


def by_hand(kind: str, output: Output, narrowed: str = "") -> tuple[int, Counter]:
    """The counts of a list as somebody would count who reads every record of it."""
    records = [
        each
        for each in Record.public.of_kind(kind)
        if output in each.outputs and (not narrowed or narrowed in each.facets)
    ]
    found = Counter(facet for each in records for facet in each.facets if facet.split(":")[0] in FACETS)
    return len(records), found


def told(kind: str, output: Output, narrowed: str = "") -> tuple[int, Counter]:
    list_of = Record.public.sent_to(output).of_kind(kind).holding(narrowed) if narrowed else None
    found, _also = counted(kind, MOST, output=output, narrowed=list_of)
    assert found.exact
    tallies = {f"{name}:{each.value}": each.n for name in FACETS for each in found.of(name)}
    return found.total, Counter(tallies)


def all_renderings() -> list[Rendering]:
    found = [published_rendering(pk) for pk in Record.objects.order_by("pk").values_list("pk", flat=True)]
    return [each for each in found if each]


@pytest.mark.parametrize("seed", range(4))
def test_counts_stay_true_whatever_is_published_and_withdrawn(world, told_world, seed):
    chance = random.Random(seed)
    renderings = all_renderings()
    ends = [None, None, timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=9)]
    for _ in range(30):
        rendering = chance.choice(renderings)
        if chance.random() < 0.4 and Record.objects.filter(pk=rendering.identifier).exists():
            withdraw(rendering.identifier)
        else:
            publish(replace(rendering, outputs=chance.choice(WAYS), closes_at=chance.choice(ends)))
        assert list(faults_of_counts()) == []
    for kind in SHAPES:
        for output in Output:
            assert told(kind, output) == by_hand(kind, output)
            for facet in sorted(by_hand(kind, output)[1])[:3]:
                assert told(kind, output, facet) == by_hand(kind, output, facet)


@pytest.fixture
def told_world(told: Told) -> Told:
    """The small world with its testimonies."""
    return told


def test_nothing_is_left_of_what_was_withdrawn(world):
    for pk in Record.objects.values_list("pk", flat=True):
        withdraw(pk)
    assert not Count.objects.exists()


def test_a_record_that_closes_is_counted_until_it_does_and_kept_nowhere(world, monkeypatch):
    rendering = published_rendering(world.quote.identifier)
    assert rendering
    publish(replace(rendering, closes_at=timezone.now() + timedelta(hours=1)))
    assert counted("statement", MOST, output=Output.WEB)[0].total == 1
    assert not Count.objects.filter(kind="statement").exists()
    Record.objects.filter(pk=world.quote.identifier).update(closes_at=timezone.now() - timedelta(seconds=1))
    assert counted("statement", MOST, output=Output.WEB)[0].total == 0
    assert list(faults_of_counts()) == []


def test_what_is_for_programs_only_is_not_counted_on_pages(world):
    rendering = published_rendering(world.graves.identifier)
    assert rendering
    publish(replace(rendering, outputs=("api",)))
    assert counted("topic", MOST, output=Output.WEB)[0].total == 0
    assert counted("topic", MOST, output=Output.API)[0].total == 1
    assert counted("event", MOST, output=Output.WEB)[0].of("topic") == []


def test_a_long_narrowed_list_is_counted_to_the_bound_and_says_so(world, monkeypatch):
    monkeypatch.setattr(counts, "BOUND", 1)
    claims = Record.on_pages.of_kind("claim").holding(f"event:{world.hearing.identifier}")
    found, _also = counted("claim", MOST, output=Output.WEB, narrowed=claims)
    assert (found.total, found.exact) == (1, False)
    assert counted("claim", MOST, output=Output.WEB)[0].total == 2


def test_no_more_of_a_facet_is_told_than_was_asked_for_and_the_commonest_first(world):
    found, _also = counted("claim", {"property": 1}, output=Output.WEB)
    assert [(each.value, each.n) for each in found.of("property")] == [("killed", 2)]
    assert found.of("event") == []


def test_names_of_records_come_with_the_counts(world):
    also = Record.on_pages.filter(pk=world.leyla.identifier)
    found, rows = counted("demand", MOST, output=Output.WEB, also=also)
    assert found.of("organisation")[0].title == {"en": "Ministry of Justice of Karsava"}
    assert [row[0] for row in rows] == [world.leyla.identifier]


@pytest.mark.parametrize("narrowed", [False, True])
def test_names_of_records_are_looked_up_in_an_index(world, narrowed):
    """One by one, each in an index: the whole table read some hundred times takes seconds."""
    asked: list[tuple[str, Any]] = []

    def noted(execute: Any, statement: str, parameters: Any, *rest: Any) -> Any:
        asked.append((statement, parameters))
        return execute(statement, parameters, *rest)

    some = Record.public.of_kind("statement") if narrowed else None
    with connections["public"].execute_wrapper(noted):
        counted("statement", {"speaker": 8, "topic": 8}, output=Output.WEB, narrowed=some)
    ((statement, parameters),) = asked
    with connections["public"].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # of tables as small as these, the plan is forced
        cursor.execute(f"EXPLAIN {statement}", parameters)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert re.search(r"Index Cond: \(\(id\)::text = ", plan), plan


def test_a_wrong_count_is_told_and_can_be_put_right(world):
    Count.objects.filter(output="web", kind="event", name="").update(n=7)
    Count.objects.filter(output="api", kind="person", name="").delete()
    assert [each for each in faults() if "counted" in each] == [
        "0 records of the kind person are counted for api, there are 1: run count_anew",
        "7 records of the kind event are counted for web, there are 1: run count_anew",
    ]
    counts.count_anew()
    assert list(faults_of_counts()) == []


def test_the_sites_login_reads_counts_and_writes_none(world):
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('archive_site', 'edition.count', 'SELECT')")
        assert cursor.fetchone() == (False,)
