"""The desk's pages of taking in, as a curator uses them without JavaScript."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from archive.ingest.actions import take_in
from archive.ingest.models import Intake, Proposal, State
from events.models import Event, Person, Source, Statement
from tests.ingest.desk.conftest import ARTICLE
from tests.ingest.desk.test_deciding import one, quotation
from tests.universe import person

pytestmark = pytest.mark.django_db
HOME = "/desk/ingest/"


@pytest.fixture
def desk(client: Client, ada: User) -> Client:
    """Ada at the desk."""
    client.force_login(ada)
    return client


def page(intake: Intake, more: str = "") -> str:
    return f"{HOME}{intake.pk}/{more}"


def decide(desk: Client, proposal: Proposal, act: str, **more: str) -> str:
    address = page(proposal.intake, "decide/")
    answer = desk.post(address, {"proposal": proposal.pk, "act": act, **more}, follow=True)
    assert answer.status_code == 200
    proposal.refresh_from_db()
    return answer.content.decode()


def test_an_article_is_pasted_and_its_proposals_shown_beside_it(desk: Client):
    answer = desk.post(HOME, {"pasted": ARTICLE, "rights": "citation"}, follow=True)
    shown = answer.content.decode()
    assert "We counted 400 graves behind the prison" in shown
    assert "Words in quotation marks with a verb of saying" in shown
    assert Source.objects.get().original == ARTICLE.encode()


def test_a_file_that_is_no_text_is_answered_with_a_sentence(desk: Client, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-1.7 ...")
    with file.open("rb") as upload:
        answer = desk.post(HOME, {"file": upload, "rights": "citation"})
    assert "This is a PDF" in answer.content.decode()
    assert not Source.objects.exists()


def test_nothing_pasted_is_answered_with_a_sentence(desk: Client):
    assert "Paste the article" in desk.post(HOME, {"rights": "citation"}).content.decode()


def test_the_same_article_again_leads_to_the_first(desk: Client, intake: Intake):
    shown = desk.post(HOME, {"pasted": ARTICLE, "rights": "citation"}).content.decode()
    assert "has been taken in already" in shown
    assert page(intake) in shown


def test_accepting_leads_to_the_next_open_proposal(desk: Client, intake: Intake):
    event = one(intake, "event")
    shown = decide(desk, event, "accept")
    assert event.state == State.ACCEPTED
    assert "Accepted as drafts" in shown
    assert shown.count("autofocus") == 1


def test_rejecting_can_be_undone_on_the_page(desk: Client, intake: Intake):
    topic = intake.proposals.last()
    decide(desk, topic, "reject")
    assert topic.state == State.REJECTED
    decide(desk, topic, "undo")
    assert topic.state == State.OPEN


def test_a_likely_match_is_offered_with_why_and_chosen_beforehand(desk: Client, intake: Intake):
    known = person("Leyla Ormand")
    shown = desk.get(page(intake)).content.decode()
    assert f'<option value="{known.identifier}" selected>Leyla Ormand — the same name</option>' in shown
    decide(desk, one(intake, "person", name="Leyla"), "accept", existing=known.identifier)
    assert Person.objects.get() == known


def test_a_proposal_is_corrected_and_accepted(desk: Client, intake: Intake):
    said = quotation(intake, "We counted")
    form = {
        "statement_kind": "paraphrase",
        "speaker": said.fields["speaker"],
        "words": "We counted  400 graves",
    }
    answer = desk.post(page(intake, f"{said.pk}/"), form | {"accept": "1"}, follow=True)
    assert "Accepted as corrected" in answer.content.decode()
    statement = Statement.objects.get()
    assert (statement.text, statement.statement_kind) == ("We counted 400 graves", "paraphrase")


def test_words_that_do_not_stand_in_the_article_are_refused(desk: Client, intake: Intake):
    said = quotation(intake, "We counted")
    answer = desk.post(
        page(intake, f"{said.pk}/"), {"words": "We never said this", "statement_kind": "quotation"}
    )
    assert "do not stand in the article" in answer.content.decode()


def test_a_wrong_date_is_refused_with_a_sentence(desk: Client, intake: Intake):
    event = one(intake, "event")
    form = {"words": event.exact.replace(" … ", "\n[…]\n"), "event_kind": "hearing", "date_edtf": "yesterday"}
    answer = desk.post(page(intake, f"{event.pk}/"), form)
    assert "is not a date that can be understood" in answer.content.decode()


def test_a_statement_is_split_where_its_second_sentence_begins(desk: Client, intake: Intake):
    said = quotation(intake, "Nobody has answered")
    desk.post(page(intake, f"{said.pk}/mend/"), {"act": "split", "words": "We will write"})
    assert intake.proposals.filter(rule="by-hand").get().exact == "We will write again"


def test_a_person_becomes_an_organisation(desk: Client, intake: Intake):
    leyla = one(intake, "person", name="Leyla")
    desk.post(page(intake, f"{leyla.pk}/mend/"), {"act": "kind", "kind": "organisation"})
    leyla.refresh_from_db()
    assert (leyla.kind, leyla.fields["name"]) == ("organisation", "Leyla Ormand")


def test_what_was_missed_is_added_from_its_words(desk: Client, intake: Intake):
    answer = desk.post(page(intake, "add/"), {"kind": "topic", "words": "graves behind the prison"})
    added = intake.proposals.get(rule="by-hand")
    assert answer.url == page(intake, f"{added.pk}/")
    assert added.fields["label"] == "graves behind the prison"
    assert desk.get(answer.url).status_code == 200


def test_words_that_stand_twice_ask_which_place(desk: Client, intake: Intake):
    shown = desk.post(page(intake, "add/"), {"kind": "topic", "words": "the prison"}).content.decode()
    assert "several places" in shown
    assert shown.count('name="start"') == 2


def test_all_of_a_kind_are_shown_once_more_and_then_accepted(desk: Client, intake: Intake):
    address = page(intake, "several/?kind=statement")
    shown = desk.get(address).content.decode()
    pks = list(intake.proposals.filter(kind="statement").values_list("pk", flat=True))
    assert all(f'value="{pk}"' in shown for pk in pks)
    desk.post(address, {"proposal": pks})
    assert Statement.objects.count() == len(pks)


def test_everything_above_a_confidence(desk: Client, intake: Intake):
    shown = desk.get(page(intake, "several/?above=0.9")).content.decode()
    assert "We counted" in shown
    assert "Ministry of Justice" not in shown.split("several")[-1].split("Also accepts")[0]


def test_an_article_is_left_and_taken_up_later(desk: Client, intake: Intake):
    decide(desk, one(intake, "event"), "accept")
    total = intake.proposals.count()
    assert f"1 of {total} decided" in desk.get(HOME).content.decode()


def test_a_finished_article_leads_to_its_event(desk: Client, intake: Intake):
    every = list(intake.proposals.values_list("pk", flat=True))
    desk.post(page(intake, "several/"), {"proposal": every})
    shown = desk.post(page(intake, "close/"), follow=True).content.decode()
    assert "Finished by ada" in shown
    assert str(Event.objects.get()) in shown


def test_other_words_from_the_same_address_ask_whether_they_are_a_new_version(desk: Client, intake: Intake):
    form = {"pasted": ARTICLE + "\n\nA later line of the article.", "rights": "citation"}
    shown = desk.post(HOME, form | {"taken_from": intake.source.taken_from})
    assert "It is a new version" in shown.content.decode()
    held = shown.context["held"]
    desk.post(f"{HOME}answer/", {"held": held, "as": "another"})
    assert Intake.objects.count() == 2


def test_a_held_article_that_somebody_changed_is_not_taken_in(desk: Client):
    desk.post(f"{HOME}answer/", {"held": "forged:words", "as": "another"})
    assert not Intake.objects.exists()


def test_a_stranger_sees_nothing(client: Client, intake: Intake, stranger: User):
    client.force_login(stranger)
    for address in (HOME, page(intake), page(intake, "several/"), page(intake, "add/")):
        assert client.get(address).status_code == 403, address
    assert client.post(page(intake, "decide/"), {}).status_code == 403


def test_nobody_without_an_account_sees_anything(client: Client, intake: Intake):
    assert client.get(page(intake)).url.startswith("/desk/login/")


def test_a_persian_article_is_shown_from_right_to_left(desk: Client, ada: User):
    text = "گردهمایی خانواده‌ها\n\nلیلا اورمند گفت: «ما چهارصد گور شمردیم و کسی پاسخی نداد.»\n"
    taken = take_in(data=text.encode(), by=ada, language="fa")
    assert 'lang="fa" dir="rtl"' in desk.get(page(taken)).content.decode()


def test_an_inferred_year_is_given_with_the_acceptance(desk: Client, intake: Intake):
    decide(desk, one(intake, "event"), "accept", inferred_year="2025")
    assert Event.objects.get().date_edtf == "2025?-05-03"


def test_a_year_that_is_none_is_answered_with_a_sentence(desk: Client, intake: Intake):
    assert "four figures" in decide(desk, one(intake, "event"), "accept", inferred_year="25?")
    assert not Event.objects.exists()


def test_somebody_who_was_not_there_is_unticked_with_the_acceptance(desk: Client, intake: Intake):
    decide(desk, one(intake, "event"), "accept")
    decide(desk, one(intake, "person", name="Leyla"), "accept", asks_at_event="1")
    assert not Event.objects.get().appearances.exists()
    assert Person.objects.exists()


def test_the_same_key_pressed_twice_leads_on_and_never_to_an_undo(desk: Client, intake: Intake):
    event = one(intake, "event")
    decide(desk, event, "accept")
    shown = decide(desk, event, "accept")
    assert "Somebody has accepted this already" in shown
    assert event.state == State.ACCEPTED
    focused = next(line for line in shown.splitlines() if "autofocus" in line)
    assert 'value="accept"' in focused
