"""The sample's files: the records as TOML, the articles as plain text."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.core.identifiers import new_identifier

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Collection:
    """Files of one folder, and the kinds they hold: what others lead to comes first."""

    folder: Path
    files: tuple[str, ...]
    kinds: tuple[str, ...]

    def entries(self) -> Iterator[Entry]:
        """Every record, what is led to before what leads there."""
        files = [
            tomllib.loads((self.folder / f"{name}.toml").read_text(encoding="utf-8")) for name in self.files
        ]
        for kind in self.kinds:
            for file in files:
                for facts in file.get(kind, []):
                    yield Entry(kind, facts["key"], {name: facts[name] for name in facts if name != "key"})


EVENTS = Collection(
    FOLDER,
    ("topics", "paris", "paris-speeches", "karsava", "selde", "selde-figures", "orvane"),
    ("topic", "place", "organisation", "person", "source", "event", "statement", "claim", "demand"),
)


@dataclass(frozen=True)
class Entry:
    """One record as its file has it. `key` is its name among the files; readers never see it."""

    kind: str
    key: str
    facts: dict[str, Any]

    @property
    def identifier(self) -> str:
        """The same in every archive, so that a sample taken out and loaded again keeps its addresses."""
        return new_identifier(random.Random(f"sample {self.kind} {self.key}").getrandbits)  # noqa: S311


def article(name: str) -> bytes:
    """A text of the sample, byte for byte."""
    return (FOLDER / "texts" / f"{name}.txt").read_bytes()
