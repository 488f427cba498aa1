"""The sweep knows every field and every address, or the build fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from tests.safety.hiding import Hidden, desk_models, fields_of, is_history
from tests.safety.routes import addresses, examples, public_routes

pytestmark = pytest.mark.xdist_group("canary")  # one process builds the archive and walks through it
FIELDS = Path(__file__).parents[1] / "fields.txt"


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


def test_one_process_walks_through_all_of_it(request: pytest.FixtureRequest, worker_id: str):
    """In two, each with an archive of its own, a test would look through answers that the other heard."""
    assert worker_id == "master" or request.node.nodeid.endswith("@canary")
