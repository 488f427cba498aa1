"""How far the making of a public copy is: told by the process that makes it, read by the desk's page.

A copy may take an hour, so it is made by a process of its own. It holds a lock while it lives: if the lock is
free and the work is not done, the process was ended, by a restart or for want of memory.
"""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.contrib.auth.models import User

from archive.desk.review import Refused
from testimonies.models import Media

TIME_TO_START_S = 60
EVERY_S = 1.0


class State(StrEnum):
    """What is known of the work."""

    STARTING = "starting"
    WAITING = "waiting"  # another copy is being made
    WORKING = "working"
    MADE = "made"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Progress:
    """One line about the making of one copy."""

    state: State
    done_ms: int = 0
    total_ms: int = 0
    told: str = ""
    at: float = 0

    @property
    def goes_on(self) -> bool:
        return self.state in (State.STARTING, State.WAITING, State.WORKING)

    @property
    def percent(self) -> int:
        return min(99, self.done_ms * 100 // self.total_ms) if self.total_ms else 0


class Begun(Exception):
    """The copy is being made by another process already."""


def look(media: Media) -> Progress | None:
    """How far the making of a copy is; None where nobody began."""
    try:
        told = json.loads(_note(media).read_text())
        found = Progress(**told | {"state": State(told["state"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    young = found.state == State.STARTING and time.time() - found.at < TIME_TO_START_S
    if found.goes_on and not young and not _is_locked(_lock(media)):
        return Progress(State.STOPPED, found.done_ms, found.total_ms)
    return found


def start(media: Media, *, by: User) -> None:
    """Lets a process of its own make the copy, unless one is at it."""
    going = look(media)
    if going and going.goes_on:
        return
    _write(media, Progress(State.STARTING))
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "make_copies"]
    command += ["--only", media.identifier, "--by", by.get_username()]
    process = subprocess.Popen(  # noqa: S603 - no shell, and every argument is ours
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    threading.Thread(target=process.wait, daemon=True).start()  # so that it does not stay as a zombie


class Work:
    """The making of one copy, as its process tells of it."""

    def __init__(self, media: Media):
        self.media, self.last = media, 0.0

    def tell(self, done_ms: int, total_ms: int) -> None:
        if time.monotonic() - self.last > EVERY_S:
            self.last = time.monotonic()
            _write(self.media, Progress(State.WORKING, done_ms, total_ms))

    def made(self, told: str) -> None:
        _write(self.media, Progress(State.MADE, told=told))


@contextmanager
def working(media: Media) -> Iterator[Work]:
    """Around the making of a copy: one at a time, and the page knows how it ended. Raises Begun."""
    with _held(_lock(media), wait=False):
        _write(media, Progress(State.WAITING))
        with _held(_folder() / "turn.lock", wait=True):
            _write(media, Progress(State.WORKING))
            try:
                yield Work(media)
            except Refused as why:
                _write(media, Progress(State.FAILED, told=str(why)))
                raise


@contextmanager
def _held(path: Path, *, wait: bool) -> Iterator[TextIO]:
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Begun from None
        yield file


def _is_locked(path: Path) -> bool:
    try:
        with _held(path, wait=False):
            return False
    except Begun:
        return True


def _write(media: Media, progress: Progress) -> None:
    aside = _note(media).with_suffix(".new")
    aside.write_text(json.dumps(asdict(progress) | {"at": time.time()}))
    aside.replace(_note(media))


def _note(media: Media) -> Path:
    return _folder() / f"{media.identifier}.json"


def _lock(media: Media) -> Path:
    return _folder() / f"{media.identifier}.lock"


def _folder() -> Path:
    folder: Path = settings.VAULT / "making"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
