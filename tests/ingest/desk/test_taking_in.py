"""Taking in: what is stored, what is refused, and what happens the second time."""

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from archive.core.canonical import sha256
from archive.desk.review import Refused
from archive.ingest.actions import AlreadyTaken, TakenBefore, accept, accept_all, take_in, take_in_version
from archive.ingest.models import Intake, Proposal, State
from events.models import Person, Source, Statement, StatementAnchor
from tests.ingest.desk.conftest import ARTICLE, ARTICLES
from tests.ingest.desk.test_deciding import one, quotation

pytestmark = pytest.mark.django_db


def test_the_article_is_stored_byte_for_byte(ada: User):
    data = ARTICLE.replace("\n", "\r\n").encode("utf-16")
    source = take_in(data=data, by=ada, filename="report.txt").source
    source.refresh_from_db()
    assert bytes(source.original) == data
    assert source.sha256 == sha256(data)
    assert source.text_sha256 == sha256(source.text)
    assert all(source.text[start:end] for _kind, start, end in source.blocks)


def test_every_proposal_stands_in_the_text(intake: Intake):
    assert intake.proposals.count() > 8
    for proposal in intake.proposals.all():
        assert proposal.exact.strip() == proposal.exact != ""
        assert proposal.proposed["fields"] == proposal.fields


def test_the_same_bytes_twice_lead_to_the_first(intake: Intake, ada: User):
    with pytest.raises(AlreadyTaken, match="taken in already") as caught:
        take_in(data=ARTICLE.encode(), by=ada)
    assert caught.value.intake == intake
    assert Source.objects.count() == 1


def test_the_same_words_in_other_bytes_lead_to_the_first_too(intake: Intake, ada: User):
    with pytest.raises(AlreadyTaken):
        take_in(data=ARTICLE.replace("\n", "\r\n").encode("utf-16"), by=ada)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "nothing in this"),
        (b"   \n\t", "nothing in this"),
        (b"%PDF-1.7 and so on", "This is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "This is an image"),
        (bytes(range(256)) * 40, "not text"),
        (b"word " * 1_100_000, "larger than 5 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_nothing_stored(ada: User, data: bytes, told: str):
    with pytest.raises(Refused, match=told):
        take_in(data=data, by=ada)
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    "how",
    [{"rights": "everything"}, {"taken_from": "x" * 2000}, {"language": "not a language"}],
)
def test_what_cannot_be_stored_is_refused_with_a_sentence(ada: User, how: dict):
    with pytest.raises(Refused):
        take_in(data=ARTICLE.encode(), by=ada, **how)
    assert not Source.objects.exists()


def test_only_a_curator_takes_in(stranger: User):
    with pytest.raises(Refused, match="administrator"):
        take_in(data=ARTICLE.encode(), by=stranger)


def test_only_a_curator_decides(intake: Intake, stranger: User):
    with pytest.raises(Refused, match="administrator"):
        accept(intake.proposals.first(), by=stranger)
    assert not intake.proposals.exclude(state=State.OPEN).exists()


def test_what_was_proposed_can_never_be_changed(intake: Intake):
    with pytest.raises(DatabaseError), transaction.atomic():
        Proposal.objects.filter(intake=intake).update(proposed={})


def test_other_words_from_the_same_address_are_asked_about(intake: Intake, ada: User):
    with pytest.raises(TakenBefore, match="same address"):
        take_in(data=b"Other words.", by=ada, taken_from=intake.source.taken_from)
    take_in(data=b"Other words.", by=ada, taken_from=intake.source.taken_from, another_document=True)


def test_a_new_version_carries_what_still_stands_and_flags_what_does_not(intake: Intake, ada: User):
    accept_all(intake, proposals=[p.pk for p in intake.proposals.filter(kind="statement")], by=ada)
    changed = ARTICLE.replace("Families meet", "An update.\n\nFamilies meet").replace(
        "Nobody has", "Few have"
    )
    newer, carried = take_in_version(data=changed.encode(), by=ada, taken_from=intake.source.taken_from)
    assert newer.source.previous == intake.source
    assert carried.lost == StatementAnchor.objects.filter(lost_in=newer.source).count() == 1
    assert carried.found == StatementAnchor.objects.filter(source=newer.source).count()
    assert "flagged: 1" in carried.sentence


def test_a_new_version_proposes_nothing_twice(intake: Intake, ada: User):
    accept(quotation(intake, "We counted"), by=ada)
    changed = "An update.\n\n" + ARTICLE
    newer, _carried = take_in_version(data=changed.encode(), by=ada, taken_from=intake.source.taken_from)
    assert quotation(newer, "We counted").state == State.ACCEPTED
    assert one(newer, "person", name="Leyla").existing == Person.objects.get().identifier
    accept(quotation(newer, "Nobody has"), by=ada)
    assert Person.objects.count() == 1
    assert Statement.objects.count() == 2


def test_a_web_page_is_read_without_its_furniture(taking):  # type: ignore[no-untyped-def]
    intake = taking(ARTICLES / "04-faces-of-gowhar-exhibition.html")
    assert "<p>" not in intake.source.text
    assert intake.proposals.filter(kind="statement").exists()
