"""A newer version of a transcript: set against the passages, taken over one by one, nothing lost."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from archive.core.transcripts import Cue
from archive.desk.comparison import ADDED, CHANGED, REMOVED, SAME
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions import versions as acts
from testimonies.actions.transcripts import seen_passages
from testimonies.desk.versions import Difference, differences, unlike
from testimonies.models import HandedIn, Passage, Testimony
from testimonies.vaults import transcripts
from tests.testimonies.test_transcripts import desk, post
from tests.universe import Universe
from tests.witnesses import Told

__all__ = ["desk"]
STANDS = ["Where were you?", "At home, in the lower town.", "They came before four. There were three.",
          "Who came?", "Men of the guard."]  # fmt: skip
NEWER = """Q: When did they come?

A: At night, before four. Davud Parnak led them, he lived in Mill Street.

A: Nobody slept.

A: They beat my older brother in the yard.
"""


def compared(stands: list[str], newer: list[str]) -> list[Difference]:
    passages = [Passage(pk=at, text=text, language="en") for at, text in enumerate(stands, 1)]
    return differences(passages, [Cue(text=text) for text in newer])


def told(rows: list[Difference]) -> list[tuple[str, int | None, str]]:
    return [(each.fate, each.passage.pk if each.passage else None, each.text) for each in rows]


# the comparison


def test_each_passage_is_compared_with_its_own_words_however_either_is_divided():
    newer = ["Where were you?", "At home, in the upper town. They came before four.",
             "There were three of them.", "We hid.", "Who came?", "Nobody knows that for sure."]  # fmt: skip
    assert told(compared(STANDS, newer)) == [
        (SAME, 1, "Where were you?"),
        (CHANGED, 2, "At home, in the upper town."),
        (CHANGED, 3, "They came before four.\nThere were three of them."),
        (ADDED, None, "We hid."),
        (SAME, 4, "Who came?"),
        (CHANGED, 5, "Nobody knows that for sure."),
    ]


def test_what_is_left_out_or_put_in_beside_a_like_passage_is_told_from_it():
    assert told(compared(["We were in the yard.", "We were cold."], ["We were cold."])) == [
        (REMOVED, 1, ""), (SAME, 2, "We were cold."),
    ]  # fmt: skip
    first, second = compared(["We were cold."], ["We were in the yard.", "We were cold."])
    assert (first.fate, first.after, second.fate) == (ADDED, None, SAME)


def test_one_paragraph_is_divided_where_the_passages_are_in_persian_too():
    rows = compared(["شب بود.", "«برادرم» را زدند"], ["شب بود. «برادرم» را سخت زدند"])
    assert told(rows) == [(SAME, 1, "شب بود."), (CHANGED, 2, "«برادرم» را سخت زدند")]


def test_other_blanks_are_no_other_words():
    assert [each.fate for each in compared(["They came\nbefore four."], ["They  came before four."])] == [
        SAME
    ]


def test_the_differences_are_shown_word_by_word():
    pieces = compared(["in the lower town"], ["in the upper town"])[0].pieces
    assert [(each.fate, each.text) for each in pieces] == [
        (SAME, "in the "), (REMOVED, "lower"), (ADDED, "upper"), (SAME, " town"),
    ]  # fmt: skip


def test_another_interview_is_noticed():
    assert unlike(compared(STANDS, ["Nothing of this is alike at all", "not one sentence of it"]))
    assert not unlike(compared(STANDS, STANDS[:4]))


WORDS = st.lists(st.sampled_from(["yes", "no", "we", "came", "four…", "(night)"]), min_size=1, max_size=5)
TEXTS = st.lists(WORDS.map(" ".join), max_size=6)


@given(TEXTS, TEXTS)
def test_no_word_is_lost_or_doubled_and_every_passage_stands_once(stands: list[str], newer: list[str]):
    rows = compared(stands, newer)
    assert [each.passage.pk for each in rows if each.passage] == list(range(1, len(stands) + 1))
    by_version = sorted(" ".join(each.text for each in rows).split())
    assert by_version == sorted(" ".join(newer).split())


@given(TEXTS)
def test_the_same_again_differs_in_nothing(stands: list[str]):
    assert {each.fate for each in compared(stands, stands)} <= {SAME}


def test_a_day_long_interview_is_compared_within_seconds():
    words = [f"{'ab'[n % 2]}{n * 7919 % 4001}" for n in range(30_000)]
    stands = [" ".join(words[at : at + 30]) for at in range(0, len(words), 30)]
    newer = [f"{each} indeed" for each in stands]
    begun = time.perf_counter()
    rows = compared(stands, newer)
    assert {each.fate for each in rows} == {CHANGED}
    assert time.perf_counter() - begun < 20


# taking over


@pytest.fixture
def account(told_: Told) -> Testimony:
    return told_.account


@pytest.fixture
def told_(told: Told, settings: Any, tmp_path: Path) -> Told:
    settings.VAULT = tmp_path / "vault"
    return told


@pytest.fixture
def row(account: Testimony, world: Universe) -> HandedIn:
    return acts.hand_in_version(account, data=NEWER.encode(), language="en", by=world.ada, filename="new.txt")


def take(account: Testimony, row: HandedIn, world: Universe, *numbers: int, new: bool = False) -> int:
    """Takes over the passages of these numbers, and what is new."""
    passages = list(account.passages.all())
    rows = differences(passages, acts.cues_of(row))
    texts = {each.passage.pk: each.text for each in rows if each.passage and each.number in numbers}
    added = [(each.after, each.cue) for each in rows if new and each.cue]
    return acts.take_over(
        account, row=row, texts=texts, new=added, seen=seen_passages(passages), by=world.ada
    )


@pytest.mark.django_db
def test_a_version_is_kept_as_it_came_and_changes_nothing_by_itself(
    account: Testimony, row: HandedIn, world: Universe
):
    with transcripts().open(row.sha256) as kept:
        assert kept.read() == NEWER.encode()
    assert (row.what, row.language, row.taken_by) == ("version", "en", "ada")
    assert Deed.objects.get(act="version").identifier == account.identifier
    assert account.passages.get(position=2).text == "They beat my brother in the yard."


@pytest.mark.django_db
def test_what_is_taken_over_is_taken_and_the_rest_stays(account: Testimony, row: HandedIn, world: Universe):
    identifiers = list(account.passages.values_list("identifier", flat=True))
    assert take(account, row, world, 3, new=True) == 2
    assert [each.text for each in account.passages.all()] == [
        "When did they come?",
        "At night. Davud Parnak led them, he lived in Mill Street.",
        "Nobody slept.",
        "They beat my older brother in the yard.",
        "My cousin in Orvane still has the letter.",  # not in the version, and not lost
    ]
    new = account.passages.get(text="Nobody slept.")
    assert (new.turn, new.language, new.position) == ("answer", "en", 3)
    kept = list(account.passages.exclude(pk=new.pk).values_list("identifier", flat=True))
    assert kept == identifiers
    passages = list(account.passages.all())
    left = [each.number for each in differences(passages, acts.cues_of(row)) if each.fate == CHANGED]
    assert left == [2]


@pytest.mark.django_db
def test_the_public_goes_on_with_the_old_words_and_a_lost_place_is_withheld_whole(
    account: Testimony, row: HandedIn, world: Universe
):
    take(account, row, world, 2, 3)
    led = account.passages.get(position=2)
    assert led.text.startswith("At night, before four.")
    assert led.withholdings.get().spans.get(translation=None).exact == "in Mill Street"
    public = str(Record.public.get(pk=account.identifier).facts)
    assert "Mill Street" not in public
    assert "older" not in public
    assert "before four" not in public


@pytest.mark.django_db
def test_what_changed_meanwhile_or_is_not_ticked_is_refused(
    account: Testimony, row: HandedIn, world: Universe
):
    facts: dict[str, Any] = {"row": row, "new": [], "by": world.ada}
    first = account.passages.all()[0]
    with pytest.raises(Refused, match="Nothing is ticked"):
        acts.take_over(account, texts={}, seen="", **facts)
    with pytest.raises(Refused, match="look again"):
        acts.take_over(account, texts={first.pk: "Other"}, seen="of yesterday", **facts)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "language", "told_why"),
    [(b"Q: Who?", "fr", "as a translation"), (b"%PDF-1", "", "PDF"), (b"", "", "empty")],
)
def test_what_is_no_version_is_refused_and_not_kept(
    account: Testimony, world: Universe, data: bytes, language: str, told_why: str
):
    with pytest.raises(Refused, match=told_why):
        acts.hand_in_version(account, data=data, language=language, by=world.ada)
    assert not HandedIn.objects.exists()


@pytest.mark.django_db
def test_without_passages_it_is_the_first_transcript(told_: Told, world: Universe):
    told_.untold.passages.all().delete()
    with pytest.raises(Refused, match="no passages yet"):
        acts.hand_in_version(told_.untold, data=NEWER.encode(), language="en", by=world.ada)


# the pages


def page_of(desk: Client, account: Testimony, row: HandedIn, **data: Any) -> Any:
    address = reverse("testimonies:version", args=[account.pk, row.pk])
    return desk.post(address, data, follow=True) if data else desk.get(address)


@pytest.mark.django_db
def test_a_version_is_handed_in_compared_and_taken_over_by_forms(desk: Client, account: Testimony):
    page = post(desk, "hand_in_version", account, {"pasted": NEWER, "language": ""})
    assert "Same words: 1. Other words: 2. New: 1. Not in it: 1." in page.text
    assert re.search(r"<ins>\s?older\s?</ins>", page.text)
    assert "Passage 4 is not in it, and stays" in page.text
    assert "Something is withheld in this passage" in page.text
    row = account.handed_in.get()
    beaten = account.passages.get(position=2)
    page = page_of(desk, account, row, one=f"p{beaten.pk}", seen=page.context["seen"])
    assert "1 passage taken over." in page.text
    page = page_of(desk, account, row, take=["n1"], seen=page.context["seen"])
    assert "1 passage taken over." in page.text
    assert "Same words: 3. Other words: 1. New: 0. Not in it: 1." in page.text
    beaten.refresh_from_db()
    assert beaten.text == "They beat my older brother in the yard."


@pytest.mark.django_db
def test_a_page_that_is_too_old_takes_nothing_over(desk: Client, account: Testimony, row: HandedIn):
    beaten = account.passages.get(position=2)
    assert "look again" in page_of(desk, account, row, one=f"p{beaten.pk}", seen="old").text
    assert "look again" in page_of(desk, account, row, take="p999999", seen="old").text
    assert "Nothing is ticked" in page_of(desk, account, row, seen="old").text
    beaten.refresh_from_db()
    assert beaten.text == "They beat my brother in the yard."


@pytest.mark.django_db
def test_a_version_is_compared_again_later_also_when_its_file_is_gone(
    desk: Client, account: Testimony, row: HandedIn
):
    assert "new.txt" in desk.get(reverse("testimonies:hand_in_version", args=[account.pk])).text
    ticked = desk.get(reverse("testimonies:version", args=[account.pk, row.pk]), {"all": ""})
    assert ticked.text.count(" checked") == 3
    transcripts().forget(row.sha256)
    address = reverse("testimonies:version", args=[account.pk, row.pk])
    assert "is not in the vault" in desk.get(address, follow=True).text


@pytest.mark.django_db
def test_bad_input_stays_in_the_form_and_strangers_see_none(
    desk: Client, account: Testimony, row: HandedIn, django_user_model: Any
):
    page = post(desk, "hand_in_version", account, {"pasted": NEWER, "language": "fr"})
    assert "Take it in as a translation" in page.text
    assert "Nobody slept." in page.text
    desk.force_login(django_user_model.objects.create_user("stranger", is_staff=True))
    assert page_of(desk, account, row).status_code == 403
    assert desk.get(reverse("testimonies:hand_in_version", args=[account.pk])).status_code == 403
