"""How each kind of field is filled with a canary. A new kind of field, or of model, is added here."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from archive.core.canonical import sha256
from archive.core.spans import Anchor, Span
from archive.desk.fields import LanguageMapField
from tests.safety import filling_told
from tests.safety.canaries import Made, Words

SKIP = object()  # leave the field to the database, or to the recipe of its model


class Unknown(AssertionError):
    """A field or a model the sweep does not know how to fill."""


def place_of(field: models.Field) -> str:
    return f"{field.model._meta.label}.{field.name}"


def how(field: models.Field) -> str:
    """What is put into a field: `word`, `tag`, `number`, `date`… or why nothing can be: `link`, `clock`…"""
    if field.is_relation:
        return "link"
    if field.primary_key and not isinstance(field, models.CharField):
        return "key"
    if isinstance(field, models.BooleanField):
        return "flag"
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return "clock"
    if field.choices:
        return "code"
    for kinds, name in KINDS:
        if isinstance(field, kinds):
            return name(field) if callable(name) else name
    raise Unknown(
        f"The sweep does not know how to hide a word in {place_of(field)} ({type(field).__name__}): "
        "add the kind of field to tests/safety/filling.py."
    )


def _kind_of_text(field: models.Field) -> str:
    longest = field.max_length or 10**6
    if "sha256" in field.name or field.name == "digest":
        return "digest"
    if longest == 11:
        return "identifier"
    if "language" in field.name:
        return "tag"
    return "word" if longest >= 13 else "short"


def _kind_of_list(field: models.Field) -> str:
    each = field.base_field  # type: ignore[attr-defined]
    if each.choices:
        return "codes"
    return "years" if isinstance(each, models.IntegerField) else "words"


KINDS: list[tuple[Any, str | Callable[[models.Field], str]]] = [
    (ArrayField, _kind_of_list),
    (LanguageMapField, "language map"),
    (models.JSONField, "json"),
    (models.BinaryField, "bytes"),
    (models.EmailField, "e-mail"),
    (models.UUIDField, "uuid"),
    (models.GenericIPAddressField, "address"),
    ((models.CharField, models.TextField), _kind_of_text),
    (models.DateTimeField, "moment"),
    (models.DateField, "date"),
    (models.DecimalField, "decimal"),
    (models.FloatField, "share"),
    ((models.IntegerField, models.DurationField), "number"),
]


def value_for(field: models.Field, words: Words, place: str) -> Any:
    """A value that holds a canary; SKIP where the field cannot hold one."""
    kind = how(field)
    makers: dict[str, Callable[[], Any]] = {
        "word": lambda: words.word(place),
        "short": lambda: words.word(place)[-4:],
        "tag": lambda: words.tag(place),
        "language map": lambda: {"en": words.word(place), words.tag(f"{place}, its tag"): words.word(place)},
        "json": lambda: _json(field, words, place),
        "bytes": lambda: words.word(place).encode(),
        "e-mail": lambda: f"{words.word(place)}@{words.word(place)}.example",
        "address": lambda: words.phrase(place, str(ipaddress.IPv4Address(words.number(place, 9)))),
        "identifier": lambda: words.identifier(place),
        "digest": lambda: words.kept(place, sha256(words.word(place))),
        "moment": lambda: datetime(words.year(place), 5, 17, 11, tzinfo=UTC),
        "date": lambda: date(words.year(place), 5, 17),
        "decimal": lambda: Decimal(words.number(place, 5)) / 100_000,
        "share": lambda: words.number(place, 8) / 10**8,
        "number": lambda: words.number(place, 8),
        "code": lambda: field.choices[0][0] if field.choices else SKIP,
        "codes": lambda: [field.base_field.choices[0][0]],  # type: ignore[attr-defined]
        "years": lambda: [words.year(place)],
        "words": lambda: [words.word(place)],
        "flag": lambda: False,
    }
    return makers[kind]() if kind in makers else SKIP


def _json(field: models.Field, words: Words, place: str) -> Any:
    empty = field.get_default()
    if field.name == "alternative_labels":
        return {words.tag(f"{place}, its tag"): [words.word(place), words.word(place)]}
    if isinstance(empty, list):
        return [words.word(place), {"inner": words.word(place)}]
    return {words.word(f"{place}, a key"): [words.word(place)]}


# --- models whose fields must agree with each other -------------------------------------------------


def _source(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    before, exact, after = (words.word(f"{state} events.Source.text") for _ in range(3))
    rest = " ".join(words.word(f"{state} events.Source.text, far from any quotation") for _ in range(12))
    text = f"{before} {exact} {after} {rest}"
    original = f"<html>{words.word(f'{state} events.Source.original')}</html>".encode()
    values |= {
        "text": text,
        "text_sha256": words.kept(f"{state} events.Source.text_sha256", sha256(text)),
        "original": original,
        "sha256": words.kept(f"{state} events.Source.sha256", sha256(original)),
        "blocks": [["paragraph", 0, len(text)]],
        "rights": "excerpts",
    }


def _anchor(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    source = values["source"]
    start = len(source.text.split()[0]) + 1
    anchor = Anchor.at(source.text, Span(start, start + len(source.text.split()[1])))
    values |= {
        "exact": anchor.exact, "start": anchor.start, "end": anchor.end, "text_sha256": anchor.text_sha256,
        "prefix": words.word(f"{state} an anchor's prefix"),
        "suffix": words.word(f"{state} an anchor's suffix"), "lost_in": None,
    }  # fmt: skip


def _dated(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    year = words.year(f"{state} a historical date")
    values |= {
        "date_edtf": f"{year}-05-17",
        "date_earliest": date(year, 5, 17),
        "date_latest": date(year, 5, 17),
    }


def _statement(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"organisation": None, "quotes": None}
    _dated(values, made, words, state)


def _claim(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    low = values["low"]
    values |= {
        "person": None,
        "organisation": None,
        "asserted_by_source": False,
        "high": low + 1,
        "preferred": True,
    }
    words.kept(f"{state} events.Claim.high", str(low + 1))


def _demand(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"organisation": None, "addressed_person": None}


def _request(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"decision": "", "decided_by": None, "decided_at": None}


def _intake(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"finished_by": None, "finished_at": None}


def _proposal(values: dict[str, Any], made: Made, words: Words, state: str) -> None:
    values |= {"state": "open", "merged_into": None, "made_kind": "", "made_identifier": "",
               "decided_by": None, "decided_at": None, "spans": [[0, 5]]}  # fmt: skip


RECIPES: dict[str, list[filling_told.Recipe]] = filling_told.RECIPES | {
    "testimonies.Testimony": [filling_told.testimony, _dated],
    "events.Source": [_source, _dated],
    "events.Event": [_dated],
    "events.Statement": [_statement],
    "events.Claim": [_claim],
    "events.Demand": [_demand],
    "events.StatementAnchor": [_anchor],
    "events.ClaimAnchor": [_anchor],
    "events.DemandAnchor": [_anchor],
    "desk.PublicationRequest": [_request],
    "ingest.Intake": [_intake],
    "ingest.Proposal": [_proposal],
}


def filled(model: type[models.Model], made: Made, words: Words, state: str) -> dict[str, Any]:
    """Values for every field of a model: canaries, and links to the other records of the same state."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        place = f"{state} {place_of(field)}"
        if field.is_relation:
            other = made.get(field.related_model)
            if other is None and not field.null:
                raise LookupError(place)
            values[field.name] = None if field.related_model is model else other
        elif (value := value_for(field, words, place)) is not SKIP:
            values[field.name] = value
    for recipe in RECIPES.get(model._meta.label, ()):
        recipe(values, made, words, state)
    return values
