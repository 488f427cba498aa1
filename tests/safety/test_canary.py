"""A unique word in every field of every desk model in every hidden state, then every public address.

The archive is built once, under the desk's login, and asked through the site's real login. What a new
feature adds is found by itself: models and fields in the app registry, addresses in the URL resolver,
filters in the API's own description and in the forms of the pages. What the sweep does not know how
to fill or to ask fails here, with a sentence that says where to add it.

`ARCHIVE_SWEEP=all` asks for every word at every list; the usual run takes turns.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections, models, transaction
from django.test import Client

from archive.core.identifiers import new_identifier
from archive.edition import answers
from archive.edition.guard import PublicRequests
from archive.edition.models.record import PublicRecords, RecordQuerySet
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from tests.safety.hiding import Hidden, desk_models, fields_of, is_history
from tests.safety.routes import (
    METHODS,
    ODD_ADDRESSES,
    WAYS,
    addresses,
    examples,
    parameters_of_forms,
    parameters_of_schema,
    public_routes,
    values_for,
    with_query,
)
from tests.safety.sweeping import Sweep

pytestmark = pytest.mark.xdist_group("canary")  # one process builds the archive and walks through it
ALL = os.environ.get("ARCHIVE_SWEEP") == "all"
FIELDS = Path(__file__).with_name("fields.txt")
LISTS = [f"/api/v1/{plural}/" for plural in KIND_OF_PLURAL] + [f"/en/{plural}/" for plural in KIND_OF_PLURAL]


@pytest.fixture(scope="module")
def hidden(tests_database: None, django_db_blocker: Any) -> Iterator[Hidden]:
    """The archive full of what must not be seen, committed, so that the site's own login reads it."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            built = Hidden().build()
        connections["public"].close()
        yield built
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def sweep(hidden: Hidden) -> Sweep:
    return Sweep(hidden.canaries)


def kind_of(address: str) -> str | None:
    return next((kind for plural, kind in KIND_OF_PLURAL.items() if f"/{plural}/" in address), None)


# --- does it know everything? ----------------------------------------------------------------------


def test_the_sweep_knows_every_field_of_every_desk_model(hidden: Hidden):
    known = dict(
        line.split(": ", 1) for line in FIELDS.read_text().splitlines() if line and not line.startswith("#")
    )
    now = fields_of(hidden.canaries)
    new = [f"{name}: {how}" for name, how in now.items() if known.get(name) != how]
    assert not new, (
        "These fields are new, or their words have become public or stopped being so. If that is meant, "
        "write in tests/safety/fields.txt:\n" + "\n".join(new)
    )
    assert not set(known) - set(now), f"no longer there, take them out: {sorted(set(known) - set(now))}"


def test_the_sweep_knows_every_public_address(hidden: Hidden):
    known = examples(hidden)
    for route in public_routes():
        try:
            assert addresses(route, known, most=1)
        except KeyError as unknown:
            pytest.fail(
                f"The sweep has no example for {unknown} of the address “{route.pattern}”: "
                "add it in tests/safety/routes.py."
            )


def texts_of(model: type[models.Model]) -> list[models.Field]:
    """The fields of a history in which somebody's words could stand."""
    return [each for each in model._meta.concrete_fields if not each.is_relation and each.name[:4] != "pgh_"
            and not each.name.endswith("id")]  # fmt: skip


def test_the_history_of_every_model_holds_its_words_too(hidden: Hidden):
    empty = [
        model._meta.label
        for model in apps.get_models()
        if is_history(model) and not model._default_manager.exists() and texts_of(model)
    ]
    assert not empty, f"no hidden state has left anything in the history of {empty}"
    assert len(desk_models()) > 20


# --- the sweep -------------------------------------------------------------------------------------


def test_every_address_by_every_method(hidden: Hidden, sweep: Sweep):
    for route in public_routes():
        first, *_rest = addresses(route, examples(hidden), most=1)
        for method in METHODS:
            sweep.ask(first, method)
            sweep.ask(first, method, HTTP_ACCEPT="application/json", HTTP_COOKIE="desk=abcdefgh12345678")
        for way in WAYS:
            sweep.ask(first, **way)
    assert sweep.hits == []


def test_every_address_with_every_argument(hidden: Hidden, sweep: Sweep):
    known = examples(hidden)
    for route in public_routes():
        narrowed = (
            known if len(route.parameters) < 3 or ALL else known | {"language": ["en", "fa"], "words": ["a"]}
        )
        sweep.ask_all(addresses(route, narrowed, most=10**6 if ALL else 220))
    assert sweep.hits == []


def test_every_public_record_in_every_format(hidden: Hidden, sweep: Sweep):
    plural_of = {kind: plural for plural, kind in KIND_OF_PLURAL.items()}
    for kind, identifiers in hidden.public.items():
        for identifier in identifiers:
            sweep.ask(f"/api/v1/{plural_of[kind]}/{identifier}/")
            for language in ("en", "fa") if not ALL else ("en", "fr", "fa", "ar"):
                sweep.ask(f"/{language}/{plural_of[kind]}/{identifier}")
    for address in LISTS:
        sweep.ask(with_query(address, limit="100", count="1") if "api" in address else address)
    assert sweep.hits == []


def test_odd_addresses_and_their_error_pages(sweep: Sweep):
    for address in ODD_ADDRESSES:
        for headers in ({}, {"HTTP_ACCEPT": "application/json"}, {"HTTP_HOST": "elsewhere.example"}):
            sweep.ask(address, **headers)
    assert sweep.hits == []


def test_every_filter_with_what_is_hidden(hidden: Hidden, sweep: Sweep):
    described = parameters_of_schema(sweep.client)
    forms = parameters_of_forms(sweep.client, [*LISTS[9:], "/en/", "/en/search/"]) | set(SHAPES)
    names = set().union(forms, *described.values())
    assert {"q", "person", "event", "topic", "from", "limit", "after"} <= names
    for address in LISTS:
        own = described.get(address, forms)
        for name in sorted(names):
            values = values_for(name, kind_of(address), hidden)
            step = 1 if ALL else 3 if name in own else len(values)
            for value in values[::step]:
                sweep.ask(with_query(address, **{name: value}))
    assert sweep.hits == []


def test_searching_for_what_is_hidden_is_like_searching_for_what_never_was(hidden: Hidden, sweep: Sweep):
    lists, told = itertools.cycle([*LISTS, "/en/search/"]), []
    for word in hidden.canaries.words_for_search():
        decoy = "zx" + word[2:][::-1]
        for address in [*LISTS, "/en/search/"] if ALL else (next(lists),):
            if sweep.tells_apart(lambda each, to=address: with_query(to, q=each), word, decoy):
                told.append(f"{address}: {hidden.canaries.of_place([word])}")
    assert sweep.hits == []
    assert told == []


def test_the_beginning_of_a_hidden_word_finds_nothing(hidden: Hidden, sweep: Sweep):
    for address in [*LISTS, "/en/search/", "/fa/search/"]:
        for length in (3, 5, 7):
            sweep.ask(with_query(address, q=hidden.canaries.beginning[:length]))
        for token in list(hidden.canaries.places)[:: 12 if ALL else 60]:
            sweep.ask(with_query(address, q=token))
    assert sweep.hits == []


def test_filtering_by_a_hidden_record_is_like_filtering_by_one_that_never_was(hidden: Hidden, sweep: Sweep):
    told = []
    for state, by_kind in hidden.identifiers.items():
        if state in {"changed since", "narrowed", "public, but not this field"}:
            continue  # these are public, only not whole
        for (kind, identifier), address in zip(by_kind.items(), itertools.cycle(LISTS), strict=False):
            if sweep.tells_apart(
                lambda each, to=address, by=kind: with_query(to, **{by: each}), identifier, new_identifier()
            ):
                told.append(f"{address}?{kind}= tells of what is {state}")
            plural = next(plural for plural, each in KIND_OF_PLURAL.items() if each == kind)
            for to in (f"/api/v1/{plural}/{{}}/", f"/en/{plural}/{{}}"):
                if state not in {"withdrawn", "closed"} and sweep.tells_apart(
                    to.format, identifier, new_identifier()
                ):
                    told.append(f"{to} tells of what is {state}")
    assert told == []
    assert sweep.hits == []


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


# --- with one guard of the public side removed -----------------------------------------------------


def forget_written_sql() -> None:
    answers.forget()
    connections["public"].close()


def without_the_sites_login(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        PublicRecords, "get_queryset", lambda self: RecordQuerySet(self.model, using="default").open()
    )


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
            sweep.ask_all(addresses(route, known, most=60))
        for word in hidden.canaries.words_for_search()[:: 1 if ALL else 25]:
            sweep.ask(with_query(LISTS[len(word) % 18], q=word))
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
