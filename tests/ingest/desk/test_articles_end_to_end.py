"""Whole articles through the real verbs: taken in, everything accepted, everything anchored, undone."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from archive.desk.review import Refused
from archive.edition.models import Record
from archive.ingest.actions import accept, finish, reject, undo
from archive.ingest.models import Intake, State
from events.models import ClaimAnchor, DemandAnchor, Event, Source, StatementAnchor
from tests.ingest.desk.conftest import ARTICLES

pytestmark = pytest.mark.django_db
REAL = sorted((Path(__file__).resolve().parents[4] / "shared" / "real").glob("*"))
FILES = [*sorted(ARTICLES.glob("*.txt")), *sorted(ARTICLES.glob("*.html"))]
Taking = Callable[[Path], Intake]


def decide_everything(intake: Intake, by: User) -> list[str]:
    """Accepts all that can be, rejects the rest; returns the sentences of what was refused."""
    refused = []
    for proposal in intake.proposals.all():
        proposal.refresh_from_db()
        if proposal.state != State.OPEN:
            continue
        try:
            accept(proposal, by=by)
        except Refused as error:
            refused.append(str(error))
            reject(proposal, by=by)
    return refused


def everything_stands(source: Source) -> int:
    """How many places are noted in a source; each holds the words it says."""
    source.refresh_from_db()
    rows = [row for kind in (StatementAnchor, ClaimAnchor, DemandAnchor) for row in kind.objects.all()]
    for row in rows:
        assert source.text[row.start : row.end] == row.exact
    return len(rows)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_invented_article_becomes_drafts_that_stand_in_it(file: Path, taking: Taking, ada: User):
    intake = taking(file)
    refused = decide_everything(intake, ada)
    assert all("nobody by name" in each or "Say who reads" in each for each in refused), refused
    assert everything_stands(intake.source) > 0
    assert not Record.objects.exists()
    assert finish(intake, by=ada).finished


@pytest.mark.real
@pytest.mark.skipif(not REAL, reason="the real report is not at hand")
@pytest.mark.parametrize("file", REAL, ids=lambda file: file.suffix)
def test_a_real_report_becomes_drafts_and_can_be_undone(file: Path, taking: Taking, ada: User):
    intake = taking(file)
    assert decide_everything(intake, ada) == []
    assert everything_stands(intake.source) > 10
    event = Event.objects.filter(part_of=None).get()
    assert event.hosts.count() == 2
    assert event.appearances.count() >= 6
    assert not Record.objects.exists()
    for proposal in reversed(intake.proposals.filter(kind__in=["claim", "demand", "statement", "event"])):
        undo(proposal, by=ada)
    assert not Event.objects.exists()
    assert not StatementAnchor.objects.exists()


def checked() -> str:
    out = io.StringIO()
    call_command("check_anchors", stdout=out)
    return out.getvalue()


def test_every_place_can_be_checked_again(intake: Intake, ada: User):
    decide_everything(intake, ada)
    assert "All stand where they say" in checked()


def test_a_changed_text_is_noticed(intake: Intake, ada: User):
    decide_everything(intake, ada)
    with connection.cursor() as cursor:  # as somebody could who owns the database
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE events_source DISABLE TRIGGER USER")
        cursor.execute("UPDATE events_source SET text = 'X' || substr(text, 2) WHERE text LIKE 'F%%'")
        cursor.execute("UPDATE events_source SET text = replace(text, '400 graves', '4 graves') WHERE true")
        cursor.execute("ALTER TABLE events_source ENABLE TRIGGER USER")
    with pytest.raises(CommandError, match="wrong"):
        checked()
