"""`python -m archive.launcher`: what script/run, script/test and script/manage call.

run [--port N]      serve the archive until Ctrl-C
test [pytest words] run the tests against a database of their own
manage COMMAND …    run one of manage.py's commands with the archive's database
env [--test]        leave the database running and print its environment for a shell
stop [--test]       stop a database that `env` left running
"""

import shlex
import sys
from collections.abc import Callable

from archive.launcher.children import Stopped, in_front, stop_on_signals
from archive.launcher.database import Database
from archive.launcher.environment import database_environment, settings
from archive.launcher.places import Places, disk_troubles_named
from archive.launcher.run import run
from archive.launcher.say import aside
from archive.launcher.testing import test
from archive.launcher.trouble import Trouble


def manage(arguments: list[str]) -> int:
    """One of manage.py's commands, in the folder where the person stands."""
    places = Places.usual()
    with database_environment(places, aside) as env:
        return in_front([sys.executable, str(places.root / "manage.py"), *arguments], env)


def env(arguments: list[str]) -> int:
    """The environment of a database that stays up, as lines for a shell to read."""
    database = _database(arguments)
    database.places.make()
    address = database.up()
    database.keep(True)
    for name, value in settings(database.places, address).items():
        print(f"export {name}={shlex.quote(value)}")
    return 0


def stop(arguments: list[str]) -> int:
    """The database down, whoever uses it."""
    _database(arguments).down()
    return 0


def _database(arguments: list[str]) -> Database:
    places = Places.usual()
    tests = "--test" in arguments
    return Database(places.for_tests if tests else places, for_tests=tests)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run, "test": test, "manage": manage, "env": env, "stop": stop
}  # fmt: skip


def main() -> int:
    """The command, and its troubles in one sentence."""
    word, *rest = sys.argv[1:] or ["help"]
    if word not in COMMANDS:
        print(__doc__)
        return 0 if word in {"help", "--help", "-h"} else 2
    stop_on_signals()
    try:
        with disk_troubles_named():
            return COMMANDS[word](rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr, flush=True)
        return 2
    except Stopped as stopped:
        return 0 if word == "run" else 128 + stopped.number


if __name__ == "__main__":
    sys.exit(main())
