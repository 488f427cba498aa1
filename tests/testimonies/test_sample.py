"""The sample collection: whole, public, honest about its sources, and gone without a trace when taken out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import transaction

from archive.desk import review
from archive.desk.models import Deed
from archive.desk.renderers import publishable_models
from archive.edition import ledger
from archive.edition.models import Record
from events.models import Appearance, ClaimAnchor, DemandAnchor, Event, Person, Source, StatementAnchor
from events.sample.files import EVENTS, FOLDER
from testimonies.models import Media, Narrator, Testimony
from testimonies.sample.load import load, remove
from testimonies.sample.make import TESTIMONIES
from testimonies.vaults import copies, originals

pytestmark = pytest.mark.django_db
REAL = Path(__file__).parents[3] / "shared" / "real"
LONGEST_SHARED = 5  # words in a row that a retelling may share with the report, names and offices aside


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker) -> Iterator[int]:
    """The sample, loaded once for all the tests here: each of them undoes only what it did itself."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def sample(loaded_once: int, db) -> int:
    return loaded_once


def records_at_the_desk() -> int:
    return sum(model._default_manager.filter(sample=True).count() for model in publishable_models())


def test_every_record_is_public_and_says_that_it_is_a_sample(sample: int):
    public = Record.public.all()
    made = records_at_the_desk() + Narrator.objects.filter(sample=True).count()
    assert made == sample == len([*EVENTS.entries(), *TESTIMONIES.entries()])
    assert records_at_the_desk() - public.count() == 2  # one under embargo, one taken back
    assert all(record.facts["sample"] is True for record in public)


def test_every_kind_is_there(sample: int):
    assert {record.kind for record in Record.public.all()} == {model.kind for model in publishable_models()}


def test_the_testimonies_are_what_a_newcomer_has_to_see(sample: int):
    public = {record.title["en"]: record for record in Record.public.filter(kind="testimony")}
    assert set(public) == {
        "Cell nine", "The lorries, heard from the bakery", "The ledger of the harbour office",
    }  # fmt: skip
    said = str(public["The ledger of the harbour office"].facts)
    for hidden in ("barometer", "هواسنج", "Pesk", "پسک", "chandler", "لوازم کشتی"):
        assert hidden not in said
    [recording] = public["The lorries, heard from the bakery"].facts["media"]
    assert recording["duration_ms"] > 30_000
    embargoed = Testimony.objects.get(title__en="What was on the list")
    with pytest.raises(Record.DoesNotExist):
        Record.objects.get(pk=embargoed.identifier)


def test_taking_it_out_forgets_its_files_too(sample: int, django_capture_on_commit_callbacks):
    digests = list(Media.objects.filter(testimony__sample=True).values_list("sha256", flat=True))
    assert all(originals().holds(each) for each in digests)
    with django_capture_on_commit_callbacks(execute=True):
        remove()
    assert not any(vault.holds(each) for each in digests for vault in (originals(), copies()))


def test_every_anchor_stands_where_it_says(sample: int):
    anchors = [row for kind in (StatementAnchor, ClaimAnchor, DemandAnchor) for row in kind.objects.all()]
    assert len(anchors) > 30
    assert all(row.anchor.holds_in(row.source.text) for row in anchors)


def test_every_link_leads_to_something_public(sample: int):
    for record in Record.objects.all():
        shown = sum(len(links) for links in record.links.values())
        assert shown == record.outgoing.count(), record


def test_one_asked_and_another_approved_and_nobody_can_log_in_as_either(sample: int):
    assert set(Deed.objects.values_list("act", "who")) == {
        ("ask", "sample-curator"),
        ("approve", "sample-approver"),
        ("withdraw", "sample-curator"),
    }
    for account in User.objects.filter(username__startswith="sample-"):
        assert not account.is_active
        assert not account.is_staff
        assert not account.has_usable_password()


def test_loading_twice_does_nothing_more(sample: int):
    head = ledger.head(using="default")
    assert load() == 0
    assert ledger.head(using="default") == head


def test_a_sample_record_that_was_withdrawn_is_not_published_by_loading_again(sample: int, world):
    revel = Person.objects.get(names__text="Nadja Revel")
    review.withdraw(revel, by=world.ada, why="To try it out.")
    load()
    assert not Record.public.filter(pk=revel.identifier).exists()


def test_removing_leaves_nothing_public_and_nothing_at_the_desk(sample: int):
    assert remove() == []
    assert not Record.public.exists()
    assert records_at_the_desk() == 0
    assert not Narrator.objects.filter(sample=True).exists()
    assert list(ledger.faults()) == []


def test_removing_touches_no_other_record(sample: int, world):
    remove()
    assert Record.public.filter(pk=world.leyla.identifier).exists()
    assert world.leyla in Person.objects.all()


def test_what_a_curators_own_record_leans_on_stays_at_the_desk_and_is_said(sample: int, world):
    revel = Person.objects.get(names__text="Nadja Revel")
    Appearance.objects.create(event=world.meeting, person=revel)
    assert remove() == ["Person “Nadja Revel” stays at the desk: “Meeting of the families” leans on it."]
    assert not Record.public.filter(pk=revel.identifier).exists()
    assert Person.objects.filter(sample=True).get() == revel


def test_what_stays_keeps_what_it_leans_on_itself(sample: int, world):
    vigil = Event.objects.get(title__en="Candles at the quarry")
    world.meeting.part_of = vigil
    world.meeting.save()
    stayed = remove()
    assert "Event “Candles at the quarry” stays at the desk: “Meeting of the families” leans on it." in stayed
    assert any(sentence.startswith("Event “Public hearing on Marrow Hill") for sentence in stayed)
    hearing = Event.objects.get(parts=vigil)
    assert set(Source.objects.filter(sample=True)) == {*vigil.sources.all(), *hearing.sources.all()}


def test_the_commands_say_what_they_do_and_bring_it_back_to_the_same_addresses(sample: int, capsys):
    before = {record.pk: record.path for record in Record.public.all()}
    for command in ("load_sample", "remove_sample", "remove_sample", "load_sample"):
        call_command(command, skip_checks=True)
    said = capsys.readouterr().out
    assert re.search(r"Published: \d+ events", said)
    assert "asked for by sample-curator and approved by sample-approver" in said
    assert "here already; nothing was done" in said
    assert re.search(r"Deleted at the desk: \d+ records", said)
    assert "There is no sample collection here" in said
    assert {record.pk: record.path for record in Record.public.all()} == before


def test_the_first_two_accounts_are_made_where_only_the_sample_has_any(sample: int, capsys):
    call_command("first_curator", skip_checks=True)
    assert set(User.objects.filter(is_active=True).values_list("username", flat=True)) == {
        "curator",
        "approver",
    }


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "'"))


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def names_and_offices() -> list[str]:
    """What may be said in the report's words because it has no others: names, and offices held."""
    found = []
    for entry in EVENTS.entries():
        if entry.kind in ("person", "organisation"):
            found += [text for _kind, _language, text in entry.facts["names"]]
        found += [each["role"]["en"] for each in entry.facts.get("appearances", []) if "role" in each]
    return sorted(found, key=len, reverse=True)


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_dir(), reason="the press report is not on this machine")
def test_no_sentence_of_the_press_report_stands_in_the_sample():
    report = "\n".join(path.read_text() for path in REAL.glob("*.txt")).lower()
    for name in names_and_offices():
        report = report.replace(name.lower(), "\0")
    of_report = {run for part in report.split("\0") for run in runs(words_of(part), LONGEST_SHARED + 1)}
    for path in (path for path in FOLDER.rglob("*") if path.suffix in {".toml", ".txt", ".py"}):
        shared = runs(words_of(path.read_text()), LONGEST_SHARED + 1) & of_report
        assert not shared, f"{path.name} repeats the report: {shared}"
