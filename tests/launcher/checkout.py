"""A small checkout to start for real: the launcher as it is, a Django that only notes its calls."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from archive.launcher.places import ROOT, Places
from archive.launcher.programs import SHARED

MANAGE = """\
import os, pathlib, sys
with open(pathlib.Path(os.environ["ARCHIVE_VAR"]) / "calls", "a") as calls:
    print(*sys.argv[1:], file=calls)
if sys.argv[1] == "first_curator":
    print("  name       curator\\n  password   once-only")
if sys.argv[1] == "collectstatic":
    (pathlib.Path(os.environ["ARCHIVE_VAR"]) / "static").mkdir(exist_ok=True)
if sys.argv[1] == "where":
    print(os.getcwd())
sys.exit(3 if sys.argv[1] == "fail" else 0)
"""
WSGI = """\
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"open"]
"""


class Checkout:
    """A checkout in a folder of our choice, started as a person would start it."""

    def __init__(self, root: Path) -> None:
        self.root, self.var = root, root / "var"
        self.started: list[subprocess.Popen[str]] = []
        self.env = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        self.env["PYTHONPATH"] = str(root)
        (root / "archive").mkdir(parents=True)
        shutil.copytree(ROOT / "archive/launcher", root / "archive/launcher")
        shutil.copytree(ROOT / "script", root / "script")
        (root / "archive/__init__.py").touch()
        (root / "archive/wsgi.py").write_text(WSGI)
        (root / "manage.py").write_text(MANAGE)
        (root / "requirements.txt").touch()

    def start(self, *words: str) -> subprocess.Popen[str]:
        """The launcher at work."""
        command = [sys.executable, "-m", "archive.launcher", *words]
        process = subprocess.Popen(
            command,
            env=self.env,
            cwd=self.root,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # under nohup it would be deaf
        )
        self.started.append(process)
        return process

    def ends(self, *words: str) -> tuple[int, str]:
        """The launcher run to its end: its code and all it said."""
        process = self.start(*words)
        said, _ = process.communicate(timeout=60)
        return process.returncode, said

    def opens(self, *words: str) -> tuple[subprocess.Popen[str], str]:
        """The launcher once it says that the archive is open, and what it said before."""
        process = self.start("run", "--port", str(a_free_port()), *words)
        said = ""
        assert process.stdout
        for line in process.stdout:
            said += line
            if line.startswith("Ctrl-C"):
                return process, said
        raise AssertionError(f"It did not open:\n{said}")

    def ctrl_c(self, process: subprocess.Popen[str]) -> int:
        """What a terminal does on Ctrl-C: the signal goes to the whole group."""
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)
        return process.returncode

    @property
    def calls(self) -> list[str]:
        """Which of manage.py's commands were run, but for the calendar, which goes on beside the server."""
        file = self.var / "calls"
        lines = file.read_text().splitlines() if file.exists() else []
        return [each for each in lines if not each.startswith("keep_dates")]

    @property
    def data(self) -> Path:
        """Where the database's files are."""
        shared = SHARED / Places(self.var, self.root).tag / "postgres"
        return shared if shared.exists() else self.var / "postgres"

    @property
    def server(self) -> int | None:
        """The database's process, if it is alive."""
        file = self.data / "postmaster.pid"
        pid = int(file.read_text().split()[0]) if file.exists() else 0
        return pid if pid and alive(pid) else None

    def address(self) -> dict[str, str]:
        """The database left running, and its environment."""
        code, said = self.ends("env")
        assert code == 0, said
        lines = (line.removeprefix("export ").partition("=") for line in said.splitlines())
        return {name: value.strip("'") for name, _, value in lines}

    def remove(self) -> None:
        """Nothing of it left on this machine."""
        for process in self.started:
            process.kill()
            process.communicate()
        if pid := self.server:
            os.kill(pid, signal.SIGQUIT)
            wait_until(lambda: not alive(pid))
        shutil.rmtree(SHARED / Places(self.var, self.root).tag, ignore_errors=True)
        shutil.rmtree(self.root, ignore_errors=True)
        for socket in Path("/tmp").glob(f"testimony-{Places(self.var, self.root).tag}"):
            shutil.rmtree(socket)


def a_free_port() -> int:
    """A port that nobody listens on, found without a socket of our own."""
    code = "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1])"
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True).stdout)


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition: Callable[[], object], seconds: float = 20) -> None:
    """Patience, with an end."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("It did not come about in time.")


def refusal(connection: psycopg.Connection, statement: str) -> str:
    """What the database answers to something that must not be done; nothing if it lets us."""
    try:
        connection.execute(statement)
    except psycopg.Error as error:
        return str(error).splitlines()[0]
    return ""
