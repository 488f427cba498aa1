"""`script/run`: from a checkout to an archive that answers, and back to nothing on Ctrl-C."""

import argparse
import errno
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from archive.launcher import health
from archive.launcher.children import child
from archive.launcher.environment import database_environment
from archive.launcher.locks import Lock
from archive.launcher.places import Places
from archive.launcher.preparation import Preparation
from archive.launcher.say import say, seconds
from archive.launcher.trouble import Trouble

HOST = "127.0.0.1"


def run(arguments: list[str]) -> int:
    """The archive, served until it is told to stop."""
    port = _port(arguments)
    places = Places.usual()
    places.make()
    only = _only_one(places, port)
    _must_be_free(port)
    try:
        with database_environment(places, say) as env:
            env.setdefault("ARCHIVE_URL", f"http://{HOST}:{port}")
            told = Preparation(places, env).all()
            _serve(places.root, env, port, told)
    finally:
        only.release()
    return 0


def _port(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="script/run", description=__doc__)
    parser.add_argument("--port", default=os.environ.get("PORT") or "8000", help="8000 if not given")
    given = str(parser.parse_args(arguments).port)
    if not (given.isdigit() and 0 < int(given) < 65536):
        raise Trouble(f"A port is a number from 1 to 65535, not “{given}”.")
    return int(given)


def _only_one(places: Places, port: int) -> Lock:
    file = places.var / "run.lock"
    lock = Lock(file)
    if not lock.alone_now():
        raise Trouble(
            f"This archive is already running ({file.read_text() or 'it is just starting'}): "
            "stop it there with Ctrl-C, or set ARCHIVE_VAR to run a second one."
        )
    lock.note(f"http://{HOST}:{port}/, process {os.getpid()}")
    return lock


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise Trouble(f"Port {port} is for root only: choose one above 1023.") from error
            raise Trouble(
                f"Port {port} is taken by another program: "
                f"start with script/run --port {_free_port()}, or stop that program."
            ) from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _serve(root: Path, env: Mapping[str, str], port: int, told: str) -> None:
    command = [sys.executable, "-m", "gunicorn", "archive.wsgi:application"]
    command += ["--bind", f"{HOST}:{port}", "--worker-class", "gthread"]
    command += ["--workers", env.get("WEB_CONCURRENCY") or "2", "--threads", "4"]
    command += ["--log-level", "warning", "--no-control-socket", "--graceful-timeout", "3"]
    calendar = [sys.executable, "manage.py", "keep_dates", "--every", "60"]
    with child(command, env, root) as server, child(calendar, env, root):
        _wait_until_it_answers(server, port)
        say(f"\nThe archive is open ({seconds()}).\n")
        say(f"  readers    http://{HOST}:{port}/")
        say(f"  the desk   http://{HOST}:{port}/desk/")
        if told:
            say("\n" + told)
        say("\nCtrl-C stops it, the database too.")
        server.wait()
    raise Trouble("The server ended by itself: the reason stands above.")


def _wait_until_it_answers(server: "subprocess.Popen[str]", port: int, patience: float = 60) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        if health.status(port, HOST):
            return
        time.sleep(0.05)
    raise Trouble("The server did not start: the reason stands above.")
