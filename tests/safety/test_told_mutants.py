"""Take away any one guard and somebody notices: each is shown to carry its weight.

Each mutant removes one guard and plays a small scene. Whole, the scene shows nothing that may not be seen;
without its guard it does. So no guard can be lost in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from archive.desk import renderers
from archive.desk.review import Refused
from archive.edition import narrowing, segments
from archive.edition.files import held
from archive.edition.models import Record
from archive.edition.models.record import RecordQuerySet
from archive.edition.published import published_rendering
from archive.edition.rendering import Rendering
from events.models import Claim
from testimonies.actions.changing import seen_as
from testimonies.actions.passages import edit_text
from testimonies.models import Derivative
from testimonies.renderings import media, passages, testimonies
from tests.safety.hearing import curators
from tests.safety.interview import Interview, too_much
from tests.safety.recordings import record

pytestmark = pytest.mark.django_db
Patch = pytest.MonkeyPatch


@dataclass
class Mutant:
    """A guard, how it is removed, and a scene that gives what it let slip."""

    guard: str
    remove: Callable[[Patch], None]
    slips: Callable[[Interview], Iterator[str]]


def public(one: Interview) -> str:
    found = published_rendering(one.testimony.identifier)
    return str(found.document) if found else ""


# --- scenes -------------------------------------------------------------------------------------------


def past_its_end(one: Interview) -> Iterator[str]:
    one.end(2)
    one.publish()
    Record.objects.filter(pk=one.testimony.identifier).update(closes_at=timezone.now() - timedelta(seconds=5))
    if Record.public.filter(pk=one.testimony.identifier).exists():
        yield "it is read after its end"


def on_pages_only(one: Interview) -> Iterator[str]:
    one.consent(uses=["web"])
    one.publish()
    if Record.in_api.filter(pk=one.testimony.identifier).exists():
        yield "programs read what is for pages"


def named_later(one: Interview) -> Iterator[str]:
    """A name in the title is changed later, and the title stays as it was until somebody approves."""
    one.publish()
    title = next(iter(one.testimony.title.values()))
    with_name(one, title)
    if title in public(one):
        yield "a real name stays in an old title"


def with_name(one: Interview, name: str) -> None:
    from_desk = one.fresh()
    from_desk.pseudonyms.create(names=[name], instead={"en": "Somebody"}, decided_by="ada")
    one.touch()


def reworded_and_withheld(one: Interview) -> Iterator[str]:
    """The text was changed, and some of the new words withheld: the old words may be the same ones."""
    one.publish()
    passage = one.passage(0)
    first = passage.text.split()[0]
    edit_text(one.testimony, passage=passage, text=f"{first}ish {passage.text}", seen=seen_as(passage.text),
              by=one.ada)  # fmt: skip
    one.withhold_one_sided(0, 1)  # the word that the public text begins with
    if first in public(one).replace(f"{first}ish", ""):
        yield "a withheld word stays in the old text"


def no_place_in_translation(one: Interview) -> Iterator[str]:
    one.withhold_one_sided(0, 1)
    one.publish()
    yield from too_much(one, timezone.now())


def claim_alone(one: Interview) -> Iterator[str]:
    try:
        one.publish_claim()
    except Refused:
        return
    yield "a claim is public without its testimony"


def nobody_agreed(one: Interview) -> Iterator[str]:
    one.publish()
    one.consent(decision="withdrawn")
    yield from too_much(one, timezone.now())


def on_request_only(one: Interview) -> Iterator[str]:
    one.publish()
    one.consent(audience="request")
    yield from too_much(one, timezone.now())


def stale_copy(one: Interview) -> Iterator[str]:
    record(one.testimony)
    one.consent(uses=["web", "api", "recording"])
    one.publish()
    copy = Derivative.objects.get()
    one.withhold_one_sided(0, 1)
    if held(copy.name):
        yield "a recording still says what is withheld"


# --- guards -------------------------------------------------------------------------------------------


def no_end(patch: Patch) -> None:
    patch.setattr(RecordQuerySet, "open", lambda self: self)
    with connection.cursor() as cursor:  # and the view says the same a second time
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT pg_get_viewdef('site.record')")
        whole = cursor.fetchone()[0].partition("WHERE")[0]
        cursor.execute(f"CREATE OR REPLACE VIEW site.record AS {whole}")


def no_outputs(patch: Patch) -> None:
    patch.setattr(RecordQuerySet, "sent_to", lambda self, output: self)


def no_never(patch: Patch) -> None:
    patch.setattr(narrowing, "_without", lambda left, never: left)


def no_pending(patch: Patch) -> None:
    patch.setattr(segments, "PENDING", None)
    left_of = segments.left_of

    def careless(old: list[Any], new: list[Any]) -> list[Any]:
        left = left_of(old, new)
        return old if left == [None] else left

    patch.setattr(segments, "left_of", careless)


def no_place_is_no_matter(patch: Patch) -> None:
    places = passages._places
    patch.setattr(passages, "_places", lambda *given: places(*given) or [])


def no_tie(patch: Patch) -> None:
    patch.delitem(renderers._EXTENSIONS, Claim)


def no_consent_asked(patch: Patch) -> None:
    def careless(testimony: Any) -> Rendering:
        return replace(testimonies._rendering(testimony, testimony.consent), outputs=("web", "api"))

    patch.setitem(renderers._RENDERERS, type_of_testimony(), careless)


def type_of_testimony() -> Any:
    return renderers.model_of("testimony")


def any_copy(patch: Patch) -> None:
    patch.setattr(media, "recipe_of", lambda media: media.derivative.recipe)


MUTANTS = [
    Mutant("site.record closes", no_end, past_its_end),
    Mutant("each room its output", no_outputs, on_pages_only),
    Mutant("never in narrowing", no_never, named_later),
    Mutant("pending", no_pending, reworded_and_withheld),
    Mutant("a translation without a place is withheld", no_place_is_no_matter, no_place_in_translation),
    Mutant("a claim is tied to its testimony", no_tie, claim_alone),
    Mutant("a renderer asks for consent", no_consent_asked, nobody_agreed),
    Mutant("a renderer asks for whom", no_consent_asked, on_request_only),
    Mutant("the recipe of silences", any_copy, stale_copy),
]


@pytest.fixture
def one(settings: Any, tmp_path: Path) -> Interview:
    settings.VAULT = tmp_path / "vault"
    return Interview(*curators())


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.guard)
def test_whole_nothing_slips(mutant: Mutant, one: Interview):
    assert list(mutant.slips(one)) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda each: each.guard)
def test_without_its_guard_something_does(
    mutant: Mutant, one: Interview, monkeypatch: Patch, figure: Callable
):
    mutant.remove(monkeypatch)
    assert list(mutant.slips(one)) != []
    NOTICED.append(mutant.guard)
    figure("testimony mutants", f"{len(NOTICED)} of {len(MUTANTS)} removed guards noticed")


NOTICED: list[str] = []
