"""From proposals to drafts, and back."""

import pytest
from django.contrib.auth.models import User

from archive.desk.review import Refused
from archive.edition.models import Record
from archive.ingest.actions import accept, accept_all, add, correct, merge, reject, split, undo
from archive.ingest.finding import places_of
from archive.ingest.models import Intake, Proposal, State
from events.models import Appearance, Claim, Demand, Event, Organisation, Person, Statement
from tests.universe import person

pytestmark = pytest.mark.django_db


def one(intake: Intake, kind: str, **fields: str) -> Proposal:
    """The first proposal of a kind whose fields hold these words."""
    for proposal in intake.proposals.filter(kind=kind):
        if all(value in str(proposal.fields.get(name)) for name, value in fields.items()):
            return proposal
    raise AssertionError([p.fields for p in intake.proposals.filter(kind=kind)])


def quotation(intake: Intake, words: str) -> Proposal:
    return next(p for p in intake.proposals.filter(kind="statement") if words in p.exact)


def test_accepting_a_statement_makes_its_speaker_first_and_nothing_public(intake: Intake, ada: User):
    accept(quotation(intake, "We counted"), by=ada)
    statement = Statement.objects.get()
    assert str(statement.person) == "Leyla Ormand"
    assert statement.anchors.get().anchor.holds_in(intake.source.text)
    assert not Record.objects.exists()


def test_what_was_accepted_first_is_tied_to_the_event_when_that_is_accepted(intake: Intake, ada: User):
    accept(quotation(intake, "We counted"), by=ada)
    accept(one(intake, "event"), by=ada)
    event = Event.objects.get()
    assert Statement.objects.get().event == event
    assert Appearance.objects.get().event == event
    assert event.sources.get() == intake.source


def test_everything_at_once(intake: Intake, ada: User):
    accept_all(intake, proposals=[p.pk for p in intake.proposals.all()], by=ada)
    assert not intake.proposals.exclude(state=State.ACCEPTED).exists()
    event = Event.objects.get()
    assert [str(host) for host in event.hosts.all()] == ["Committee of Karsavan Families"]
    assert Demand.objects.get().event == event


def test_a_reading_is_two_statements_each_with_its_own_voice(intake: Intake, ada: User):
    reader = one(intake, "person", name="Leyla")
    author = one(intake, "organisation", name="Ministry")
    reading = correct(
        quotation(intake, "Nobody has answered"),
        by=ada,
        fields={"statement_kind": "reading", "speaker": author.key, "read_by": reader.key},
    )
    accept(reading, by=ada)
    read = Statement.objects.get(statement_kind="reading")
    assert str(read.person) == "Leyla Ormand"
    assert str(read.quotes.organisation) == "Ministry of Justice"
    undo(reading, by=ada)
    assert not Statement.objects.exists()


def test_an_existing_person_is_picked_instead_of_making_another(intake: Intake, ada: User):
    known = Person.objects.create()
    accept(one(intake, "person", name="Leyla"), by=ada, existing=known.identifier)
    accept(quotation(intake, "We counted"), by=ada)
    assert Statement.objects.get().person == known
    assert Person.objects.count() == 1


def test_undoing_takes_the_draft_away_while_nothing_depends_on_it(intake: Intake, ada: User):
    speaker, said = one(intake, "person", name="Leyla"), quotation(intake, "We counted")
    accept_all(intake, proposals=[said.pk, one(intake, "event").pk], by=ada)
    with pytest.raises(Refused, match="Undo that one first"):
        undo(speaker, by=ada)
    undo(said, by=ada)
    undo(speaker, by=ada)
    assert not Person.objects.exists()
    assert not Appearance.objects.exists()
    assert Proposal.objects.get(pk=speaker.pk).state == State.OPEN


def test_an_undone_acceptance_of_an_existing_body_leaves_the_body(intake: Intake, ada: User):
    known = Organisation.objects.create()
    host = one(intake, "organisation", name="Committee")
    accept(one(intake, "event"), by=ada)
    accept(host, by=ada, existing=known.identifier)
    assert Event.objects.get().hosts.get() == known
    undo(host, by=ada)
    assert not Event.objects.get().hosts.exists()
    assert Organisation.objects.get() == known


def test_a_rejected_proposal_can_be_taken_back(intake: Intake, ada: User):
    topic = intake.proposals.first()
    reject(topic, by=ada)
    with pytest.raises(Refused, match="rejected this already"):
        accept(topic, by=ada)
    undo(topic, by=ada)
    accept(topic, by=ada)


def test_a_statement_of_a_rejected_speaker_asks_for_another(intake: Intake, ada: User):
    reject(one(intake, "person", name="Leyla"), by=ada)
    with pytest.raises(Refused, match="Choose somebody else"):
        accept(quotation(intake, "We counted"), by=ada)


def test_an_inferred_year_is_marked_uncertain(intake: Intake, ada: User):
    event = correct(one(intake, "event"), by=ada, fields={"inferred_year": "2025"})
    accept(event, by=ada)
    assert Event.objects.get().date_edtf == "2025?-05-03"


def test_a_statement_is_split_and_joined_again(intake: Intake, ada: User):
    said = quotation(intake, "Nobody has answered")
    second = split(said, by=ada, at=intake.source.text.index("We will write"))
    said.refresh_from_db()
    assert said.exact == "Nobody has answered us."
    assert second.exact == "We will write again"
    merge(second, into=said, by=ada)
    said.refresh_from_db()
    assert said.exact == "Nobody has answered us. We will write again"


def test_what_was_proposed_is_kept_beside_what_a_curator_made_of_it(intake: Intake, ada: User):
    event = one(intake, "event")
    city = event.fields["city"]
    corrected = correct(event, by=ada, fields={"city": "Ourane"})
    assert corrected.corrected
    assert corrected.proposed["fields"]["city"] == city
    assert corrected.history.count() == 2


def test_a_speaker_accepted_on_the_way_is_the_one_the_archive_knows(intake: Intake, ada: User):
    known = person("Leyla Ormand")
    accept(quotation(intake, "We counted"), by=ada)
    assert Person.objects.get() == known


def test_of_several_what_cannot_be_accepted_stays_open_and_is_told(intake: Intake, ada: User):
    reject(one(intake, "person", name="Leyla"), by=ada)
    said, event = quotation(intake, "We counted"), one(intake, "event")
    several = accept_all(intake, proposals=[said.pk, event.pk], by=ada)
    assert [each.pk for each in several.done] == [event.pk]
    assert "Choose somebody else" in several.refused[0]
    said.refresh_from_db()
    assert said.state == State.OPEN
    assert not Statement.objects.exists()


def test_an_open_figure_stays_open_and_shows_at_the_event_where_it_was_reported(intake: Intake, ada: User):
    said = quotation(intake, "We counted")
    figure = add(
        intake,
        by=ada,
        kind="claim",
        spans=[places_of(intake.source.text, "400 graves")[0]],
        fields={
            "value_low": 400,
            "counts": "graves",
            "statement": said.key,
            "asserted_by": said.fields["speaker"],
        },
    )
    accept_all(intake, proposals=[one(intake, "event").pk, figure.pk], by=ada)
    claim = Claim.objects.get()
    assert (claim.low, claim.high) == (400, None)
    assert (claim.event, claim.made_at) == (None, Event.objects.get())
    accept(quotation(intake, "We counted"), by=ada)
    claim.refresh_from_db()
    assert claim.statement == Statement.objects.get()


def test_statements_keep_the_order_of_the_article(intake: Intake, ada: User):
    later, earlier = quotation(intake, "Nobody has"), quotation(intake, "We counted")
    accept_all(intake, proposals=[later.pk, earlier.pk], by=ada)
    assert [each.text[:10] for each in Statement.objects.order_by("position")] == ["We counted", "Nobody has"]
