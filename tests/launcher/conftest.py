"""A checkout for each test, and a folder to put it in."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .checkout import Checkout


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are closed to others."""
    path = Path(tempfile.mkdtemp(prefix="launcher ", dir="/tmp"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def checkout(folder: Path) -> Iterator[Checkout]:
    """A fresh checkout, with a space in its path."""
    made = Checkout(folder / "a checkout")
    yield made
    made.remove()
