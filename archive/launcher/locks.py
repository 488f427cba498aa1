"""Locks that a killed process leaves open: the system drops them with the process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.launcher.places import disk_troubles_named


class Lock:
    """A lock on a file: many may share it, or one may hold it alone."""

    def __init__(self, file: Path) -> None:
        with disk_troubles_named():
            self._handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)

    def share(self) -> None:
        """Hold it together with others."""
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def alone(self) -> None:
        """Wait until nobody else holds it."""
        fcntl.flock(self._handle, fcntl.LOCK_EX)

    def alone_now(self) -> bool:
        """Hold it alone if nobody else does at this moment."""
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def note(self, text: str) -> None:
        """A line for whoever finds the lock taken."""
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, text.encode(), 0)

    def release(self) -> None:
        """Let go, for good."""
        os.close(self._handle)


@contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    """A stretch of work that two processes must not do at once."""
    lock = Lock(file)
    lock.alone()
    try:
        yield
    finally:
        lock.release()
