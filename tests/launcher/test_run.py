"""script/run: one start, a second one, and every way to end it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import dj_database_url
import psycopg
import pytest

from archive.launcher.programs import find_programs

from .checkout import MANAGE, Checkout, a_free_port, alive, wait_until

STARTED = f"Starting PostgreSQL {find_programs().version} …\n"
FIRST = [
    "migrate --verbosity=0",
    "grant_site",
    "renew_search",
    "collectstatic --noinput --verbosity=0",
    "make_keys --local",
    "first_curator",
    "load_sample",
]


def test_the_first_start_prepares_everything_and_says_where_the_archive_is(
    checkout: Checkout,
) -> None:
    process, said = checkout.opens()
    try:
        assert checkout.calls == FIRST
        assert "readers    http://127.0.0.1:" in said
        assert "/desk/" in said
        assert "password   once-only" in said
    finally:
        assert checkout.ctrl_c(process) == 0
    assert checkout.server is None


@pytest.mark.parametrize("busy", ["migrate", "load_sample"])
def test_ctrl_c_in_the_middle_of_a_start_stops_the_database_too(checkout: Checkout, busy: str) -> None:
    slow = f"import sys, time\nif sys.argv[1] == '{busy}':\n    print('busy', flush=True)\n"
    (checkout.root / "manage.py").write_text(slow + "    time.sleep(60)\n")
    process = checkout.start("run", "--port", str(a_free_port()))
    assert process.stdout
    assert any("busy" in line for line in process.stdout)
    assert checkout.ctrl_c(process) == 0
    assert checkout.server is None


def test_the_first_passwords_are_said_even_if_the_start_goes_no_further(
    checkout: Checkout,
) -> None:
    fails = MANAGE.replace('"fail"', '"load_sample"')
    (checkout.root / "manage.py").write_text(fails)
    code, said = checkout.ends("run", "--port", str(a_free_port()))
    assert code == 2
    assert said.count("once-only") == 1


def test_a_second_start_takes_seconds_and_repeats_nothing(checkout: Checkout) -> None:
    first, _ = checkout.opens()
    first.send_signal(signal.SIGTERM)
    first.wait(30)
    began = time.monotonic()
    second, said = checkout.opens()
    took = time.monotonic() - began
    second.send_signal(signal.SIGHUP)
    assert second.wait(30) == 0
    assert took < 15, said
    assert checkout.calls == FIRST
    assert "once-only" not in said
    assert checkout.server is None


def test_changed_code_is_migrated_and_the_sample_is_not_loaded_again(checkout: Checkout) -> None:
    first, _ = checkout.opens()
    first.send_signal(signal.SIGINT)
    first.wait(30)
    (checkout.root / "archive/models.py").write_text("# a new table\n")
    second, _ = checkout.opens()
    second.send_signal(signal.SIGINT)
    second.wait(30)
    assert checkout.calls == [*FIRST, *FIRST[:3]]


def test_the_next_start_takes_over_from_a_killed_one(checkout: Checkout) -> None:
    killed, said = checkout.opens()
    server = checkout.server
    killed.kill()
    killed.wait()
    assert server
    assert alive(server)
    port = said.partition("127.0.0.1:")[2].partition("/")[0]
    wait_until(lambda: nobody_listens(port))
    following, _ = checkout.opens()
    assert checkout.server == server
    following.send_signal(signal.SIGINT)
    assert following.wait(30) == 0
    assert checkout.server is None


def test_a_pid_file_whose_number_is_some_other_program_is_no_obstacle(checkout: Checkout) -> None:
    checkout.address()
    server = checkout.server
    assert server
    pid_file = checkout.data / "postmaster.pid"
    left = pid_file.read_text()
    os.kill(server, signal.SIGQUIT)
    wait_until(lambda: not alive(server))
    pid_file.write_text(left.replace(str(server), str(os.getpid()), 1))
    assert checkout.ends("manage", "check") == (0, STARTED)


def test_the_server_of_another_archive_is_not_taken_for_ours(checkout: Checkout, folder: Path) -> None:
    other = Checkout(folder / "another")
    try:
        other.address()
        checkout.address()
        ours, theirs = checkout.server, other.server
        assert ours
        assert theirs
        pid_file = checkout.data / "postmaster.pid"
        left = pid_file.read_text()
        os.kill(ours, signal.SIGQUIT)
        wait_until(lambda: not alive(ours))
        pid_file.write_text(left.replace(str(ours), str(theirs), 1))
        assert checkout.ends("manage", "check") == (0, STARTED)
        assert alive(theirs)
    finally:
        other.remove()


def test_a_second_copy_is_told_that_the_first_is_running(checkout: Checkout) -> None:
    process, _ = checkout.opens()
    code, said = checkout.ends("run", "--port", str(a_free_port()))
    process.send_signal(signal.SIGINT)
    process.wait(30)
    assert code == 2
    assert said.startswith("This archive is already running (http://127.0.0.1:")
    assert len(said.splitlines()) == 1


def test_a_taken_port_is_said_in_a_sentence_that_names_a_free_one(checkout: Checkout) -> None:
    listen = "import socket, sys; s = socket.create_server(('127.0.0.1', 0)); "
    listen += "print(s.getsockname()[1], flush=True); sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", listen], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    port = other.stdout.readline().strip()
    code, said = checkout.ends("run", "--port", port)
    other.communicate()
    assert code == 2
    assert said.startswith(f"Port {port} is taken by another program: start with script/run --port")


def test_a_command_that_fails_stops_the_start_and_the_database(checkout: Checkout) -> None:
    (checkout.root / "manage.py").write_text("raise SystemExit('No such table')")
    code, said = checkout.ends("run", "--port", str(a_free_port()))
    assert code == 2
    assert "No such table" in said
    assert said.endswith("Making the tables did not succeed: the reason stands above.\n")
    assert checkout.server is None


def test_a_server_that_cannot_start_is_not_called_open(checkout: Checkout) -> None:
    (checkout.root / "archive/wsgi.py").write_text("raise RuntimeError('No settings')")
    code, said = checkout.ends("run", "--port", str(a_free_port()))
    assert code == 2
    assert "open" not in said
    assert said.endswith("The server did not start: the reason stands above.\n")
    assert checkout.server is None


def test_manage_leaves_a_running_archive_running(checkout: Checkout) -> None:
    process, _ = checkout.opens()
    assert checkout.ends("manage", "fail")[0] == 3
    assert checkout.server
    process.send_signal(signal.SIGINT)
    process.wait(30)
    assert checkout.server is None


def test_manage_runs_where_the_person_stands(checkout: Checkout) -> None:
    command = [sys.executable, "-m", "archive.launcher", "manage", "where"]
    said = subprocess.run(command, env=checkout.env, cwd="/usr", capture_output=True, text=True)
    assert said.stdout.strip() == "/usr"


def test_with_a_database_of_ones_own_nothing_is_started(checkout: Checkout) -> None:
    checkout.env["DATABASE_URL"] = "postgres://desk@elsewhere/archive"
    code, said = checkout.ends("manage", "check")
    assert code == 2
    assert said.startswith("DATABASE_URL is set and SITE_DATABASE_URL is not")
    checkout.env["SITE_DATABASE_URL"] = "postgres://site@elsewhere/archive"
    assert checkout.ends("manage", "check") == (0, "")
    assert not checkout.data.exists()


@pytest.mark.parametrize("name", ["DATABASE_URL", "SITE_DATABASE_URL"])
def test_the_addresses_given_to_django_are_read_as_they_are_meant(checkout: Checkout, name: str) -> None:
    read = dj_database_url.parse(checkout.address()[name])
    with psycopg.connect(
        host=read["HOST"], user=read["USER"], password=read["PASSWORD"], dbname=read["NAME"]
    ) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def nobody_listens(port: str) -> bool:
    """Whether a port is free, asked from another process."""
    code = f"import socket; socket.create_server(('127.0.0.1', {port}))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
