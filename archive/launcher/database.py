"""The archive's database on this machine: two logins, shared by all programs at work."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import psycopg

from archive.launcher import keys
from archive.launcher.accounts import Account, server_account
from archive.launcher.locks import Lock, one_at_a_time
from archive.launcher.places import Places, disk_troubles_named, write_whole
from archive.launcher.programs import SHARED, find_programs, reachable_by
from archive.launcher.say import silent
from archive.launcher.server import Server
from archive.launcher.sockets import socket_folder
from archive.launcher.trouble import Trouble

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Address:
    """What Django needs to reach the database."""

    desk: str
    site: str
    secret_key: str


@dataclass(frozen=True)
class Database:
    """The database that belongs to one checkout."""

    places: Places
    for_tests: bool = False

    @cached_property
    def data(self) -> Path:
        """The data folder: in `var/`, or where an unprivileged server can reach it."""
        usual, shared = self.places.var / "postgres", SHARED / self.places.tag / "postgres"
        if self._elsewhere.exists():
            return Path(self._elsewhere.read_text())
        account = server_account(usual)
        if account.is_us or usual.exists() or account.may("-x", self.places.var):
            return usual
        return shared

    @cached_property
    def account(self) -> Account:
        """Who runs the server."""
        return server_account(self.data)

    @cached_property
    def server(self) -> Server:
        """The server over the data folder."""
        programs = reachable_by(self.account, find_programs(self._version_of_the_data()))
        log = self.places.var / "postgres.log"
        return Server(programs, self.account, self.data, log, careless=self.for_tests)

    @contextmanager
    def in_use(self, say: Callable[[str], None] = silent) -> Iterator[Address]:
        """The database while we need it; the last one out turns off the light."""
        using = Lock(self.places.var / "postgres.users")
        using.share()
        try:
            yield self.up(say)
        finally:
            self._leave(using)

    def up(self, say: Callable[[str], None] = silent) -> Address:
        """The database, started if it does not run, with its logins in place."""
        with one_at_a_time(self.places.var / "postgres.start"):
            secrets = self._secrets()
            if not self.data.exists():
                self._must_be_new()
                say("Making the database …")
                self._make(secrets)
            if self.server.pid() is None:
                say(f"Starting PostgreSQL {self.server.programs.version} …")
                self.server.start(socket_folder(self.account, self.places.tag))
            socket = self.server.socket()
            if socket is None:
                raise Trouble(f"The database stopped at once: look into {self.server.log}.")
            self._settle(socket, secrets)
        return Address(
            desk=_url("archive", secrets["archive"], socket),
            site=_url("archive_site", secrets["archive_site"], socket),
            secret_key=secrets["secret_key"],
        )

    def keep(self, on: bool) -> None:
        """Whether the server stays up when the last one leaves."""
        mark = self.places.var / "postgres.keep"
        mark.touch() if on else mark.unlink(missing_ok=True)

    def down(self) -> None:
        """The server stopped, whoever still uses it."""
        self.keep(False)
        if self.data.exists():
            self._stop()

    def _leave(self, using: Lock) -> None:
        kept = (self.places.var / "postgres.keep").exists()
        with one_at_a_time(self.places.var / "postgres.start"):
            if using.alone_now() and not kept and self.data.exists():
                self._stop()
            using.release()

    def _stop(self) -> None:
        socket = self.server.socket()
        self.server.stop()
        if socket:
            with contextlib.suppress(OSError):
                socket.rmdir()

    def _version_of_the_data(self) -> int | None:
        with disk_troubles_named():
            file = self.data / "PG_VERSION"
            return int(file.read_text().split(".")[0]) if file.exists() else None

    def _secrets(self) -> dict[str, str]:
        return keys.load_or_make(self.places.var / "secrets.json", may_make=not self.data.exists())

    @property
    def _elsewhere(self) -> Path:
        """Says where the data is when it is not in `var/`, even after the checkout was moved."""
        return self.places.var / "postgres.where"

    def _must_be_new(self) -> None:
        if self._elsewhere.exists():
            raise Trouble(
                f"The database was in {self.data} and is not there any more: put it back, "
                f"or delete {self._elsewhere} to begin with an empty archive."
            )

    def _make(self, secrets: dict[str, str]) -> None:
        if self.data.parent != self.places.var:
            with disk_troubles_named():
                for folder in (SHARED, self.data.parent):
                    folder.mkdir(parents=True, exist_ok=True)
                    folder.chmod(0o755)  # whatever the umask is; the data folder itself is closed
        for mark in (self._done_mark, self.places.var / "prepared.json"):
            mark.unlink(missing_ok=True)  # they speak of a database that is gone
        self.server.make(secrets["superuser"])
        if self.data.parent != self.places.var:
            write_whole(self._elsewhere, str(self.data))

    @property
    def _done_mark(self) -> Path:
        return self.places.var / "postgres.rights"

    def _settle(self, socket: Path, secrets: dict[str, str]) -> None:
        """Logins, database and rights, as the SQL files say; once for each wording of them."""
        texts = {name: (HERE / f"{name}.sql").read_text() for name in ("roles", "tests", "rights")}
        wording = sha256("".join(texts.values()).encode()).hexdigest()
        if self._done_mark.exists() and self._done_mark.read_text() == wording:
            return
        try:
            self._run_sql(socket, secrets, texts)
        except psycopg.Error as error:
            raise Trouble(f"The database's logins could not be settled: {error}") from error
        write_whole(self._done_mark, wording)

    def _run_sql(self, socket: Path, secrets: dict[str, str], texts: dict[str, str]) -> None:
        with self._superuser(socket, secrets, "postgres") as admin:
            for name, role in (("archive", "archive"), ("site", "archive_site")):
                admin.execute(
                    "SELECT set_config(%s, %s, false)", (f"launcher.{name}_password", secrets[role])
                )
            admin.execute(texts["roles"])
            if self.for_tests:
                admin.execute(texts["tests"])
            found = admin.execute("SELECT FROM pg_database WHERE datname = 'archive'").fetchone()
            if found is None:
                admin.execute("CREATE DATABASE archive OWNER archive")
        # The tests make databases of their own, as copies of the template.
        for name in ("archive", "template1") if self.for_tests else ("archive",):
            with self._superuser(socket, secrets, name) as admin:
                admin.execute(texts["rights"])

    def _superuser(
        self, socket: Path, secrets: dict[str, str], name: str
    ) -> psycopg.Connection[tuple[object, ...]]:
        try:
            return psycopg.connect(
                host=str(socket),
                user="postgres",
                password=secrets["superuser"],
                dbname=name,
                autocommit=True,
            )
        except psycopg.OperationalError as refused:
            raise Trouble(
                f"The database does not accept the password in {self.places.var}/secrets.json: "
                "put the file back from the backup that belongs to this database."
            ) from refused


def _url(user: str, password: str, socket: Path) -> str:
    return f"postgres://{user}:{quote(password, safe='')}@{quote(str(socket), safe='')}/archive"
