"""What stands between a database and an archive: tables, rights, static files, a sample."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from archive.launcher.children import command_of_django
from archive.launcher.places import Places, write_whole
from archive.launcher.say import say

CODE = ("archive", "events", "testimonies")  # where tables and rights come from
FILES = ("static", "archive/settings.py")  # where static files come from, beside the packages
MARK = "prepared.json"


@dataclass
class Preparation:
    """The steps of a start, each left out when nothing has changed since it was last done."""

    places: Places
    env: Mapping[str, str]
    done: dict[str, str] = field(default_factory=dict)

    def all(self) -> str:
        """Everything that is still to do; what the first curator has to be told."""
        self.done = self._remembered()
        code = fingerprint(self.places.root, CODE, "*.py")
        if self.done.get("code") != code:
            self._run(["migrate", "--verbosity=0"], "Making the tables", "Making the tables …")
            self._run(["grant_site"], "Granting the site its rights")
            self._run(["renew_search"], "Renewing the index of search")
            self._remember(code=code)
        files = fingerprint(self.places.root, FILES, "*")
        if self.done.get("files") != files or not (self.places.var / "static").exists():
            self._run(
                ["collectstatic", "--noinput", "--verbosity=0"],
                "Collecting the static files",
                "Collecting the static files …",
            )
            self._remember(files=files)
        if "keys" not in self.done and not self.env.get("ARCHIVE_SEAL_KEYS"):
            self._run(["make_keys", "--local"], "Making keys to try the sealing of names", heard=True)
            self._remember(keys="made")
        # Before the sample, which brings accounts of its own that nobody can use.
        told = self._first_curator()
        try:
            self._sample()
        except BaseException:
            say(told)  # these words are said only once
            raise
        return told

    def _first_curator(self) -> str:
        if "curator" in self.done:
            return ""
        told = self._run(["first_curator"], "Making the first accounts", heard=True)
        self._remember(curator="made")
        return told.strip("\n")

    def _sample(self) -> None:
        if "sample" not in self.done:
            self._run(["load_sample"], "Loading the sample", "Loading the sample collection …")
            self._remember(sample="loaded")

    def _run(self, words: list[str], what: str, line: str = "", *, heard: bool = False) -> str:
        if line:
            say(line)
        return command_of_django(words, self.env, self.places.root, what, heard=heard)

    @property
    def _database(self) -> str:
        """Which database the marks are about, without its password."""
        address = self.env["DATABASE_URL"].rpartition("@")[2]
        return sha256(address.encode()).hexdigest()[:16]

    def _remembered(self) -> dict[str, str]:
        try:
            kept = json.loads((self.places.var / MARK).read_text())
            return dict(kept[self._database])
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def _remember(self, **marks: str) -> None:
        self.done |= marks
        write_whole(self.places.var / MARK, json.dumps({self._database: self.done}, indent=1))


def fingerprint(root: Path, names: tuple[str, ...], pattern: str) -> str:
    """Changes with every change to the packages, or to a file of some folders."""
    digest = sha256((root / "requirements.txt").read_bytes())
    for file in sorted(found for name in names for found in _files(root / name, pattern)):
        seen = file.stat()
        digest.update(f"{file.relative_to(root)} {seen.st_size} {seen.st_mtime_ns}".encode())
    return digest.hexdigest()


def _files(place: Path, pattern: str) -> Iterator[Path]:
    """A file itself, or the files below a folder."""
    if place.is_file():
        yield place
    yield from (file for file in place.rglob(pattern) if file.is_file())
