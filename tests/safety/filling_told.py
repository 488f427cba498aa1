"""How the fields of testimonies agree with each other: consents that allow, places that fit, files that lie
where their rows say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.db.models import Model
from django.utils import timezone

from testimonies.models import (
    Derivative,
    Media,
    Passage,
    PassageTranslation,
    Pseudonym,
    Testimony,
    Victim,
    WithheldSpan,
    Withholding,
)
from testimonies.silences import recipe_of
from testimonies.vaults import copies, originals, transcripts
from tests.safety.canaries import Made, Words
from tests.witnesses import EVERYTHING

Recipe = Callable[[dict[str, Any], Made, Words, str], None]
# What was agreed to in each hidden state; everything where nothing is said.
TERMS: dict[str, dict[str, Any]] = {
    "deleted": {"sample": True},  # consents only grow, but for those of samples
    "nobody was asked": {"sample": True},
    "agreed for nobody": {"audience": "nobody"},
    "agreed on request": {"audience": "request"},
    "agreed to no way out": {"uses": ["recording", "court"]},
    "agreed for the pages": {"uses": ["web", "recording"]},
    "agreed for programs": {"uses": ["api", "recording"]},
    "agreed for the text": {"uses": ["web", "api", "dumps"]},
    "under embargo": {"embargo_until": timezone.now().date() + timedelta(days=30)},
    "ended": {"ends_on": timezone.now().date() + timedelta(days=1)},
}
# States in which no testimony is public before the claim is asked for: it is drawn from none.
NOT_DRAWN = {"asked for", "declined", "closed"}


def after(made: Made, *models: type[Model]) -> None:
    """Raises LookupError until a record of each of these is made: what may be empty is to be full here."""
    if missing := [each.__name__ for each in models if each not in made]:
        raise LookupError(missing)


def consent(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"decision": "given", "uses": list(EVERYTHING), "name_use": "real", "audience": "anybody",
               "embargo_until": None, "ends_on": None}  # fmt: skip
    values |= TERMS.get(state, {})


def testimony(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"kept_back": []}


def passage(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    after(made, Media)
    text = " ".join(words.word(f"{state} testimonies.Passage.text") for _ in range(3))
    start = values["start_ms"]
    first, second, _third = text.split()
    values |= {"text": text, "end_ms": start + 5000, "words": [
        [start, 0, len(first)], [start + 2000, len(first) + 1, len(first) + 1 + len(second)],
    ]}  # fmt: skip
    words.kept(f"{state} testimonies.Passage.end_ms", str(start + 5000))


def withheld_span(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    """The second word of the passage's original."""
    text = values["withholding"].passage.text
    exact = text.split()[1]
    start = text.index(exact)
    values |= {"translation": None, "none": False, "exact": exact, "start": start, "end": start + len(exact)}


def media(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    after(made, Testimony)
    data = " ".join(words.word(f"{state} bytes of an original") for _ in range(2)).encode()
    kept = originals().put(BytesIO(data))
    values |= {"testimony": made[Testimony], "victim": None, "kind": "audio", "withheld_because": "",
               "sha256": words.kept(f"{state} testimonies.Media.sha256", kept.sha256),
               "size": kept.size}  # fmt: skip


def handed_in(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    kept = transcripts().put(BytesIO(words.word(f"{state} bytes of a transcript").encode()))
    values |= {"sha256": words.kept(f"{state} testimonies.HandedIn.sha256", kept.sha256),
               "size": kept.size}  # fmt: skip


def derivative(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    data = " ".join(words.word(f"{state} bytes of a copy") for _ in range(2)).encode()
    kept = copies().put(BytesIO(data))
    values |= {
        "name": words.word(f"{state} testimonies.Derivative.name") + ".mp3",
        "media_type": "audio/x-" + words.word(f"{state} testimonies.Derivative.media_type"),
        "sha256": words.kept(f"{state} testimonies.Derivative.sha256", kept.sha256), "size": kept.size,
    }  # fmt: skip


def claim_subject(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    after(made, Testimony, Victim)
    values |= {"group": None} | ({"testimony": None} if state in NOT_DRAWN else {})


def relation(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"other": Victim.objects.create(description={"en": words.word(f"{state} another victim")})}


RECIPES: dict[str, list[Recipe]] = {
    "testimonies.Testimony": [testimony],
    "testimonies.Consent": [consent],
    "testimonies.Passage": [passage],
    "testimonies.WithheldSpan": [withheld_span],
    "testimonies.HandedIn": [handed_in],
    "testimonies.Media": [media],
    "testimonies.Derivative": [derivative],
    "testimonies.ClaimSubject": [claim_subject],
    "testimonies.VictimRelation": [relation],
}


def complete(made: Made, words: Words, state: str) -> None:
    """Adds what one row of each model does not show: a passage that is all public, one that is withheld
    whole, a changed name, a portrait; and makes the copies those that are asked for."""
    told: Testimony = made[Testimony]  # type: ignore[assignment]
    name = Pseudonym.objects.get(testimony=told).names[0]
    add_passage(told, words, state, position=10**8 + 1, between=name)
    whole = add_passage(told, words, state, position=10**8 + 2)
    Withholding.objects.create(passage=whole, whole=True, because="another", decided_by="ada")
    place = f"{state} testimonies.WithheldSpan.exact"
    rendered = made[PassageTranslation]
    PassageTranslation.objects.filter(pk=rendered.pk).update(
        text=" ".join(
            [rendered.text, words.word(place), words.word(f"{state} testimonies.PassageTranslation.text")]
        )  # type: ignore[attr-defined]
    )
    rendered.refresh_from_db()
    withheld = rendered.text.split()[1]  # type: ignore[attr-defined]
    start = rendered.text.index(withheld)  # type: ignore[attr-defined]
    WithheldSpan.objects.create(withholding=made[Withholding], translation=rendered, exact=withheld,
                                start=start, end=start + len(withheld))  # fmt: skip
    if state != "deleted":
        _portrait(made[Victim], words, state)  # type: ignore[arg-type]
    for each in Media.objects.filter(testimony=told):
        settle_copy(each, words, state)


def add_passage(told: Testimony, words: Words, state: str, *, position: int, between: str = "") -> Passage:
    """One more passage of three words with its translation, all of it public so far."""
    original, rendered = (
        [words.word(f"{state} {place}") for _ in range(3)]
        for place in ("testimonies.Passage.text", "testimonies.PassageTranslation.text")
    )
    if between:
        original[1] = rendered[1] = between
    start = position % 100 * 7000 + 3  # no number that could be taken for a hidden year
    own = words.identifier(f"{state} testimonies.Passage.identifier")
    made = told.passages.create(
        position=position, text=" ".join(original), language="en", identifier=own,
        recording=told.media.first(), start_ms=start, end_ms=start + 900,
    )  # fmt: skip
    translator = words.word(f"{state} testimonies.PassageTranslation.translator")
    made.translations.create(language="fa", text=" ".join(rendered), translator=translator)
    return made


def settle_copy(recording: Media, words: Words, state: str) -> None:
    """Makes its copy the one that the desk asks for."""
    recipe = words.kept(f"{state} testimonies.Derivative.recipe", recipe_of(recording))
    assert recipe
    Derivative.objects.filter(media=recording).update(recipe=recipe)


def _portrait(victim: Victim, words: Words, state: str) -> None:
    data = words.word(f"{state} bytes of an original").encode()
    copy = copies().put(BytesIO(words.word(f"{state} bytes of a copy").encode()))
    kept = originals().put(BytesIO(data))
    picture = Media.objects.create(
        victim=victim, kind="image", sha256=kept.sha256, size=kept.size, media_type="image/png",
        filename=words.word(f"{state} testimonies.Media.filename"),
        alternative={"en": words.word(f"{state} testimonies.Media.alternative")},
        title={"en": words.word(f"{state} testimonies.Media.title")},
    )  # fmt: skip
    Derivative.objects.create(
        media=picture, name=words.word(f"{state} testimonies.Derivative.name") + ".png",
        media_type="image/png",
        size=copy.size, sha256=copy.sha256, recipe="",
    )  # fmt: skip
    settle_copy(picture, words, state)
    victim.portrait = picture
    victim.save()
