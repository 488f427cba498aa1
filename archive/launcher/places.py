"""Where one archive keeps its things on this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from archive.launcher.trouble import of_the_disk

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Places:
    """The checkout and the folder beside it that holds everything which is not code."""

    var: Path
    root: Path = ROOT

    @classmethod
    def usual(cls) -> "Places":
        """`var/` in the checkout, or what ARCHIVE_VAR says."""
        return cls(Path(os.environ.get("ARCHIVE_VAR") or ROOT / "var").absolute())

    @property
    def for_tests(self) -> "Places":
        """A folder of its own for the tests, so that they never meet the real database."""
        # `env --test` has set ARCHIVE_VAR to it already in the shells that read its lines.
        return self if self.var.name == "test" else Places(self.var / "test", self.root)

    @property
    def tag(self) -> str:
        """A short name for this archive, for folders outside the checkout."""
        return sha256(os.fsencode(self.var)).hexdigest()[:10]

    def make(self) -> None:
        """The folder, made when it is not there, and proof that it can be written."""
        with disk_troubles_named():
            self.var.mkdir(parents=True, exist_ok=True)
            probe = self.var / f".probe-{os.getpid()}"
            probe.write_bytes(b"x" * 4096)
            probe.unlink()


@contextmanager
def disk_troubles_named() -> Iterator[None]:
    """A stretch of work in which the disk's refusals become sentences."""
    try:
        yield
    except OSError as error:
        raise of_the_disk(error) from error


def write_whole(path: Path, text: str, mode: int = 0o644) -> None:
    """A small file that is there in full or not at all, with its mode from the first byte."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with disk_troubles_named():
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
