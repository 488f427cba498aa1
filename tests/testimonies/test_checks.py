"""The three checks before a publication, on prepared leaks in both scripts."""

from __future__ import annotations

import pytest

from archive.desk import review
from archive.desk.changes import change
from archive.desk.checks import findings_of
from archive.desk.previews import Preview
from archive.desk.review import Refused
from testimonies.checks.tells import tells_in
from testimonies.models import Testimony
from testimonies.sealing.actions import protect_word
from tests.universe import Universe
from tests.witnesses import Told, agrees, told_by

pytestmark = pytest.mark.django_db


def found_in(testimony: Testimony, check: str, *, stops: bool | None = None) -> list[str]:
    testimony.refresh_from_db()
    findings = findings_of(testimony, Preview.of(testimony).new)
    chosen = [each for each in findings if each.check == check and stops in (None, each.stops)]
    return [f"{each.where}: {each.what}" for each in chosen]


def answers_to(testimony: Testimony) -> dict[str, str]:
    findings = findings_of(testimony, Preview.of(testimony).new)
    return {each.key: "Looked at." for each in findings if not each.stops}


@pytest.fixture
def sealed(told: Told, world: Universe) -> Testimony:
    """The narrator's real name is protected; an account of hers holds nothing of it."""
    for label, word in (("name", "Maryam Dalvand"), ("village", "Sarnok")):
        protect_word(told.neighbour, label=label, word=word, by=world.ada)
    account = told_by(told.neighbour, "The well", ("answer", "We drew water.", "آب کشیدیم."))
    agrees(account)
    return account


@pytest.mark.parametrize(
    "leak",
    [
        "They called me Maryam there.", "“Mariam!” he shouted.", "Miss Dalvand's room was sealed.",
        "the Dalvands of our street", "Nous vivions à Sarnok.", "They wrote M a r y a m on the list.",
        "مریم را صدا زدند.", "خانواده‌ی دالوند آنجا بود.", "به مریم‌جان بگو", "كانت مريم هناك", "آل دالوند",
        "از سارنوک آمدیم.",
    ],
)  # fmt: skip
def test_a_sealed_word_in_any_passage_stops_a_publication(sealed: Testimony, world: Universe, leak: str):
    with change(sealed, by=world.ada) as account:
        account.passages.create(position=9, text=leak, language="en")
    [found] = found_in(sealed, "Sealed words", stops=True)[:1]
    assert "passage 2" in found
    with pytest.raises(Refused, match="protected word"):
        review.ask(sealed, by=world.ada, answers=answers_to(sealed))


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_sealed_word_in_a_title_or_summary_stops_it_too(sealed: Testimony, world: Universe, field: str):
    with change(sealed, by=world.ada) as account:
        setattr(account, field, {"en": "Water", "fa": "مریم و آب"})
        account.save()
    assert field in found_in(sealed, "Sealed words", stops=True)[0]


def test_what_holds_no_sealed_word_passes(sealed: Testimony, world: Universe):
    with change(sealed, by=world.ada) as account:
        account.passages.create(position=9, language="en", text=(
            "The married women marched to the river in March. A dull wind came; Marina and Karim waited. "
            "Nobody slept in that ward, and the sergeant kept the door."
        ))  # fmt: skip
        account.passages.create(position=10, language="fa", text=(
            "مردم در میدان ایستاده بودند و دلواپس بچه‌ها بودند. مرمر سرد بود و مردان سرود می‌خواندند."
        ))  # fmt: skip
    assert found_in(sealed, "Sealed words") == []


def test_what_is_withheld_or_renamed_is_not_found(sealed: Testimony, world: Universe):
    with change(sealed, by=world.ada) as account:
        account.passages.create(position=9, text="They called me Maryam.", language="en")
        account.pseudonyms.create(names=["Maryam"], instead={"en": "Witness"}, decided_by="ada")
    assert found_in(sealed, "Sealed words") == []


def test_the_consent_in_force_is_told_and_its_gaps_are_asked_about(sealed: Testimony):
    told = " ".join(found_in(sealed, "Consent", stops=False))
    assert "Agreed to: Pages of this archive" in told
    assert "No evidence" in told


def test_a_warning_has_to_be_answered_in_words(sealed: Testimony, world: Universe):
    with pytest.raises(Refused, match="Answer in words"):
        review.ask(sealed, by=world.ada)
    request = review.ask(sealed, by=world.ada, answers=answers_to(sealed))
    assert {"Looked at."} == {each["answer"] for each in request.findings}
    review.approve(request, by=world.ben)


def test_facts_that_together_point_to_few_are_asked_about(sealed: Testimony, world: Universe):
    with change(sealed, by=world.ada) as account:
        account.places.add(world.amaly)
        account.passages.create(
            position=9, text="I was 17 years old, a teacher at the harbour school.", language="en"
        )
    told = " ".join(found_in(sealed, "Jigsaw"))
    assert "teacher" in told
    assert "fits 1 of those" in told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I was 17 and my brother was taken.", {"age:17", "relation:sibling"}),
        ("J'avais 22 ans, j'étais institutrice.", {"age:22", "occupation:teacher"}),
        (
            "من ۱۷ ساله بودم و معلم بودم. برادرم را بردند.",
            {"age:17", "occupation:teacher", "relation:sibling"},
        ),
        ("كنت معلمة وأخي كان جندي", {"occupation:teacher", "relation:sibling"}),
        ("The bus left at 17 o'clock.", set()),
        ("We walked to the square.", set()),
    ],
)
def test_what_a_text_tells_of_its_speaker(text: str, kinds: set[str]):
    assert {f"{each.kind}:{each.value}" for each in tells_in(text)} == kinds
