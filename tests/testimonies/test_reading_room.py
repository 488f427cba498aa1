"""The reading room and its pages: what they show, what their forms do, and how they say what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from archive.core.spans import Span
from archive.edition.models import Record
from testimonies.actions.changing import seen_as
from testimonies.desk.markup import marked
from testimonies.desk.texts import Fate, languages_of, shown_passages, stretches
from testimonies.models import Passage, Withholding
from tests.universe import Universe
from tests.witnesses import Told, agrees

pytestmark = pytest.mark.django_db
QUIET = {"X-Quiet": "1"}


@pytest.fixture
def desk(told: Told, world: Universe) -> Client:
    client = Client()
    client.force_login(world.ada)
    return client


@pytest.fixture
def beaten(told: Told) -> Passage:
    return told.account.passages.get(position=2)


@pytest.fixture
def go(desk: Client, told: Told) -> Callable[..., Any]:
    """Posts to a page of the account, and gives the page it leads to."""

    def posted(name: str, *which: int, quiet: bool = False, **data: object) -> Any:
        address = reverse(f"testimonies:{name}", args=[told.account.pk, *which])
        if quiet:
            return desk.post(address + "?language=fa", data, headers=QUIET)
        return desk.post(address + "?language=fa", data, follow=True)

    return posted


def page_of(desk: Client, told: Told, name: str = "read", **query: str) -> str:
    return desk.get(reverse(f"testimonies:{name}", args=[told.account.pk]), query).content.decode()


# the texts


def test_every_sign_of_a_text_stands_on_the_page_once_and_escaped():
    text = "He said <b>“no”</b> & left.\n\nخانه‌ام"
    html = str(marked(stretches(text, [Fate(Span(3, 9), proposed=True), Fate(Span(5, 12), proposed=True)])))
    bare = html.replace("</span>", "").replace("</mark>", "").replace('<mark class="proposed">', "")
    for start in range(len(text)):
        for end in range(len(text) + 1):
            bare = bare.replace(f'<span data-s="{start}" data-e="{end}">', "")
    assert bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


def test_original_and_translation_stand_side_by_side_each_in_its_direction(desk: Client, told: Told):
    said = page_of(desk, told)
    assert 'lang="fa" dir="rtl"' in said
    assert "Withheld whole" in said
    assert "→ Officer B." in said
    assert languages_of(told.account) == ["fa"]


def test_a_passage_without_a_translation_is_a_gap(desk: Client, told: Told, beaten: Passage):
    beaten.translations.all().delete()
    assert "1 passage has no translation" in page_of(desk, told)
    assert [each.number for each in shown_passages(told.account, "fa") if not each.translation] == [3]


# withholding


def test_withholding_answers_the_script_with_the_passage_anew(go, desk: Client, told: Told, beaten: Passage):
    start = beaten.text.index("in the yard")
    answer = go(
        "withhold", beaten.pk, quiet=True, because="place", start=start, end=start + 11,
        seen=seen_as(beaten.text), translation="",
    ).json()  # fmt: skip
    assert "out of the public" in answer["said"]
    assert f'id="p-{beaten.pk}"' in answer["html"]
    assert "Where do these words stand in the fa text?" in answer["html"]
    desk.post(answer["undo"], {"why": "Undone at once."}, headers=QUIET)
    assert not beaten.withholdings.exists()


def test_the_script_is_told_in_a_sentence_what_was_refused(go, beaten: Passage):
    answer = go("withhold", beaten.pk, quiet=True, because="place", start=0, end=4, seen="other")
    assert answer.status_code == 409
    assert "changed this text" in answer.json()["wrong"]


def test_words_are_withheld_by_typing_them(go, beaten: Passage):
    page = go("withhold", beaten.pk, because="asked", words="in  the yard", why="She asked.")
    assert "Withheld, and out of the public already." in page.content.decode()
    row = beaten.withholdings.get()
    assert (row.spans.get().exact, row.why, row.decided_by) == ("in the yard", "She asked.", "ada")


@pytest.mark.parametrize(
    ("words", "told_why"), [("", "copy them"), ("nowhere", "do not stand"), ("e", "several places")]
)
def test_typed_words_that_are_not_plain_are_refused(go, beaten: Passage, words: str, told_why: str):
    assert told_why in go("withhold", beaten.pk, because="asked", words=words).content.decode()
    assert not beaten.withholdings.exists()


def test_words_in_several_places_are_withheld_in_all_when_said_so(go, told: Told):
    passage = told.account.passages.create(position=9, text="Ali hid, and Ali ran.", language="en")
    go("withhold", passage.pk, because="another", words="Ali", every="on")
    assert [each.start for each in passage.withholdings.get().spans.all()] == [0, 13]


def test_a_question_is_answered_in_each_of_its_ways(go, told: Told, beaten: Passage):
    go("withhold", beaten.pk, because="asked", words="in the yard")
    row = beaten.withholdings.get()
    text = beaten.translations.get()
    ways = {"these": ["در حیاط"], "all": [text.text], "none": [""]}
    for act, exact in ways.items():
        go("where", row.pk, act=act, translation=text.pk, words="در حیاط", seen=seen_as(text.text))
        assert [each.exact for each in row.spans.filter(translation=text)] == exact
    page = go("where", row.pk, act="again", translation=text.pk)
    assert "One place is to be marked" in page.content.decode()
    assert "Choose an answer" in go("where", row.pk, act="nonsense").content.decode()


def test_words_of_several_places_are_those_that_were_proposed(go, told: Told):
    passage = told.account.passages.create(position=9, text="They took Ali.", language="en")
    text = passage.translations.create(language="fa", text="علی گفت علی را بردند.")
    go("withhold", passage.pk, because="another", words="Ali")
    row = passage.withholdings.get()
    go("where", row.pk, act="these", translation=text.pk, words="علی", near="8")
    assert row.spans.get(translation=text).start == 8
    assert (
        "several places"
        in go("where", row.pk, act="these", translation=text.pk, words="علی").content.decode()
    )


def test_an_edit_that_loses_a_place_says_so_and_offers_to_mark_the_same_words(
    go, desk, told, beaten: Passage
):
    go("withhold", beaten.pk, because="asked", words="in the yard")
    go("text", beaten.pk, text="It was in the yard that they beat him.", seen=seen_as(beaten.text))
    said = page_of(desk, told)
    assert "not any more where they were" in said
    assert "Mark the same words again" in said
    go("where", beaten.withholdings.get().pk, act="carry", translation="")
    assert "not any more where they were" not in page_of(desk, told)


# correcting


def test_what_was_typed_over_a_text_that_changed_is_not_lost(go, beaten: Passage):
    Passage.objects.filter(pk=beaten.pk).update(text="Somebody else's words.")
    page = go("text", beaten.pk, text="My own words.", seen=seen_as(beaten.text))
    assert page.status_code == 409
    said = page.content.decode()
    assert "My own words." in said
    assert "Somebody else&#x27;s words." in said
    beaten.refresh_from_db()
    assert beaten.text == "Somebody else's words."


def test_a_passage_is_corrected_described_warned_of_and_translated(go, told: Told, beaten: Passage):
    go("text", beaten.pk, text="They beat him.", seen=seen_as(beaten.text))
    go("describe", beaten.pk, turn="other", start_ms="00:01:02.500", end_ms="۰۰:۰۱:۰۵")
    go("warn", beaten.pk, warning="children")
    go("warn", beaten.pk, warning="torture")
    go("text", beaten.pk, text="Ils l’ont battu.", new_language="fr", translator="A. Roux", means="human")
    beaten.refresh_from_db()
    assert (beaten.text, beaten.turn, beaten.start_ms, beaten.end_ms) == (
        "They beat him.",
        "other",
        62500,
        65000,
    )
    assert beaten.warnings == ["children"]
    assert beaten.translations.get(language="fr").translator == "A. Roux"


@pytest.mark.parametrize(
    ("name", "data", "told_why"),
    [
        ("text", {"text": " ", "seen": ""}, "needs words"),
        ("text", {"text": "x", "new_language": "French"}, "not a language tag"),
        ("describe", {"turn": "other", "start_ms": "soon"}, "not a time"),
        ("describe", {"turn": "other", "start_ms": "1:05", "end_ms": "1:00"}, "before it begins"),
        ("describe", {"turn": "singer"}, "who speaks"),
        ("warn", {"warning": "boredom"}, "of the list"),
        ("part", {"original": "Something | else"}, "Put one |"),
        ("order", {"act": "dance"}, "Choose what to do"),
        ("order", {"act": "remove"}, "Say why"),
    ],
)
def test_bad_input_is_answered_in_a_sentence(go, beaten: Passage, name: str, data: dict, told_why: str):
    assert told_why in go(name, beaten.pk, **data).content.decode()
    assert beaten.text == Passage.objects.get(pk=beaten.pk).text


def test_a_passage_is_parted_moved_and_joined_by_forms(go, told: Told, beaten: Passage):
    text = beaten.translations.get()
    go(
        "part",
        beaten.pk,
        original="They beat my brother| in the yard.",
        **{f"translation-{text.pk}": "برادرم را |در حیاط زدند."},
    )
    texts = [each.text for each in told.account.passages.all()][2:4]
    assert texts == ["They beat my brother", "in the yard."]
    go("order", beaten.pk, act="join")
    go("order", beaten.pk, act="up")
    rows = list(told.account.passages.all())
    assert [each.text for each in rows].index("They beat my brother in the yard.") == 1
    assert rows[1].translations.get().text == "برادرم را در حیاط زدند."


def test_the_bench_comes_as_a_part_of_the_page_or_as_a_page(desk: Client, told: Told, beaten: Passage):
    address = reverse("testimonies:passage", args=[told.account.pk, beaten.pk])
    part = desk.get(address, headers=QUIET).content.decode()
    assert part.lstrip().startswith("<div")
    assert "<html" in desk.get(address).content.decode()


# what is withheld, and what the public gets


def test_everything_withheld_is_listed_by_reason_and_shown_again_with_one(
    go, desk, told: Told, beaten: Passage
):
    said = page_of(desk, told, "withheld")
    assert "in Mill Street" in said
    assert "در خیابان آسیاب" in said
    assert "My cousin in Orvane" in said
    only = page_of(desk, told, "withheld", because="another")
    assert "in Mill Street" not in only
    row = Withholding.objects.get(because="place")
    assert "Say why" in go("show_again", row.pk, **{"from": "list"}).content.decode()
    page = go("show_again", row.pk, why="It is known.", **{"from": "list"})
    assert "until it is asked for and approved" in page.content.decode()
    assert "Mill Street" not in str(Record.public.get(pk=told.account.identifier).facts)


def test_the_list_says_where_the_same_words_can_still_be_read(go, desk: Client, told: Told):
    told.account.passages.create(position=9, text="I went back to Mill Street.", language="en")
    row = Withholding.objects.get(because="place")
    row.spans.filter(translation=None).update(start=46, end=57, exact="Mill Street")
    assert "The same words can be read elsewhere:" in page_of(desk, told, "withheld")


@pytest.mark.parametrize(("language", "says"), [("en", "Officer B."), ("fa", "مأمور ب.")])
def test_the_preview_is_what_the_public_gets_in_each_language(desk, told: Told, language: str, says: str):
    page = desk.get(reverse("testimonies:preview", args=[told.account.pk]), {"language": language})
    said = page.content.decode()
    assert "This is what is public." in said
    assert says in said
    for hidden in ("Parnak", "پرناک", "Mill Street", "آسیاب", "cousin", "اوروانه"):
        assert hidden not in said


def test_the_preview_says_why_nothing_may_be_public_and_what_differs(
    desk, told: Told, world, beaten: Passage
):
    assert (
        "Nobody has agreed"
        in desk.get(reverse("testimonies:preview", args=[told.untold.pk])).content.decode()
    )
    Passage.objects.filter(pk=beaten.pk).update(text="They beat my cousin's friend.")
    assert "the desk says something else by now" in page_of(desk, told, "preview")
    agrees(told.account, decision="withdrawn", uses=[])
    assert "has withdrawn the consent" in page_of(desk, told, "preview")


def test_who_may_only_look_is_offered_nothing_to_change(told: Told, django_user_model, beaten: Passage):
    looker = django_user_model.objects.create_user("looker", is_staff=True)
    looker.user_permissions.add(*_permissions("view_testimony"))
    desk = Client()
    desk.force_login(looker)
    said = page_of(desk, told)
    assert "Correct …" not in said
    assert "data-because" not in said
    address = reverse("testimonies:withhold", args=[told.account.pk, beaten.pk])
    assert desk.post(address, {"whole": "1", "because": "asked"}).status_code == 403


def _permissions(*names: str) -> list[Any]:

    return list(Permission.objects.filter(codename__in=names, content_type__app_label="testimonies"))
