"""One PostgreSQL server over one data folder: made, started, found running, stopped."""

import locale
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from archive.launcher.accounts import Account
from archive.launcher.places import disk_troubles_named
from archive.launcher.programs import Programs
from archive.launcher.trouble import Trouble

START_SECONDS = 60.0
STOP_SECONDS = 60.0

# Only a socket, only for the server's account; no words of a testimony in the log.
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
# A test database may be lost at any time.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

# The servers that are our children: they may outlive us, and while we live they are ours to bury.
_started: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True)
class Server:
    """The server of one data folder."""

    programs: Programs
    account: Account
    data: Path
    log: Path
    careless: bool = False

    def make(self, password: str) -> None:
        """An empty data folder: there in full afterwards, or not at all."""
        fresh = self.data.with_name(f"{self.data.name}.new")
        secret = self.data.with_name(f"{self.data.name}.password")
        with disk_troubles_named():
            _remove(fresh)
            self.account.own(fresh)
            self._write_private(secret, password)
        try:
            self._initdb(fresh, secret)
            with disk_troubles_named():
                fresh.rename(self.data)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        finally:
            secret.unlink(missing_ok=True)

    def start(self, socket: Path) -> None:
        """The server, answering on its socket; it outlives us if we are killed."""
        self._remove_stale_pid()
        settings = SETTINGS | {"unix_socket_directories": str(socket)}
        settings |= CARELESS if self.careless else {}
        command = [str(self.programs.bin / "postgres"), "-D", str(self.data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with disk_troubles_named():
            log = self.log.open("wb")
        with log:
            child = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is ours to handle
                **self.account.options(),
            )
        _started.append(child)
        self._wait_until_ready(child)

    def pid(self) -> int | None:
        """The process of the running server, if it runs."""
        lines = self._pid_file()
        if not lines or not lines[0].isdigit():
            return None
        pid = int(lines[0])
        return pid if _serves(pid, self.data) else None

    def socket(self) -> Path | None:
        """Where the running server listens."""
        lines = self._pid_file()
        return Path(lines[4]) if len(lines) > 4 and lines[4] and self.pid() else None

    def stop(self) -> None:
        """The server gone, its data in order; sessions that are still open are cut."""
        pid = self.pid()
        if pid is None:
            return
        for asked in (signal.SIGINT, signal.SIGQUIT):  # fast; then at once
            _signal(pid, asked)
            if _gone(pid, self.data):
                return
        raise Trouble(f"The database (process {pid}) does not stop: look into {self.log}.")

    def _initdb(self, folder: Path, secret: Path) -> None:
        command = [
            str(self.programs.bin / "initdb"),
            *("-D", str(folder), "-U", "postgres", "--encoding=UTF8"),
            *("--auth=scram-sha-256", f"--pwfile={secret}"),
            *_locale_options(self.programs.major),
            *(["--no-sync"] if self.careless else []),
        ]
        done = subprocess.run(  # noqa: S603
            command, capture_output=True, text=True, errors="replace", **self.account.options()
        )
        if done.returncode:
            raise self._reason(done.stdout + done.stderr, "made")

    def _wait_until_ready(self, child: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            lines = self._pid_file()
            if len(lines) > 7 and lines[0] == str(child.pid) and lines[7].strip() == "ready":
                return
            if child.poll() is not None:
                raise self._reason(self.log.read_text(errors="replace"), "started")
            time.sleep(0.02)
        self.stop()
        raise Trouble(f"The database does not answer after a minute: look into {self.log}.")

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _remove_stale_pid(self) -> None:
        """A pid file left by a crash, whose number now belongs to some other program."""
        if self.pid() is None:
            with disk_troubles_named():
                (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _write_private(self, path: Path, text: str) -> None:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        if not self.account.is_us:
            os.chown(path, self.account.uid, self.account.gid)

    def _reason(self, said: str, verb: str) -> Trouble:
        """The sentence for what the server's own words mean."""
        if "No space left" in said or "Disk quota exceeded" in said:
            return Trouble(f"The disk is full ({self.data}): free some space and start again.")
        if "Read-only file system" in said:
            return Trouble(
                f"The disk is read-only ({self.data}): set ARCHIVE_VAR to a folder that can be written."
            )
        last = next((line for line in reversed(said.splitlines()) if "FATAL" in line), "")
        last = last or (said.strip().splitlines() or ["no reason given"])[-1]
        return Trouble(f"The database could not be {verb}: {last.strip()} (see {self.log})")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _locale_options(major: int) -> list[str]:
    """Sorting by code point, letters by Unicode: the same on every machine."""
    # The system's C.UTF-8, where there is one, tells Persian letters from Persian marks.
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        letters = "C.UTF-8"
    except locale.Error:
        letters = "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    options = ["--locale=C", f"--lc-ctype={letters}"]
    if major >= 17:
        options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return options


def _serves(pid: int, data: Path) -> bool:
    """Whether a process is alive and is the server of this data folder."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/cwd").samefile(data)  # a server stands in its data folder
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return False
    except PermissionError:  # in a container root may not look there
        pass
    words = _command_line(pid)
    return "postgres" in words and str(data) in words


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        asked = ["ps", "-o", "args=", "-p", str(pid)]
        return subprocess.run(asked, capture_output=True, text=True).stdout  # noqa: S603


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
    except PermissionError as refused:
        raise Trouble(
            f"The database (process {pid}) belongs to another user: stop it as that user or as root."
        ) from refused


def _gone(pid: int, data: Path) -> bool:
    until = time.monotonic() + STOP_SECONDS
    while time.monotonic() < until:
        for child in _started:
            child.poll()
        if not _serves(pid, data):
            return True
        time.sleep(0.02)
    return False
