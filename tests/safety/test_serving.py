"""Three ways to serve: what each process is given, what it refuses, and what every answer carries."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client

from archive.edition.models.record import Record, RecordQuerySet
from archive.edition.shapes import KIND_OF_PLURAL
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def process(serves: str, program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh process with the environment of one kind of serving and nothing else."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "ARCHIVE_VAR") if name in os.environ}
    given = kept | {
        "ARCHIVE_SERVES": serves,
        "ARCHIVE_LOCAL": "1",
        "DJANGO_SETTINGS_MODULE": "archive.settings",
    }
    setup = "import django; django.setup()\n"
    return subprocess.run(
        [sys.executable, "-c", setup + program], env=given | environment, cwd=settings.BASE_DIR,
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def a_site(program: str) -> str:
    run = process(
        "site",
        program,
        SECRET_KEY="a key of the site's own",
        SITE_DATABASE_URL=os.environ["SITE_DATABASE_URL"],
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def a_desk(program: str) -> str:
    run = process(
        "desk", program, SECRET_KEY="a key of the desk's own", DATABASE_URL=os.environ["DATABASE_URL"]
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


RESOLVE = """
from django.urls import resolve, Resolver404
for path in {paths!r}:
    try:
        print(path, resolve(path).func.__module__)
    except Resolver404:
        print(path, "nothing")
"""


def test_a_site_has_no_desk(world: Universe):
    said = a_site(RESOLVE.format(paths=["/desk/", "/desk/login/", "/desk/ingest/", "/admin/"]))
    assert [line.split()[1] for line in said.splitlines()] == ["nothing"] * 4


def test_a_site_knows_no_table_of_the_desk_and_no_account():
    said = a_site("from django.apps import apps; print(*sorted(c.label for c in apps.get_app_configs()))")
    assert not {"auth", "sessions", "admin", "events", "desk", "ingest", "axes", "pghistory"} & set(
        said.split()
    )
    said = a_site("from django.conf import settings; print(settings.DATABASES['default']['ENGINE'])")
    assert said.strip() == "django.db.backends.dummy"


def test_a_site_that_reaches_for_the_desks_login_fails():
    said = a_site(
        "from django.core.exceptions import ImproperlyConfigured\n"
        "from archive.edition.models import Record\n"
        "try:\n    Record.objects.count()\nexcept ImproperlyConfigured:\n    print('refused')\n"
    )
    assert said.strip() == "refused"


def test_a_site_loads_no_code_of_the_desk():
    said = a_site("import archive.urls, sys; print(*sorted(sys.modules))")
    rooms = ("events", "archive.desk", "archive.ingest", "testimonies")
    assert [name for name in said.split() if name.startswith(rooms)] == []


def test_a_desk_has_no_public_pages_and_no_login_of_the_site():
    said = a_desk(RESOLVE.format(paths=["/", "/en/", "/en/events/", "/api/v1/"]))
    assert [line.split()[1] for line in said.splitlines()] == ["nothing"] * 4
    assert a_desk("from django.conf import settings; print(*settings.DATABASES)").split() == ["default"]


def test_both_will_not_start_with_one_login_for_both():
    url = os.environ["DATABASE_URL"]
    run = process("both", "", SECRET_KEY="a key", DATABASE_URL=url, SITE_DATABASE_URL=url)
    assert run.returncode != 0
    assert "read-only login" in run.stderr


def test_public_code_that_reaches_for_the_desk_fails_loudly(world: Universe, monkeypatch: pytest.MonkeyPatch):
    """In a process that serves both, and past the login's rights: the guard says no."""

    def reaching(self: RecordQuerySet, words: str) -> RecordQuerySet:
        return self.filter(pk__in=list(Record.objects.using("default").values_list("pk", flat=True)))

    monkeypatch.setattr(RecordQuerySet, "matching", reaching)
    answer = Client(raise_request_exception=False).get("/api/v1/statements/?q=graves")
    assert answer.status_code == 500
    assert b"graves" not in answer.content


# --- what every public answer carries --------------------------------------------------------------


def some_of_everything(world: Universe) -> Iterator[str]:
    yield from (
        "/",
        "/en/",
        "/fa/",
        "/en/about/",
        "/en/search/?q=graves",
        "/nothing",
        "/en/people/0",
        "/healthz",
    )
    yield from (f"/en/people/{world.officer.identifier}", f"/api/v1/people/{world.officer.identifier}/")
    yield from ("/api/v1/", "/api/v1/schema/", "/api/v1/docs/", "/api/nothing", "/api/v1/events/?nothing=1")
    for plural, kind in KIND_OF_PLURAL.items():
        record = Record.public.of_kind(kind).first()
        yield from (f"/en/{plural}/", f"/api/v1/{plural}/", f"/en/{plural}/{record.pk}")
        yield from (f"/fa/{plural}/{record.pk}", f"/api/v1/{plural}/{record.pk}/")


def test_no_public_answer_sets_a_cookie_or_leaves_out_a_header(world: Universe, told: Told):
    client = Client(raise_request_exception=False)
    for address in some_of_everything(world):
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            answer = client.generic(method, address)
            where = f"{method} {address} ({answer.status_code})"
            assert not answer.cookies, where
            assert "Set-Cookie" not in answer.headers, where
            assert answer.status_code < 500, where
            assert answer.headers.get("X-Content-Type-Options") == "nosniff", where
            assert answer.headers.get("X-Frame-Options") == "DENY", where
            assert answer.headers.get("Referrer-Policy") in {"no-referrer", "same-origin"}, where
            policy = answer.headers.get("Content-Security-Policy", "")
            assert "default-src 'none'" in policy, where
            assert "unsafe" not in policy, where
            assert "http:" not in policy, where
            assert "Cookie" not in answer.headers.get("Vary", ""), where


class Outside(HTMLParser):
    """Whatever a page would fetch from, or send to, another host; plain links are the reader's choice."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.links: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            elsewhere = re.match(r"(https?:)?//", value) and not value.startswith(settings.ARCHIVE_URL)
            if not elsewhere:
                self.found += [f"{tag} {name}"] if name.startswith("on") or name == "style" else []
            elif tag == "a" and name == "href":
                self.links.append(given)
            elif (
                not (tag == "link" and given.get("rel") in {"canonical", "alternate", "license"})
                and tag != "meta"
            ):
                self.found.append(f"{tag} {name}={value}")
        if tag == "script" and "src" not in given and given.get("type") not in {"application/ld+json"}:
            self.found.append("an inline script")


def test_no_page_asks_anything_of_anybody_else(world: Universe, told: Told):
    client = Client(raise_request_exception=False)
    for address in some_of_everything(world):
        answer = client.get(address)
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            outside = Outside()
            outside.feed(answer.content.decode())
            assert outside.found == [], address
    for path in (settings.BASE_DIR / "static").rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", path.read_text()), path


def test_the_sites_real_login_reads_the_edition_and_the_desk_is_another(world: Universe):
    assert connections["public"].settings_dict["USER"] != connections["default"].settings_dict["USER"]
