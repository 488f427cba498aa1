"""The rules of the house that a program can keep an eye on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models

from archive.desk.fields import LanguageMapField
from tests.safety.hiding import is_history
from tests.safety.routes import public_routes

ROOT = Path(settings.BASE_DIR)
LONGEST = 300
PUBLIC_ROOMS = ("archive/pages", "archive/api", "archive/edition")
DESK_APPS = ("desk", "events", "ingest", "testimonies")
NO_HISTORY = {
    "desk.PublicationRequest": "a decision: decided once, and tied to what it is by constraints",
    "desk.Deed": "the audit itself: only ever added to",
    "desk.Difference": "worked out from desk and edition; can be made anew",
    "desk.Opening": "an approval that waits: its deed is in the audit; gone when it is carried out",
    "testimonies.Consent": "rows are only added: it is its own history",
    "testimonies.Derivative": "worked out from an original and the decisions; can be made anew",
    "testimonies.IdentityOpened": "rows are only added: it is its own history",
    "testimonies.ProtectedWord": "hashes of names: a history would keep them when they are to be gone",
    "testimonies.SealedIdentity": "sealed boxes: a history would keep them under keys that were given up",
    "desk.GivenPassword": "a note that disappears with its reason",
}
# A public address that is new is written here with what it is: nothing becomes reachable unnoticed.
ADDRESSES = {
    "healthz": "for those who watch over the process",
    "": "leads to the reader's best language",
    "<language:language>/": "home",
    "<language:language>/about/": "about this archive",
    "<language:language>/search/": "search in every kind",
    "<language:language>/search/suggest": "what a reader may mean while still typing",
    "<language:language>/map/": "places on a map, and the same as a table",
    "<language:language>/timeline/": "events and statements in the order of time",
    "<language:language>/figures/": "how much is told of which years, as charts and numbers",
    "<language:language>/feed.<feed:form>": "what was published last, of everything or of a search",
    "<language:language>/<plural:plural>/feed.<feed:form>": "what was published last in a list",
    "dump.<dump:form>": "everything public, to keep",
    "<plural:plural>/dump.<dump:form>": "a list, whole, to keep",
    "<language:language>/<plural:plural>/": "a list",
    "<language:language>/<plural:plural>/<str:identifier>/connections/": "who is named beside one in records",
    "<language:language>/<plural:plural>/<str:identifier>": "a record",
    "<language:language>/<plural:plural>/<str:identifier>/": "a record",
    "<language:language>/<plural:plural>/<str:identifier>/<path:words>": "a record, with its title's words",
    "<language:language>/passages/<str:identifier>": "leads to where a passage stands",
    "<language:language>/testimonies/<str:identifier>/captions.<tag:tag>.vtt": "what is said in a recording",
    "files/<str:name>": "a public recording or picture",
    "passages/<str:identifier>": "the permanent address of a passage",
    "<plural:plural>/<str:identifier>": "the permanent address of a record",
    "api/": "every other address below /api/",
    "api/v1/": "what the API offers",
    "api/v1/search/": "search in every kind, for programs",
    "api/v1/schema/": "the API's description of itself",
    "api/v1/docs/": "the API's documentation to read",
}


def tracked(*patterns: str) -> list[Path]:
    """Files under version control; without git, all that a package would hold."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        found = [path for pattern in patterns for path in ROOT.rglob(pattern.removeprefix("**/"))]
        return [path for path in found if not {".venv", "var", ".git"} & set(path.relative_to(ROOT).parts)]
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).exists()]


def sources(*rooms: str) -> Iterator[tuple[str, str]]:
    """Every Python file of these rooms, with its text; migrations are generated."""
    for path in tracked("*.py"):
        name = path.relative_to(ROOT).as_posix()
        if "/migrations/" not in name and name.startswith(rooms or ("archive/", "events/", "testimonies/")):
            yield name, path.read_text()


def own_models() -> list[type[models.Model]]:
    return [
        model for model in apps.get_models() if model._meta.app_label in DESK_APPS and not is_history(model)
    ]


def test_imports_go_down_only():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_file_is_longer_than_a_reader_can_hold():
    counted = {
        path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines())
        for path in tracked("*.py")
        if "/migrations/" not in path.as_posix()
    }
    assert {name: lines for name, lines in counted.items() if lines > LONGEST} == {}


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_file_is_named_after_nothing(name: str):
    assert [path for path in tracked("*.py") if path.stem == name or name in path.parent.parts] == []


def test_there_are_no_signals():
    signal = re.compile(r"\b(pre_save|post_save|pre_delete|post_delete|m2m_changed|post_migrate|@receiver)\b")
    assert [name for name, text in sources() if signal.search(text)] == []


def test_public_rooms_read_through_the_public_manager_only():
    """Record.objects is the desk's way to the edition; the pages and the API have no business there."""
    desk = re.compile(
        r"Record\.objects|\bLink\.objects|using=.default|connections\[.default|DEFAULT_DB_ALIAS|connection\."
    )
    assert [name for name, text in sources("archive/pages", "archive/api") if desk.search(text)] == []


def test_every_desk_model_keeps_its_history_or_says_why_not():
    without = {model._meta.label for model in own_models() if not _has_history(model)}
    assert without - set(NO_HISTORY) == set(), (
        "decorate it with keeps_history(), or say in NO_HISTORY why not"
    )
    assert set(NO_HISTORY) <= without


def _has_history(model: type[models.Model]) -> bool:
    return any(
        is_history(other) and getattr(other, "pgh_tracked_model", None) is model
        for other in apps.get_models()
    )


def test_nothing_is_public_by_a_flag():
    """Whether something is public is never stored at the desk: the edition says so."""
    flags = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if re.search(r"public|publish|hidden|visib|secret", field.name)
        and (isinstance(field, models.BooleanField) or model._meta.app_label in DESK_APPS)
        and not field.is_relation
        and not isinstance(field, LanguageMapField)  # a public name is a name
    ]
    assert flags == []


@pytest.mark.django_db
def test_every_model_of_the_edition_lives_in_its_schema():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'edition'::regnamespace AND relkind = 'r'"
        )
        tables = {name for (name,) in cursor.fetchall()}
    assert {model._meta.db_table for model in apps.get_app_config("edition").get_models()} == tables


def test_every_public_address_is_known():
    kinds = re.compile(
        r"^api/v1/(events|people|organisations|places|statements|claims|demands|sources|topics"
        r"|testimonies|passages|victims|victim-groups)/"
    )
    new = {route.pattern for route in public_routes() if not kinds.match(route.pattern)} - set(ADDRESSES)
    assert new == set(), "say in ADDRESSES what these are, and give the canary sweep examples of them"


def test_no_path_of_somebodys_machine_is_kept():
    private = re.compile("(?<![\\w.])/(work|root|home/[a-z]+|Users)/[\\w.]")
    told = []
    for path in tracked("*"):
        if not path.is_file() or path.suffix in {".png", ".woff2", ".ico", ".mo", ".gz"}:
            continue
        text = path.read_text(errors="ignore")
        told += [f"{path.relative_to(ROOT)}: {found.group(0)}" for found in private.finditer(text)]
    assert told == []
