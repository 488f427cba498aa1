"""Taking in a transcript and its translation: looked at first, saved whole or not at all."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from archive.core.spans import Span
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions import transcripts as acts
from testimonies.actions.withholding import withhold
from testimonies.desk.aligning import aligned, left_open, moved
from testimonies.desk.held import held_back, kept_back
from testimonies.models import Passage, Testimony
from tests.universe import Universe
from tests.witnesses import Told

TIMED = b"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Interviewer>Where were you that winter?

00:00:04.500 --> 00:00:07.000
<v Mina>At home, in the lower town.

00:00:07.100 --> 00:00:11.000
<v Mina>They came before four.

00:00:10.000 --> 00:00:14.000
<v Interviewer>Who came?

00:00:15.000 --> 00:00:17.000
<v Mina>Three men of the guard.
"""
PERSIAN = """پرسش: آن زمستان کجا بودید؟

پاسخ: در خانه، در شهر پایین. پیش از چهار آمدند.

پاسخ: سه نفر از گارد.
"""
TURNS = {"Interviewer": "question", "Mina": "answer"}


@pytest.fixture(autouse=True)
def _vault_of_its_own(tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    settings.VAULT = tmp_path


@pytest.fixture
def empty(told: Told) -> Testimony:
    """A testimony of which nothing has been taken in."""
    told.untold.passages.all().delete()
    return told.untold


@pytest.fixture
def taken(empty: Testimony, world: Universe) -> list[Passage]:
    return acts.take_in(empty, data=TIMED, language="en", turns=TURNS, by=world.ada)


@pytest.fixture
def desk(world: Universe) -> Client:
    client = Client()
    client.force_login(world.ada)
    return client


# the moves of the alignment


@given(st.lists(st.sampled_from(["", "a", "b c", "d"]), min_size=1, max_size=6), st.data())
def test_no_move_loses_or_doubles_a_word(texts: list[str], data: st.DataObject):
    at = data.draw(st.integers(-1, len(texts)))
    after = moved(texts, at, data.draw(st.sampled_from(["back", "down", "up", "nonsense"])))
    assert " ".join(after).split() == " ".join(texts).split()
    assert len(after) == len(texts)


@pytest.mark.parametrize(
    ("how", "at", "after"),
    [
        ("back", 1, ["a\nb", "", "c", "d"]),
        ("down", 1, ["a", "", "b", "c\nd"]),
        ("up", 1, ["a", "b\nc", "d", ""]),
        ("back", 0, ["a", "b", "c", "d"]),
        ("down", 2, ["a", "b", "", "c\nd"]),
        ("down", 3, ["a", "b", "c", "d"]),
    ],
)
def test_each_move_does_what_its_button_says(how: str, at: int, after: list[str]):
    assert moved(["a", "b", "c", "d"], at, how) == after


def test_a_transcript_that_waits_comes_back_as_it_was_and_nobody_can_change_it():
    held = held_back(b"\x00\xff words", "interview.vtt")
    assert kept_back(held) == (b"\x00\xff words", "interview.vtt")
    assert kept_back(held.replace("interview", "another")) is None


# the verbs


@pytest.mark.django_db
def test_who_asks_is_guessed_from_the_transcript():
    assert acts.guesses(acts.reading_of(TIMED)) == {"Interviewer": "question", "Mina": "answer"}


@pytest.mark.django_db
def test_a_transcript_becomes_passages_with_turns_times_and_speakers(taken: list[Passage], empty: Testimony):
    rows = list(empty.passages.all())
    assert [(each.position, each.turn, each.start_ms) for each in rows] == [
        (1, "question", 1000), (2, "answer", 4500), (3, "question", 10000), (4, "answer", 15000),
    ]  # fmt: skip
    assert rows[1].text == "At home, in the lower town. They came before four."
    assert rows[1].speaker_as_stated == "Mina"
    assert empty.passages.filter(language="en").count() == 4


@pytest.mark.django_db
def test_the_file_is_kept_byte_for_byte_and_the_audit_names_its_digest_only(
    taken: list[Passage], empty: Testimony
):
    digest = sha256(TIMED).hexdigest()
    with acts.transcripts().open(digest) as kept:
        assert kept.read() == TIMED
    deed = Deed.objects.get(identifier=empty.identifier, act="take-in")
    assert digest in deed.why
    assert "Mina" not in deed.why


@pytest.mark.django_db
def test_a_testimony_with_passages_takes_in_no_second_transcript(
    taken: list[Passage], empty: Testimony, world: Universe
):
    with pytest.raises(Refused, match="has passages already"):
        acts.take_in(empty, data=TIMED, language="en", turns=TURNS, by=world.ada)


@pytest.mark.django_db
def test_passages_are_not_discarded_while_public_or_while_anything_is_withheld(
    told: Told, taken: list[Passage], empty: Testimony, world: Universe
):
    with pytest.raises(Refused, match="Withdraw it first"):
        acts.discard(told.account, by=world.ada, why="Wrong file.")
    withhold(empty, passage=taken[1], spans=[Span(0, 2)], because="place", by=world.ada)
    with pytest.raises(Refused, match="is withheld"):
        acts.discard(empty, by=world.ada, why="Wrong file.")
    taken[1].withholdings.all().delete()
    acts.discard(empty, by=world.ada, why="Wrong file.")
    assert not empty.passages.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "language", "told_why"),
    [
        (b"", "en", "empty"),
        (b"%PDF-1.7", "en", "PDF"),
        (TIMED, "english", "language tag"),
        (b"\x89PNG\r\n\x1a\n", "en", "picture"),
    ],
)
def test_what_is_no_transcript_is_refused_with_what_to_do(
    empty: Testimony, world: Universe, data: bytes, language: str, told_why: str
):
    with pytest.raises(Refused, match=told_why):
        acts.take_in(empty, data=data, language=language, turns={}, by=world.ada)
    assert not empty.passages.exists()


@pytest.mark.django_db
def test_a_translation_is_set_beside_its_passages_with_its_gap(taken: list[Passage]):
    rows = min(
        (aligned(taken, acts.passages_in(acts.reading_of(PERSIAN.encode()), turns={}, join=join))
         for join in (False, True)), key=left_open,
    )  # fmt: skip
    assert [each.text.split("،")[0].split()[0] if each.text else "" for each in rows] == [
        "آن",
        "در",
        "",
        "سه",
    ]


@pytest.mark.django_db
def test_a_translation_is_saved_with_its_author_and_not_twice(
    taken: list[Passage], empty: Testimony, world: Universe
):
    how: dict[str, Any] = {
        "seen": acts.seen_passages(taken), "language": "fa", "translator": "N. Vahl", "means": "human",
        "by": world.ada,
    }  # fmt: skip
    texts = {taken[0].pk: "آن زمستان کجا بودید؟", taken[3].pk: "سه نفر."}
    assert acts.take_in_translation(empty, texts=texts, **how) == 2
    assert empty.passages.first().translations.get().translator == "N. Vahl"  # type: ignore[union-attr]
    with pytest.raises(Refused, match="already"):
        acts.take_in_translation(empty, texts=texts, **how)
    acts.discard_translation(empty, language="fa", by=world.ada, why="Another was made.")
    assert acts.take_in_translation(empty, texts=texts, **how) == 2


@pytest.mark.django_db
def test_a_translation_without_author_or_of_passages_that_changed_is_refused(
    taken: list[Passage], empty: Testimony, world: Universe
):
    how: dict[str, Any] = {"texts": {taken[0].pk: "آن"}, "language": "fa", "by": world.ada}
    with pytest.raises(Refused, match="Name the translator"):
        acts.take_in_translation(empty, seen=acts.seen_passages(taken), translator=" ", means="human", **how)
    with pytest.raises(Refused, match="changed while"):
        acts.take_in_translation(empty, seen="other", translator="N. Vahl", means="human", **how)


# the pages


def post(desk: Client, name: str, testimony: Testimony, data: dict):  # type: ignore[no-untyped-def]
    return desk.post(reverse(f"testimonies:{name}", args=[testimony.pk]), data, follow=True)


@pytest.mark.django_db
def test_nothing_is_saved_until_it_is_confirmed(desk: Client, empty: Testimony):
    file = SimpleUploadedFile("interview.vtt", TIMED)
    page = post(desk, "transcript", empty, {"file": file, "language": "en"})
    said = page.content.decode()
    assert "before the last one ends" in said
    assert "Line 13:" in said
    assert not empty.passages.exists()
    answers = {"held": page.context["held"], "language": "en", "join": "on", "speaker-0": "question",
               "speaker-1": "other"}  # fmt: skip
    post(desk, "transcript", empty, answers | {"look": "1"})
    assert not empty.passages.exists()
    post(desk, "transcript", empty, answers | {"save": "1"})
    assert list(empty.passages.values_list("turn", flat=True)) == ["question", "other", "question", "other"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "told_why"),
    [
        ({}, "one of the two"),
        ({"pasted": "%PDF"}, "PDF"),
        ({"pasted": "Q: Who?", "language": "Persian"}, "not a language tag"),
    ],
)
def test_bad_input_gets_a_sentence_and_what_was_typed_stays(desk: Client, empty: Testimony, given, told_why):
    page = post(desk, "transcript", empty, given)
    assert told_why in page.content.decode()
    assert given.get("pasted", "") in page.content.decode()


@pytest.mark.django_db
def test_a_page_left_open_too_long_says_so(desk: Client, empty: Testimony):
    page = post(desk, "transcript", empty, {"held": "not ours", "save": "1"})
    assert "too long" in page.content.decode()


@pytest.mark.django_db
def test_a_translation_is_moved_and_saved_without_javascript(
    desk: Client, taken: list[Passage], empty: Testimony
):
    page = post(
        desk, "translation", empty,
        {"pasted": PERSIAN, "language": "fa", "translator": "N. Vahl", "means": "human"},
    )  # fmt: skip
    rows = page.context["rows"]
    assert page.context["gaps"] == 1
    fields = {name: page.context[name] for name in ("held", "seen", "language", "translator", "means")}
    fields |= {f"t-{each.passage.pk}": each.text for each in rows}
    page = post(desk, "translation", empty, fields | {"move": f"back:{taken[3].pk}"})
    assert page.context["rows"][2].text == rows[3].text
    assert not empty.passages.filter(translations__language="fa").exists()
    post(desk, "translation", empty, fields | {"save": "1"})
    assert empty.passages.filter(translations__language="fa").count() == 3


@pytest.mark.django_db
def test_somebody_without_the_right_sees_no_form(told: Told, django_user_model, desk: Client):
    stranger = django_user_model.objects.create_user("stranger", is_staff=True)
    desk.force_login(stranger)
    for name in ("transcript", "translation", "read", "withheld", "preview", "pseudonyms"):
        assert desk.get(reverse(f"testimonies:{name}", args=[told.account.pk])).status_code == 403
