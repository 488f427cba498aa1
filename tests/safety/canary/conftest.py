"""The archive full of what must not be seen: filled once for all that walks through it.

A unique word in every field of every desk model in every hidden state, then every public address. The
archive is built under the desk's login and asked through the site's real login. What a new feature adds
is found by itself: models and fields in the app registry, addresses in the URL resolver, filters in the
API's own description and in the forms of the pages. What the sweep does not know how to fill or to ask
fails here, with a sentence that says where to add it.

`ARCHIVE_SWEEP=all` asks for every word at every list; the usual run takes turns.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections, transaction
from django.test import override_settings

from archive.edition.shapes import KIND_OF_PLURAL
from tests.safety.hiding import Hidden
from tests.safety.hiding_told import TOLD_STATES
from tests.safety.sweeping import Sweep

ALL = os.environ.get("ARCHIVE_SWEEP") == "all"
PAGES = [f"/en/{plural}/" for plural in KIND_OF_PLURAL]
FEEDS = ["/en/testimonies/feed.json", "/fa/victims/feed.atom"]
DUMPS = ["/testimonies/dump.ndjson", "/claims/dump.csv"]
VIEWS = ["/en/map/", "/fa/figures/", "/en/timeline/"]  # of many records, each with parameters of its own
LISTS = [f"/api/v1/{plural}/" for plural in KIND_OF_PLURAL] + PAGES + FEEDS + DUMPS + VIEWS
LISTS += ["/api/v1/search/", "/en/search/suggest"]


@pytest.fixture(scope="package")
def hidden(
    tests_database: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hidden]:
    """Committed, so that the site's own login reads it."""
    vault = override_settings(VAULT=tmp_path_factory.mktemp("vault"))
    with django_db_blocker.unblock(), vault:
        with transaction.atomic():
            built = Hidden(more_states=TOLD_STATES).build()
        connections["public"].close()
        yield built
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="package")
def sweep(hidden: Hidden) -> Sweep:
    return Sweep(hidden.canaries)


def plural_of(address: str) -> str | None:
    """What the list that an address is about is called."""
    return next((plural for plural in KIND_OF_PLURAL if f"/{plural}/" in address), None)


def kind_of(address: str) -> str | None:
    return KIND_OF_PLURAL.get(plural_of(address) or "")
