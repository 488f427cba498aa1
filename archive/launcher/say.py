"""What the launcher tells the person at the keyboard."""

import contextlib
import sys
import time

_started = time.monotonic()


def say(text: str) -> None:
    """A line, at once; a terminal that has been closed does not stop the work."""
    with contextlib.suppress(OSError):
        print(text, flush=True)


def aside(text: str) -> None:
    """A line beside the output of a program that somebody may be reading or piping."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def silent(_text: str) -> None:
    """Nothing, for programs whose output somebody else reads."""


def seconds() -> str:
    """How long this start has taken so far."""
    return f"{time.monotonic() - _started:.1f} s"
