"""A vault: a folder of files that are named by what is in them, and that nobody else on the machine can read.

One serves for originals, another for what is made from them. A file is there whole or not at all: it is
written aside, forced to the disk, and only then given its name. Names are SHA-256 digests: they tell nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive.core.media.refusals import NotKept

CHUNK = 1 << 20
ARRIVING = "arriving"
DIGEST = re.compile(r"[0-9a-f]{64}")
AN_HOUR = 3600  # whatever was being written an hour ago is not being written any more


@dataclass(frozen=True)
class Kept:
    """What a vault holds: the digest that names it, and its size in bytes."""

    sha256: str
    size: int


class Vault:
    """Files by their SHA-256, in `folder/ab/abcd…`; half-written ones in `folder/arriving`."""

    def __init__(self, folder: Path, *, group_reads: bool = False) -> None:
        """`group_reads` is for derivatives that a site running under another login has to serve."""
        self.folder = Path(folder)
        self.folder_mode, self.file_mode = (0o750, 0o440) if group_reads else (0o700, 0o400)

    def put(self, stream: BinaryIO) -> Kept:
        """Keeps what the stream holds; the same content again changes nothing, and heals a damaged file."""
        try:
            arriving = self._folder(ARRIVING) / secrets.token_hex(16)
            try:
                kept = self._write(stream, arriving)
                shelf = self._folder(kept.sha256[:2])
                os.replace(arriving, shelf / kept.sha256)
                _to_disk(shelf)
            except BaseException:
                arriving.unlink(missing_ok=True)
                raise
        except OSError as problem:
            raise NotKept(
                f"The file could not be kept ({problem.strerror or 'disk error'}). "
                "Nothing was changed. See that the vault's disk has room and can be written, then try again."
            ) from problem
        return kept

    def path_of(self, sha256: str) -> Path:
        """Where the file stands, or would stand."""
        if not DIGEST.fullmatch(sha256):
            raise ValueError("the name of a kept file is a SHA-256 digest in small hexadecimal digits")
        return self.folder / sha256[:2] / sha256

    def holds(self, sha256: str) -> bool:
        path = self.path_of(sha256)
        return path.is_file() and not path.is_symlink()

    def open(self, sha256: str) -> BinaryIO:
        """The file's content, to be read."""
        try:
            return self.path_of(sha256).open("rb")
        except FileNotFoundError:
            raise NotKept(f"The file {sha256[:12]}… is not in the vault. Restore it from a backup.") from None

    def forget(self, sha256: str) -> None:
        """Removes a file; one that is not there is forgotten already."""
        path = self.path_of(sha256)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            _to_disk(path.parent)

    def check(self, expected: Iterable[str]) -> Iterator[str]:
        """What is wrong with the vault, a sentence each, going by the digests it should hold. Reads all."""
        wanted = set(expected)
        for sha256 in sorted(wanted):
            if not self.holds(sha256):
                yield f"The file {sha256[:12]}… is missing. Restore it from a backup."
            elif _digest(self.path_of(sha256)) != sha256:
                yield f"The file {sha256[:12]}… has been altered. Restore it from a backup."
        for path in self.leftovers():
            yield f"{path.name[:12]}… is left over from a write that was interrupted. It can be tidied away."
        for path in self._files():
            if path.name not in wanted:
                yield f"The file {path.name[:12]}… belongs to no record. It can be tidied away."
        for path in self._loose():
            yield f"{path.name[:12]} can be read or changed by others. Tidying closes it."

    def leftovers(self) -> list[Path]:
        """Files whose writing was begun and not finished, or is going on."""
        return _entries(self.folder / ARRIVING)

    def tidy(self, keep: Iterable[str], *, older_than_s: float = AN_HOUR) -> list[Path]:
        """Removes leftovers and what belongs to no record, closes what is too open; says what was removed.

        What is younger than an hour stays: somebody may be adding it right now.
        """
        wanted, until = set(keep), time.time() - older_than_s
        stray = [path for path in self._files() if path.name not in wanted]
        old = [path for path in (*self.leftovers(), *stray) if path.lstat().st_mtime <= until]
        removed = [path for path in old if not _is_folder(path)]
        for path in removed:
            path.unlink(missing_ok=True)
        for folder in {path.parent for path in removed}:
            _to_disk(folder)
        for path in self._loose():
            path.chmod(self.folder_mode if path.is_dir() else self.file_mode)
        return removed

    def _write(self, stream: BinaryIO, to: Path) -> Kept:
        digest, size = hashlib.sha256(), 0
        with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            os.fchmod(file.fileno(), self.file_mode)
            file.flush()
            os.fsync(file.fileno())
        return Kept(digest.hexdigest(), size)

    def _folder(self, name: str) -> Path:
        """A folder of the vault, made if it is missing, with nobody else let in whatever the umask says."""
        for folder in (self.folder, self.folder / name):
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True, mode=self.folder_mode)
                folder.chmod(self.folder_mode)
                _to_disk(folder.parent)
        return self.folder / name

    def _files(self) -> list[Path]:
        shelves = [path for path in _entries(self.folder) if path.name != ARRIVING]
        return [file for shelf in shelves for file in (_entries(shelf) if _is_folder(shelf) else [shelf])]

    def _loose(self) -> list[Path]:
        folders = [self.folder, *(path for path in _entries(self.folder) if _is_folder(path))]
        loose = [
            path for path in folders if path.exists() and path.stat().st_mode & 0o777 & ~self.folder_mode
        ]
        files = [path for path in self._files() if not path.is_symlink() and path.is_file()]
        return loose + [path for path in files if path.stat().st_mode & 0o777 & ~(self.file_mode | 0o200)]


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if _is_folder(folder) else []


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _to_disk(folder: Path) -> None:
    """A new, renamed or removed name is only safe once its folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
