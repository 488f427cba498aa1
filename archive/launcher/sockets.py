"""A short, private folder for the database's Unix socket."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archive.launcher.accounts import Account
from archive.launcher.trouble import Trouble, of_the_disk

# A socket's path may have 107 bytes on Linux and 103 on macOS; PostgreSQL adds its file's name.
LONGEST = 103 - len("/.s.PGSQL.5432.lock")


def socket_folder(account: Account, tag: str) -> Path:
    """The folder for this archive's socket, made now; nobody but the server's account enters."""
    for base in _bases(account):
        folder = base / f"testimony-{tag}"
        if len(os.fsencode(folder)) > LONGEST:
            continue
        try:
            folder.mkdir(mode=0o700)
            account.own(folder)
        except FileExistsError:
            pass
        except OSError as error:
            if error.errno in (13, 30):  # closed or read-only: the next base may do
                continue
            raise of_the_disk(error) from error
        if _is_private(folder, account):
            return folder
    raise Trouble(
        "No folder was found for the database's socket: make /tmp writable, "
        "or set TMPDIR to a folder with a short path."
    )


def _bases(account: Account) -> Iterator[Path]:
    """The folders that may hold it, best first."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and account.is_us and Path(runtime).is_dir():
        yield Path(runtime)
    yield Path("/tmp")  # noqa: S108 - the folder made in it is private, and checked
    yield Path(tempfile.gettempdir())


def _is_private(folder: Path, account: Account) -> bool:
    """Whether it is a real folder of the account's, closed to all others."""
    # Anybody may have made a folder of this name in /tmp before us.
    seen = folder.lstat()
    return (
        stat.S_ISDIR(seen.st_mode) and seen.st_uid == account.uid and stat.S_IMODE(seen.st_mode) & 0o077 == 0
    )
