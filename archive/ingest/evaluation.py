"""Evaluation: how much of what a careful reader labelled the engine finds, and how much it makes up.

Pure. An article is a text or web page with a JSON file of labels beside it (see articles/README.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.ingest.comparison import Comparison
from archive.ingest.engine import propose
from archive.ingest.reading import read
from archive.ingest.scores import Scores


@dataclass(frozen=True)
class Article:
    """A labelled article."""

    name: str
    data: bytes
    labels: dict[str, Any]


def articles_in(folder: Path, *, real: Path | None = None) -> Iterator[Article]:
    """The labelled articles of a folder. Those whose text is elsewhere are left out where it is missing."""
    for path in sorted([*folder.glob("*.json"), *folder.glob("*.labels")]):
        labels = json.loads(path.read_text("utf-8"))
        if "source" in labels:
            source = real / labels["source"] if real else None
            if source is None or not source.exists():
                continue
            yield Article(path.stem, source.read_bytes(), labels)
            continue
        for suffix in (".txt", ".html"):
            text = path.with_suffix(suffix)
            if text.exists():
                yield Article(path.stem, text.read_bytes(), labels)


def scores_of(article: Article) -> Scores:
    """How the engine does on one article."""
    reading = read(article.data)
    return Comparison(reading, propose(reading), article.labels).scores()
