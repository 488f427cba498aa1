"""Withholding, saying where the words stand, and showing them again."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from hypothesis import strategies as st

from archive.core.spans import Span
from archive.desk import review
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions import passages
from testimonies.actions import withholding as acts
from testimonies.actions.withholding import Standing, standing_of
from testimonies.models import Passage, PassageTranslation, Withholding
from testimonies.renderings.names import Renamed
from testimonies.renderings.passages import segments_of
from tests.universe import Universe
from tests.witnesses import Told

TEXTS = st.text(alphabet="ab آ.", max_size=12)


def public_words(record: object) -> str:
    return json.dumps(Record.public.get(pk=record.identifier).facts, ensure_ascii=False)  # type: ignore[attr-defined]


def at(text: str, words: str) -> list[Span]:
    return [Span(text.index(words), text.index(words) + len(words))]


@pytest.fixture
def beaten(told: Told) -> Passage:
    """“They beat my brother in the yard.”, public, with a Persian translation."""
    return told.account.passages.get(position=2)


@pytest.fixture
def hidden(told: Told, world: Universe, beaten: Passage) -> Withholding:
    """The yard, withheld in the original and not yet marked in Persian."""
    return acts.withhold(
        told.account, passage=beaten, spans=at(beaten.text, "in the yard"), because="place", by=world.ada
    )


def persian(passage: Passage) -> PassageTranslation:
    return passage.translations.get(language="fa")


def shown(passage: Passage, translation: PassageTranslation | None = None) -> str:
    """What the public would get of a text, with … for a mark."""
    renamed = Renamed.of(passage.testimony)
    return "".join(each["text"] or "…" for each in segments_of(passage, translation, renamed))


# the verbs


@pytest.mark.django_db
def test_withheld_words_leave_the_public_at_once_and_the_translation_whole(told: Told, hidden: Withholding):
    said = public_words(told.account)
    assert "yard" not in said
    assert "حیاط" not in said
    assert "برادرم" not in said
    assert "They beat my brother " in said


@pytest.mark.django_db
def test_a_marked_translation_waits_for_approval(
    told: Told, world: Universe, beaten: Passage, hidden: Withholding
):
    text = persian(beaten)
    acts.say_where(hidden, translation=text, spans=at(text.text, "در حیاط"), by=world.ada)
    assert shown(beaten, text) == "برادرم را … زدند."
    assert "برادرم" not in public_words(told.account)
    world.publish(told.account)
    assert "برادرم" in public_words(told.account)
    assert "حیاط" not in public_words(told.account)


@pytest.mark.django_db
def test_words_that_a_translation_does_not_render_are_said_not_to_stand_there(
    world: Universe, beaten: Passage, hidden: Withholding
):
    acts.say_where(hidden, translation=persian(beaten), spans=[], by=world.ada)
    assert shown(beaten, persian(beaten)) == "برادرم را در حیاط زدند."


@pytest.mark.django_db
def test_a_whole_translation_can_be_withheld_by_decision(
    world: Universe, beaten: Passage, hidden: Withholding
):
    acts.withhold_text(hidden, translation=persian(beaten), by=world.ada)
    assert shown(beaten, persian(beaten)) == "…"
    assert standing_of(hidden, persian(beaten), persian(beaten).text) == Standing.FITS


@pytest.mark.django_db
def test_words_of_a_translation_can_be_withheld_first(told: Told, world: Universe, beaten: Passage):
    text = persian(beaten)
    acts.withhold(
        told.account, passage=beaten, translation=text, spans=at(text.text, "برادرم"), because="narrator",
        by=world.ada,
    )  # fmt: skip
    assert shown(beaten) == "…"
    assert shown(beaten, text) == "… را در حیاط زدند."


@pytest.mark.django_db
def test_a_place_marked_wrongly_is_asked_for_anew(world: Universe, beaten: Passage, hidden: Withholding):
    text = persian(beaten)
    acts.say_where(hidden, translation=text, spans=at(text.text, "زدند"), by=world.ada)
    acts.ask_again(hidden, translation=text, by=world.ada)
    assert shown(beaten, text) == "…"
    with pytest.raises(Refused, match="only words"):
        acts.ask_again(hidden, translation=None, by=world.ada)
    assert shown(beaten) == "They beat my brother …."


@pytest.mark.django_db
def test_showing_again_changes_the_desk_and_not_the_public(told: Told, world: Universe, hidden: Withholding):
    with pytest.raises(Refused, match="Say why"):
        acts.show_again(hidden, by=world.ada, why=" ")
    acts.show_again(hidden, by=world.ada, why="The yard is known.")
    assert "yard" not in public_words(told.account)
    world.publish(told.account)
    assert "yard" in public_words(told.account)
    with pytest.raises(Refused, match="already"):
        acts.show_again(hidden, by=world.ada, why="Twice.")


@pytest.mark.django_db
def test_each_decision_is_in_the_audit_without_the_words(told: Told, world: Universe, hidden: Withholding):
    acts.show_again(hidden, by=world.ada, why="It is known.")
    deeds = Deed.objects.filter(identifier=told.account.identifier, act__in=("withhold", "show"))
    assert [(each.act, each.who) for each in deeds.order_by("pk")] == [("withhold", "ada"), ("show", "ada")]
    assert not any("yard" in each.why for each in deeds)


@pytest.mark.django_db
def test_a_whole_passage_is_withheld_and_not_twice(told: Told, world: Universe, beaten: Passage):
    acts.withhold_whole(told.account, passage=beaten, because="asked", by=world.ada)
    assert "brother" not in public_words(told.account)
    with pytest.raises(Refused, match="already"):
        acts.withhold_whole(told.account, passage=beaten, because="asked", by=world.ada)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("spans", "because", "seen", "told_why"),
    [
        ([Span(5, 900)], "place", "", "do not stand"),
        ([Span(4, 5)], "place", "", "Select the words"),
        ([Span(0, 4)], "boredom", "", "Choose a reason"),
        ([Span(0, 4)], "place", "another text", "changed this text"),
        ([], "place", "", "Select the words"),
    ],
)
def test_what_cannot_be_withheld_is_refused_in_a_sentence(
    told: Told, world: Universe, beaten: Passage, spans, because, seen, told_why
):
    with pytest.raises(Refused, match=told_why):
        acts.withhold(told.account, passage=beaten, spans=spans, because=because, seen=seen, by=world.ada)
    assert not beaten.withholdings.exists()


@pytest.mark.django_db
def test_the_same_words_are_not_withheld_twice(
    told: Told, world: Universe, beaten: Passage, hidden: Withholding
):
    with pytest.raises(Refused, match="already"):
        acts.withhold(
            told.account, passage=beaten, spans=at(beaten.text, "the yard"), because="asked", by=world.ada
        )


@pytest.mark.django_db
def test_an_account_without_the_right_changes_nothing(told: Told, beaten: Passage):
    stranger = User.objects.create_user("stranger", is_staff=True)
    with pytest.raises(Refused, match="may not"):
        acts.withhold_whole(told.account, passage=beaten, because="asked", by=stranger)
    with pytest.raises(Refused, match="may not"):
        passages.edit_text(told.account, passage=beaten, text="x", seen="", by=stranger)


@pytest.mark.django_db
def test_what_a_page_calls_shown_is_what_the_public_gets(told: Told, world: Universe, hidden: Withholding):
    """The desk's own words for a text's state agree with the rendering, in every state there is."""
    for passage in told.account.passages.prefetch_related("translations", "withholdings__spans"):
        for translation in (None, *passage.translations.all()):
            segments = segments_of(passage, translation, Renamed.of(told.account))
            whole = len(segments) == 1 and segments[0]["kind"] == "withheld"
            assert acts.hidden_whole(passage, translation) == whole
    assert review.rendering_or_none(told.account)
