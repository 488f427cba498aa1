"""Two curators at one article at the same moment: never two drafts of one proposal."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.desk.review import Refused
from archive.ingest.actions import accept, accept_all, reject, take_in
from archive.ingest.models import Intake, Proposal
from events.models import Event, Person, Source, Statement
from tests.ingest.desk.conftest import ARTICLE
from tests.ingest.desk.test_deciding import quotation

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts) -> list[str]:  # type: ignore[no-untyped-def]
    """Does things at the same moment, each on a connection of its own; returns what was refused."""
    ready = Barrier(len(acts))

    def run(act) -> str:  # type: ignore[no-untyped-def]
        ready.wait(timeout=20)
        try:
            act()
            return ""
        except Refused as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [told for told in threads.map(run, acts) if told]


def test_one_proposal_accepted_by_two_makes_one_draft(intake: Intake, ada: User, ben: User):
    said = quotation(intake, "We counted")
    refused = at_once(lambda: accept(said, by=ada), lambda: accept(said, by=ben))
    assert refused == ["Somebody has accepted this already."]
    assert (Statement.objects.count(), Person.objects.count()) == (1, 1)


def test_two_statements_of_one_speaker_make_one_person(intake: Intake, ada: User, ben: User):
    first, second = quotation(intake, "We counted"), quotation(intake, "Nobody has")
    assert at_once(lambda: accept(first, by=ada), lambda: accept(second, by=ben)) == []
    assert (Statement.objects.count(), Person.objects.count()) == (2, 1)


def test_everything_accepted_by_two_at_once_is_there_once(intake: Intake, ada: User, ben: User):
    every = list(intake.proposals.values_list("pk", flat=True))
    at_once(
        lambda: accept_all(intake, proposals=every, by=ada),
        lambda: accept_all(intake, proposals=list(reversed(every)), by=ben),
    )
    made = [(p.made_kind, p.made_identifier) for p in Proposal.objects.all() if p.made_identifier]
    assert len(made) == len(set(made))
    assert Event.objects.filter(part_of=None).count() == 1


def test_one_accepts_while_the_other_rejects_and_one_of_them_wins(intake: Intake, ada: User, ben: User):
    said = quotation(intake, "We counted")
    refused = at_once(lambda: accept(said, by=ada), lambda: reject(said, by=ben))
    assert len(refused) == 1
    said.refresh_from_db()
    assert Statement.objects.exists() == (said.state == "accepted")


def test_the_same_article_taken_in_by_two_at_once_is_there_once(ada: User, ben: User):
    def take(by: User) -> None:
        take_in(data=ARTICLE.encode(), by=by)

    refused = at_once(lambda: take(ada), lambda: take(ben))
    assert len(refused) == 1
    assert "already" in refused[0]
    assert Source.objects.count() == 1
