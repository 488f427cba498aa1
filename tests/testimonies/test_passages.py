"""Where words stand, and what correcting, parting and joining do to what is withheld."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.core.spans import Span
from archive.desk.review import Refused
from archive.edition.models import Record
from testimonies.actions import parting, passages
from testimonies.actions import withholding as acts
from testimonies.actions.changing import seen_as
from testimonies.actions.places import carried, likely, standing, words_of
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


# where words stand


@given(TEXTS, TEXTS, st.data())
def test_a_place_that_is_carried_through_an_edit_holds_the_same_words(
    old: str, new: str, data: st.DataObject
):
    start = data.draw(st.integers(0, len(old)))
    place = Span(start, data.draw(st.integers(start, len(old))))
    if (moved := carried(place, old, new)) is not None:
        assert moved.of(new) == place.of(old)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("I saw Ali there.", "I saw Alireza there.", "Ali"),
        ("Ali told Ali and Ali.", "Bo told Bo and Ali.", "Ali"),
        ("He lived in Mill Street.", "He lived at Mill Lane.", "Mill Street"),
        ("در خیابان آسیاب بود", "در خیابان آسیابان بود", "آسیاب"),
    ],
)
def test_a_place_touched_by_an_edit_is_not_carried(old: str, new: str, words: str):
    assert carried(at(old, words)[0], old, new) is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("He livd in Mill Street.", "He lived in Mill Street.", "Mill Street"),
        ("In Mill Street he livd.", "In Mill Street he lived.", "Mill Street"),
        ("او در خیابان آسیاب بود", "مرد در خیابان آسیاب بود", "خیابان آسیاب"),
    ],
)
def test_a_place_beside_an_edit_goes_along(old: str, new: str, words: str):
    moved = carried(at(old, words)[0], old, new)
    assert moved
    assert moved.of(new) == words


def test_words_are_found_whole_and_whatever_blanks_are_between():
    assert standing("Ali and Alireza", "Ali") == [Span(0, 3)]
    assert standing("Mill\n Street", "Mill Street") == [Span(0, 12)]
    assert standing("They came", "never") == []


def test_a_persian_word_with_half_space_and_vowel_marks_is_one_word():
    text = "مُحمّد می‌کرد."
    assert [each.of(text) for each in words_of(text)] == ["مُحمّد", "می‌کرد"]


@pytest.mark.parametrize(
    ("original", "words", "translation", "holds"),
    [
        (
            "In 1988, they took Davud Parnak away.",
            "Davud Parnak",
            "در ۱۹۸۸، داوود پرناک را بردند.",
            "داوود پرناک",
        ),
        ("He had cell 214 in the east wing.", "cell 214", "او در بند شرقی سلول ۲۱۴ را داشت.", "۲۱۴"),
        ("در خانه بودم، داوود آمد.", "داوود", "I was at home, Davud came.", "Davud"),
        ("At night they came, in Mill Street.", "in Mill Street", "شب آمدند، در خیابان آسیاب.", "آسیاب"),
    ],
)
def test_a_likely_place_is_proposed_by_name_number_or_proportion(original, words, translation, holds):
    place = likely(original, at(original, words)[0], translation)
    assert place
    assert holds in place.of(translation)


# edits


@pytest.mark.django_db
def test_a_typo_elsewhere_leaves_the_place_withheld(
    told: Told, world: Universe, beaten: Passage, hidden: Withholding
):
    passages.edit_text(
        told.account, passage=beaten, text="They had beaten my brother in the yard.", by=world.ada,
        seen=seen_as(beaten.text),
    )  # fmt: skip
    beaten.refresh_from_db()
    assert shown(beaten) == "They had beaten my brother …."


@pytest.mark.django_db
def test_an_edit_of_withheld_words_withholds_the_whole_text_until_they_are_marked_again(
    told: Told, world: Universe, beaten: Passage, hidden: Withholding
):
    new = "It was in the yard, they beat him there."
    passages.edit_text(told.account, passage=beaten, text=new, by=world.ada, seen=seen_as(beaten.text))
    beaten.refresh_from_db()
    assert standing_of(hidden, None, new) == Standing.LOST
    assert shown(beaten) == "…"
    acts.carry_over(hidden, translation=None, by=world.ada)
    assert shown(beaten) == "It was …, they beat him there."


@pytest.mark.django_db
def test_equal_words_elsewhere_do_not_take_the_part_of_those_that_were_withheld(told: Told, world: Universe):
    account = told.untold
    passage = account.passages.create(position=9, text="Ali hid. Ali ran. Ali lived.", language="en")
    row = acts.withhold(account, passage=passage, spans=[Span(9, 12)], because="another", by=world.ada)
    passages.edit_text(
        account,
        passage=passage,
        text="He hid. X Ali ran. He lived.",
        by=world.ada,
        seen=seen_as(passage.text),
    )
    passage.refresh_from_db()
    assert shown(passage) == "…"
    passages.edit_text(
        account, passage=passage, text="Ali hid, Ali ran, Ali left.", by=world.ada, seen=seen_as(passage.text)
    )
    with pytest.raises(Refused, match="exactly once"):
        acts.carry_over(row, translation=None, by=world.ada)


@pytest.mark.django_db
def test_nobody_overwrites_a_text_that_changed_unseen(told: Told, world: Universe, beaten: Passage):
    seen = seen_as(beaten.text)
    passages.edit_text(told.account, passage=beaten, text="They beat him.", seen=seen, by=world.ada)
    with pytest.raises(Refused, match="changed this text"):
        passages.edit_text(told.account, passage=beaten, text="They hit him.", seen=seen, by=world.ben)
    beaten.refresh_from_db()
    assert beaten.text == "They beat him."


@pytest.mark.django_db
def test_times_of_words_go_along_with_an_edit(told: Told, world: Universe, beaten: Passage):
    Passage.objects.filter(pk=beaten.pk).update(
        words=[[0, 0, 4], [300, 5, 9], [600, 10, 12]], start_ms=0, end_ms=900
    )
    passages.edit_text(
        told.account, passage=beaten, text="They hit my brother in the yard.", seen="", by=world.ada
    )
    beaten.refresh_from_db()
    assert [beaten.text[start:end] for _when, start, end in beaten.words] == ["They", "my"]


# parting, joining, moving


@pytest.mark.django_db
def test_a_parted_passage_keeps_what_is_withheld_in_its_part(told: Told, world: Universe):
    led = told.account.passages.get(position=1)
    text = persian(led)
    parting.split(
        told.account, passage=led, at=led.text.index("Davud"), by=world.ada,
        translated_at={text.pk: text.text.index("داوود")},
    )  # fmt: skip
    first, second = told.account.passages.all()[1:3]
    assert (shown(first), shown(first, persian(first))) == ("At night.", "شب بود.")
    assert shown(second) == "Officer B. led them, he lived …."
    assert shown(second, persian(second)) == "مأمور ب. جلو بود، … زندگی می‌کرد."


@pytest.mark.django_db
def test_a_passage_is_not_parted_through_or_beside_what_nobody_has_marked(
    told: Told, world: Universe, beaten: Passage, hidden: Withholding
):
    with pytest.raises(Refused, match="where the withheld words stand"):
        parting.split(told.account, passage=beaten, at=5, translated_at={}, by=world.ada)
    text = persian(beaten)
    acts.say_where(hidden, translation=text, spans=at(text.text, "در حیاط"), by=world.ada)
    with pytest.raises(Refused, match="parted, or fall"):
        parting.split(
            told.account, passage=beaten, at=beaten.text.index("yard"), translated_at={}, by=world.ada
        )
    with pytest.raises(Refused, match="parted, or fall"):
        parting.split(
            told.account, passage=beaten, at=beaten.text.index("in the"), translated_at={}, by=world.ada
        )


@pytest.mark.django_db
def test_joined_passages_withhold_what_either_withheld(told: Told, world: Universe, hidden: Withholding):
    led = told.account.passages.get(position=1)
    joined = parting.join(told.account, passage=led, by=world.ada)
    assert shown(joined) == "At night. Officer B. led them, he lived …. They beat my brother …."
    assert shown(joined, persian(joined)) == "…"
    parting.join(told.account, passage=joined, by=world.ada)
    joined.refresh_from_db()
    assert shown(joined) == "…"
    assert [each.position for each in told.account.passages.all()] == [1, 2]


@pytest.mark.django_db
def test_a_translation_of_the_second_only_is_withheld_until_the_words_of_the_first_are_marked_in_it(
    told: Told, world: Universe
):
    account = told.untold
    one = account.passages.create(position=5, text="He hid in Orvane.", language="en")
    two = account.passages.create(position=6, text="Then he left.", language="en")
    two.translations.create(language="fa", text="در اوروانه پنهان شد و رفت.")
    acts.withhold(account, passage=one, spans=at(one.text, "in Orvane"), because="place", by=world.ada)
    joined = parting.join(account, passage=one, by=world.ada)
    assert shown(joined) == "He hid …. Then he left."
    assert shown(joined, persian(joined)) == "…"


@pytest.mark.django_db
def test_lost_places_do_not_fit_by_chance_after_joining(told: Told, world: Universe):
    account = told.untold
    one = account.passages.create(position=5, text="Ali hid.", language="en")
    account.passages.create(position=6, text="Ali left.", language="en")
    acts.withhold(account, passage=one, spans=at(one.text, "Ali"), because="another", by=world.ada)
    passages.edit_text(account, passage=one, text="Bo hid.", seen="", by=world.ada)
    joined = parting.join(account, passage=one, by=world.ada)
    assert shown(joined) == "…"


@pytest.mark.django_db
def test_passages_are_moved_and_numbered_from_one(told: Told, world: Universe, beaten: Passage):
    passages.move(told.account, passage=beaten, by=world.ada, steps=-1)
    rows = list(told.account.passages.all())
    assert [each.position for each in rows] == [1, 2, 3, 4]
    assert rows[1] == beaten
    passages.remove(told.account, passage=beaten, by=world.ada, why="Said twice.")
    assert "brother" not in public_words(told.account)
