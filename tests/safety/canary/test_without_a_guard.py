"""The figures of the sweep; and the same with any one guard of the public side removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connections
from django.test import Client

from archive.edition import answers
from archive.edition.guard import PublicRequests
from archive.edition.models.record import PublicRecords, RecordQuerySet
from archive.pages.kept import SHELF
from tests.safety.canary.conftest import ALL, LISTS
from tests.safety.hiding import Hidden, desk_models
from tests.safety.routes import addresses, examples, public_routes, with_query
from tests.safety.sweeping import Sweep

pytestmark = pytest.mark.xdist_group("canary")  # one process builds the archive and walks through it


def test_what_was_published_on_purpose_is_found(hidden: Hidden, sweep: Sweep):
    missing = set(hidden.canaries.shown) - sweep.found_shown
    words = {each for each in missing if each.startswith(hidden.canaries.beginning)}
    assert not words, f"the sweep looked past: {[hidden.canaries.shown[each] for each in words]}"


def test_no_address_failed_and_the_figures(hidden: Hidden, sweep: Sweep, figure: Callable[[str, str], None]):
    assert sweep.troubles == []
    figure(
        "canary sweep",
        f"{len(hidden.canaries.places)} canaries in {len(desk_models())} models and {hidden.states} states, "
        f"{sweep.requests} requests to {len(list(public_routes()))} routes, {len(sweep.hits)} hits; "
        f"{len(sweep.found_shown)} of {len(hidden.canaries.shown)} words published on purpose found; "
        f"answers {dict(sorted(sweep.statuses.items()))}",
    )


def forget_written_sql() -> None:
    answers.forget()
    SHELF._empty("")
    connections["public"].close()


def without_the_sites_login(patch: pytest.MonkeyPatch) -> None:
    def by_the_desks(self: PublicRecords) -> RecordQuerySet:
        records = RecordQuerySet(self.model, using="default").open()
        return records.sent_to(self.output) if self.output else records

    patch.setattr(PublicRecords, "get_queryset", by_the_desks)


def without_the_guard(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(PublicRequests, "__call__", lambda self, request: self.get_response(request))


def without_either(patch: pytest.MonkeyPatch) -> None:
    without_the_sites_login(patch)
    without_the_guard(patch)


def without_closing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(RecordQuerySet, "open", lambda self: self)


MUTANTS = [without_the_sites_login, without_the_guard, without_either, without_closing]


@pytest.mark.parametrize("remove", MUTANTS, ids=lambda each: each.__name__.replace("_", " "))
def test_nothing_is_seen_either(
    remove: Callable[[pytest.MonkeyPatch], None],
    hidden: Hidden,
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable,
):
    """Safety does not hang on one guard."""
    remove(monkeypatch)
    forget_written_sql()
    sweep = Sweep(hidden.canaries, client=Client(raise_request_exception=False))
    try:
        known = examples(hidden) | {"language": ["en"], "words": ["a"]}
        for route in public_routes():
            sweep.ask_all(addresses(route, known, most=240 if ALL else 16))
        for number, word in enumerate(hidden.canaries.words_for_search()[:: 1 if ALL else 80]):
            sweep.ask(with_query(LISTS[number % len(LISTS)], q=word))
            sweep.ask(with_query("/en/search/", q=word))
    finally:
        forget_written_sql()
    figure(
        f"mutant, {remove.__name__.replace('_', ' ')}", f"{sweep.requests} requests, {len(sweep.hits)} hits"
    )
    assert sweep.hits == []


def test_the_sweep_can_fail(hidden: Hidden):
    """The control: words that were published count as hits as soon as they are said to be secret."""
    blind = Sweep(hidden.canaries)
    token, place = next(each for each in hidden.canaries.shown.items() if "events.Topic.labels" in each[1])
    hidden.canaries.places[token] = place
    try:
        blind.ask_all(LISTS)
    finally:
        del hidden.canaries.places[token]
    assert len(blind.hits) >= 2
