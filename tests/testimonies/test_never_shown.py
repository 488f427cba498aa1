"""Whatever is corrected, parted, joined and moved, in whatever order: what is withheld stays withheld."""

from __future__ import annotations

from random import Random

import pytest
from django.contrib.auth.models import User

from archive.core.spans import Span
from archive.desk.review import Refused
from testimonies.actions import parting, passages
from testimonies.actions import withholding as acts
from testimonies.actions.withholding import Standing, rows_in, standing_of
from testimonies.models import Passage, PassageTranslation, Testimony
from testimonies.renderings.names import Renamed
from testimonies.renderings.passages import passages_of
from tests.universe import Universe
from tests.witnesses import Told

ENGLISH, PERSIAN = "Zorvath", "زورواث"
STEPS = 120
Text = tuple[Passage, PassageTranslation | None]


def told_anew(testimony: Testimony, by: User) -> None:
    """Four passages; in three of them a secret word is withheld, in one of these only half marked."""
    testimony.passages.all().delete()
    for number in range(4):
        text = f"It was {ENGLISH} who came. We saw {number}, and {number} saw us." if number else "We begin."
        row = testimony.passages.create(position=number + 1, text=text, language="en")
        made = row.translations.create(language="fa", text=f"این {PERSIAN} بود که آمد. ما {number} را دیدیم.")
        if number:
            hidden = acts.withhold(
                testimony, passage=row, spans=[place(text, ENGLISH)], because="another", by=by
            )
            if number > 1:
                acts.say_where(hidden, translation=made, spans=[place(made.text, PERSIAN)], by=by)
        else:
            made.text = "آغاز می‌کنیم."
            made.save()


def place(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def edited(text: str, chance: Random) -> str:
    """A text with a few signs taken away or put in, and never the secret put in."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 1, 3, 12)))
    return text[:start] + chance.choice(("", " ", "so ", "Zor", "vath", "زور")) + text[end:]


def one_step(testimony: Testimony, by: User, chance: Random) -> None:
    row = chance.choice(list(testimony.passages.all()))
    texts: list[Text] = [(row, None), *((row, each) for each in row.translations.all())]
    passage, translation = chance.choice(texts)
    text = translation.text if translation else passage.text
    hidden = list(row.withholdings.all())
    act = chance.choice(("edit", "edit", "split", "join", "move", "carry", "carry"))
    if act == "edit":
        new = edited(text, chance)
        passages.edit_text(testimony, passage=row, translation=translation, text=new, seen="", by=by)
    elif act == "split":
        cuts = {each.pk: chance.randrange(len(each.text) + 1) for each in row.translations.all()}
        parting.split(
            testimony, passage=row, at=chance.randrange(len(row.text) + 1), translated_at=cuts, by=by
        )
    elif act == "join":
        parting.join(testimony, passage=row, by=by)
    elif act == "move":
        passages.move(testimony, passage=row, by=by, steps=chance.choice((-1, 1)))
    elif hidden:
        one = chance.choice(hidden)
        if standing_of(one, translation, text) == Standing.LOST and rows_in(one, translation):
            acts.carry_over(one, translation=translation, by=by)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_withheld_word_is_never_shown_by_any_correction(told: Told, world: Universe, seed: int):
    testimony, chance, refused = told.untold, Random(seed), 0
    told_anew(testimony, world.ada)
    for _step in range(STEPS):
        try:
            one_step(testimony, world.ada, chance)
        except Refused:
            refused += 1
        said = str(passages_of(testimony, set()))
        assert Renamed.of(testimony).never == frozenset()
        assert ENGLISH not in said
        assert PERSIAN not in said
    assert refused < STEPS / 2  # most of it really happened
