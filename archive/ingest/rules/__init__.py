"""The tables by language, and what each rule of the engine is, in one sentence for the curator."""

from __future__ import annotations

from archive.ingest.rules import en
from archive.ingest.rules.table import Rules

TABLES: dict[str, Rules] = {table.language: table for table in (en.RULES,)}


def rules_for(language: str) -> Rules:
    """The tables of a language; English for a language that has none yet."""
    return TABLES.get(language, TABLES["en"])


__all__ = ["TABLES", "Rules", "rules_for"]
