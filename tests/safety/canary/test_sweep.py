"""Every public address in every way: what is hidden stands in no answer, and changes none."""

from __future__ import annotations

import itertools
import secrets

import pytest

from archive.core.identifiers import new_identifier
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from tests.safety.canary.conftest import ALL, DUMPS, FEEDS, LISTS, PAGES, VIEWS, kind_of, plural_of
from tests.safety.hiding import Hidden
from tests.safety.hiding_told import LEFT_A_TOMBSTONE, PUBLIC_IN_PART
from tests.safety.routes import (
    METHODS,
    ODD_ADDRESSES,
    WAYS,
    addresses,
    examples,
    parameters_of_pages,
    parameters_of_schema,
    public_routes,
    values_for,
    with_query,
)
from tests.safety.sweeping import Sweep

TURNS = 1 if ALL else 4  # of so many words one is searched for, another each time
pytestmark = pytest.mark.xdist_group("canary")  # one process builds the archive and walks through it


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
                answer = sweep.ask(f"/{language}/{plural_of[kind]}/{identifier}")
                if answer.status_code in {301, 302}:  # to the address with the words of its title
                    sweep.ask(answer.headers["Location"])
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
    forms = parameters_of_pages(sweep.client, [*PAGES, *VIEWS, "/en/", "/en/search/"]) | set(SHAPES)
    names = set().union(forms, *described.values())
    assert {"q", "person", "event", "topic", "from", "limit", "after", "date", "calendar"} <= names
    turns = itertools.count()
    for address in LISTS:
        in_api = f"/api/v1/{plural_of(address)}/" if address in FEEDS + DUMPS else address
        own = described.get(in_api, set())
        for name in sorted(names):
            values = values_for(name, kind_of(address), hidden)
            many = len(values) if ALL else 3 if name in own else 1
            for value in (values[next(turns) % len(values)] for _ in range(many)):
                sweep.ask(with_query(address, **{name: value}))
    assert sweep.hits == []


def test_searching_for_what_is_hidden_is_like_searching_for_what_never_was(hidden: Hidden, sweep: Sweep):
    lists, told = itertools.cycle([*LISTS, "/en/search/"]), []
    for word in hidden.canaries.words_for_search()[secrets.randbelow(TURNS) :: TURNS]:
        decoy = "zx" + word[2:][::-1]
        for address in [*LISTS, "/en/search/"] if ALL else (next(lists),):
            if hidden.canaries.may_stand_at(address, word):
                continue
            if sweep.tells_apart(lambda each, to=address: with_query(to, q=each), word, decoy):
                told.append(f"{address}: {hidden.canaries.of_place([word])}")
    assert sweep.hits == []
    assert told == []


def test_the_beginning_of_a_hidden_word_finds_nothing(hidden: Hidden, sweep: Sweep):
    for address in [*LISTS, "/en/search/", "/fa/search/"]:
        for length in (3, 5, 7):
            sweep.ask(with_query(address, q=hidden.canaries.beginning[:length]))
        for token in secrets.SystemRandom().sample(list(hidden.canaries.places), 500 if ALL else 20):
            sweep.ask(with_query(address, q=token))
    assert sweep.hits == []


def test_filtering_by_a_hidden_record_is_like_filtering_by_one_that_never_was(hidden: Hidden, sweep: Sweep):
    told = []
    for state, by_kind in hidden.identifiers.items():
        if state in PUBLIC_IN_PART:
            continue
        for (kind, identifier), address in zip(by_kind.items(), itertools.cycle(LISTS), strict=False):
            if sweep.tells_apart(
                lambda each, to=address, by=kind: with_query(to, **{by: each}), identifier, new_identifier()
            ):
                told.append(f"{address}?{kind}= tells of what is {state}")
            plural = next(plural for plural, each in KIND_OF_PLURAL.items() if each == kind)
            for to in (f"/api/v1/{plural}/{{}}/", f"/en/{plural}/{{}}"):
                if state not in LEFT_A_TOMBSTONE and sweep.tells_apart(
                    to.format, identifier, new_identifier()
                ):
                    told.append(f"{to} tells of what is {state}")
    assert told == []
    assert sweep.hits == []
