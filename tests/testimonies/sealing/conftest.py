"""Somebody with a private key sits at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.core.sealing.key_files import make_key as core_make_key
from archive.core.sealing.passphrases import LEAST
from testimonies.models import Narrator
from tests.core.sealing.keyring import OURS, STRANGER
from tests.testimonies.sealing.asking import Answers
from tests.testimonies.sealing.world import may_open, sealed
from tests.universe import Universe


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """What the person at the terminal types: lines, and passphrases that nobody sees."""

    def answers(*lines: str, passphrases: tuple[str, ...] = ()) -> None:
        def one_of(given: Iterator[str]) -> Callable[[str], str]:
            def next_of(_question: str = "") -> str:
                try:
                    return next(given)
                except StopIteration:
                    raise EOFError from None

            return next_of

        monkeypatch.setattr("builtins.input", one_of(iter(lines)))
        monkeypatch.setattr("getpass.getpass", one_of(iter(passphrases)))

    answers()
    return answers


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    """A try at a passphrase costs nothing here, and the archive's folder is elsewhere."""
    settings.SEAL_KEYS, settings.VAR_DIR = [str(OURS.public)], tmp_path / "var"
    for name in (
        "testimonies.management.commands.make_keys.MODERATE",
        "testimonies.management.commands.make_keys.SENSITIVE",
    ):
        monkeypatch.setattr(name, LEAST)
    monkeypatch.setattr(
        "testimonies.sealing.local.make_key",
        lambda passphrase, label: core_make_key(passphrase, label=label, cost=LEAST),
    )


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A place away from the archive, with the private key of the desk's public one."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "ours.txt").write_text(OURS.file)
    (folder / "strangers.txt").write_text(STRANGER.file)
    return folder


@pytest.fixture
def her(world: Universe) -> Narrator:
    may_open(world.ben)
    return sealed(world).narrator
