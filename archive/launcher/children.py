"""Programs that the launcher starts and never leaves behind."""

import ctypes
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from archive.launcher.trouble import Trouble

STOPPERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1


class Stopped(BaseException):
    """Somebody pressed Ctrl-C, closed the terminal or told us to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def stop_on_signals() -> None:
    """From here on a signal unwinds the work in order instead of cutting it off."""

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in STOPPERS:  # the second Ctrl-C does not cut the cleaning up
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    for number in STOPPERS:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup
            signal.signal(number, stop)


def _end_with_parent() -> None:
    """Linux ends this process when the launcher is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@contextmanager
def child(
    command: list[str], env: Mapping[str, str], cwd: Path, **options: object
) -> Iterator[subprocess.Popen[str]]:
    """A program in a session of its own, told to end when we leave, whatever happens."""
    process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[call-overload] # noqa: S603
        command,
        env=dict(env),
        cwd=cwd,
        text=True,
        start_new_session=True,  # Ctrl-C reaches us alone, and we end it in order
        preexec_fn=_end_with_parent,  # safe: the launcher has one thread
        **options,
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[str], patience: float = 15) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def command_of_django(
    words: list[str], env: Mapping[str, str], root: Path, what: str, *, heard: bool = False
) -> str:
    """One of manage.py's commands, run to its end; its output if it is to be shown later."""
    command = [sys.executable, str(root / "manage.py"), *words]
    options = {"stdout": subprocess.PIPE} if heard else {}
    with child(command, env, root, **options) as process:
        output, _ = process.communicate()
    if process.returncode:
        raise Trouble(f"{what} did not succeed: the reason stands above.")
    return output or ""


def in_front(command: list[str], env: Mapping[str, str], cwd: Path | None = None) -> int:
    """A program that has the keyboard to itself; its exit code."""
    before = {number: signal.getsignal(number) for number in STOPPERS}
    process = subprocess.Popen(command, env=dict(env), cwd=cwd, preexec_fn=_end_with_parent)  # noqa: S603

    def pass_on(number: int, _frame: FrameType | None) -> None:
        process.send_signal(number)

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keyboard's reaches it anyway
        signal.signal(signal.SIGTERM, pass_on)
        signal.signal(signal.SIGHUP, pass_on)
        return process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
