"""What the making of drafts has in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from archive.core.languages import is_language
from archive.desk.models import Publishable
from archive.desk.review import Refused
from archive.ingest.models import Kind, Proposal

WORDS_ONLY = "words"  # what an unnamed group becomes: no record, only words beside others


@dataclass
class Made:
    """What accepting made: the record, and what stands beside it."""

    record: Publishable | None
    new: bool = True
    beside: list[list[Any]] = field(default_factory=list)


def saved(row: models.Model) -> Any:
    """A row checked and saved; raises Refused with what is wrong in it."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    row.save()
    return row


def language_of(proposal: Proposal) -> str:
    """The language of the article."""
    language = proposal.intake.source.language
    return language if is_language(language) else "en"


def language_map(proposal: Proposal, words: str) -> dict[str, str]:
    """Words of the article as a language map; empty where there are none."""
    return {language_of(proposal): words.strip()} if words.strip() else {}


def is_unnamed(proposal: Proposal) -> bool:
    """People whom the article only describes: kept as words, never made into a person."""
    return proposal.kind == Kind.PERSON and bool(proposal.fields.get("unnamed"))
