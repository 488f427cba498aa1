"""Who runs the database server: ourselves, or somebody without rights when we are root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.launcher.trouble import Trouble

# The first that exists: made on purpose, made by Debian's PostgreSQL, or there on every system.
CANDIDATES = ("testimony-archive", "postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """The account of the database server."""

    name: str
    uid: int
    gid: int

    @property
    def is_us(self) -> bool:
        """Whether no change of account is needed."""
        return self.uid == os.geteuid()

    def options(self) -> dict[str, Any]:
        """What `subprocess` needs to run a program as this account."""
        # "/" because the folder we stand in may be closed to the account.
        options: dict[str, Any] = {"cwd": "/"}
        if not self.is_us:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def may(self, test: str, path: Path) -> bool:
        """Whether the account itself may read (-r), write (-w) or enter (-x) a path."""
        asked: Sequence[str] = ("/bin/sh", "-c", f'test {test} "$1"', "sh", str(path))
        return subprocess.run(asked, check=False, **self.options()).returncode == 0  # noqa: S603

    def own(self, path: Path, mode: int = 0o700) -> None:
        """A folder that belongs to the account alone."""
        path.mkdir(mode=mode, parents=True, exist_ok=True)
        if not self.is_us:
            os.chown(path, self.uid, self.gid)
        path.chmod(mode)


def account_of(uid: int) -> Account:
    """The account with a number."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError as missing:
        raise Trouble(
            f"The user number {uid} has no name on this machine, and PostgreSQL needs one: "
            "add it with useradd, or start as another user."
        ) from missing
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def server_account(data: Path) -> Account:
    """Ourselves; as root, the owner of the data, or the first unprivileged account there is."""
    us = os.geteuid()
    if us != 0:
        return account_of(us)
    if data.exists() and data.stat().st_uid != 0:
        return account_of(data.stat().st_uid)
    for name in CANDIDATES:
        try:
            return account_of(pwd.getpwnam(name).pw_uid)
        except KeyError:
            continue
    raise Trouble(
        "PostgreSQL does not run as root, and there is no account 'nobody': "
        "make one with 'useradd --system testimony-archive'."
    )
