"""A crash at any statement of a publication or withdrawal leaves the old state or the new, files included."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, connections, transaction

from archive.desk.models import Deed, Difference, Opening, PublicationRequest
from archive.edition.models import File, LedgerEntry, Link, Piece, Record
from tests.safety.hearing import curators
from tests.safety.interview import Interview
from tests.safety.recordings import record

EVERYTHING = (Record, Link, File, Piece, LedgerEntry, Deed, Difference, Opening, PublicationRequest)


class Crash(Exception):
    """The process ends here."""


@pytest.fixture
def vault(settings: Any, tmp_path: Path) -> Path:
    settings.VAULT = tmp_path / "vault"
    return settings.VAULT


def state() -> list[Any]:
    """All that a publication or a withdrawal could leave behind."""
    return [sorted(map(repr, model._default_manager.values_list())) for model in EVERYTHING]


@contextmanager
def crashing(before: int) -> Iterator[list[int]]:
    """Ends everything before the statement of this number; counts the statements."""
    count = [0]

    def each(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if count[0] == before:
            raise Crash
        count[0] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(each):
        yield count


def told(people: tuple[User, User]) -> Interview:
    """An interview with a recording, asked for."""
    one = Interview(*people)
    record(one.testimony)
    one.consent(uses=["web", "api", "recording"])
    return one


def verbs(one: Interview) -> dict[str, Callable[[], object]]:
    return {
        "approve": one.approve,
        "withhold": lambda: one.withhold_one_sided(0, 1),
        "withdraw": one.withdraw,
        "withdraw everything": one.panic,
        "withdraw the consent": lambda: one.consent(decision="withdrawn"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["approve", "withhold", "withdraw", "withdraw everything",
                                  "withdraw the consent"])  # fmt: skip
def test_a_crash_before_any_statement_leaves_the_old_state(verb: str, vault: Path, figure: Callable):
    one = told(curators())
    if verb == "approve":
        one.ask()
    else:
        one.publish()
        one.publish_claim()
    before, statement, went = state(), 0, False
    while not went:
        point = transaction.savepoint()
        try:
            with crashing(statement), transaction.atomic():
                verbs(one)[verb]()
            went = True
        except Crash:
            transaction.savepoint_rollback(point)
            assert state() == before, f"{verb}: half of it stayed after a crash before statement {statement}"
            statement += 1
    assert state() != before
    assert statement > 10
    assert File.objects.exists() == (verb == "approve")
    out = StringIO()
    call_command("check_edition", stdout=out, stderr=out)
    CRASHES.append(statement)
    figure("crashes", f"{sum(CRASHES)} crashes, one before each statement of {len(CRASHES)} verbs: "
           "the old state each time, check_edition finds nothing")  # fmt: skip


CRASHES: list[int] = []
KILLED = """
import os, signal, sys
import django; django.setup()
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from archive.desk import review
from archive.desk.models import PublicationRequest
from testimonies.models import Testimony
verb, moment = sys.argv[1:]
ben, ada = User.objects.get(username="ben"), User.objects.get(username="ada")
def dies(execute, sql, params, many, context):
    answer = execute(sql, params, many, context)
    if moment in sql:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer
with connection.execute_wrapper(dies), transaction.atomic():
    if verb == "approve":
        review.approve(PublicationRequest.objects.get(decision=""), by=ben)
    else:
        review.withdraw(Testimony.objects.get(), by=ada, why="She asked for it.")
    if moment == "COMMIT":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("verb", "moment"),
    [("approve", 'INSERT INTO "piece"'), ("approve", "COMMIT"), ("withdraw", 'DELETE FROM "piece"'),
     ("withdraw", "COMMIT")],
)  # fmt: skip
def test_a_process_killed_halfway_leaves_the_old_state(verb: str, moment: str, vault: Path, figure: Callable):
    one = told(curators())
    one.publish() if verb == "withdraw" else one.ask()
    before = state()
    connections.close_all()
    database = connections["default"].settings_dict["NAME"]
    url = os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{database}"
    environment = os.environ | {
        "DATABASE_URL": url, "ARCHIVE_SERVES": "desk", "ARCHIVE_VAULT": str(vault), "ARCHIVE_LOCAL": "1",
        "SECRET_KEY": "a key of the desk's own", "DJANGO_SETTINGS_MODULE": "archive.settings",
    }  # fmt: skip
    run = subprocess.run([sys.executable, "-c", KILLED, verb, moment], env=environment,
                         cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60)  # fmt: skip
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert state() == before
    call_command("check_edition", stdout=StringIO(), stderr=StringIO())
    KILLS.append(moment)
    figure(
        "crashes, killed", f"{len(KILLS)} processes ended by SIGKILL in the middle, the old state each time"
    )


KILLS: list[str] = []
