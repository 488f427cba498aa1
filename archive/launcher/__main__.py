"""`python -m archive.launcher`: what script/run, script/test and script/manage call."""

import shlex
import sys

from archive.launcher.database import Database
from archive.launcher.environment import environment
from archive.launcher.places import Places
from archive.launcher.trouble import Trouble


def env(arguments: list[str]) -> int:
    """The environment of a database that stays up, as lines for a shell to read."""
    places = Places.usual()
    tests = "--test" in arguments
    database = Database(places.for_tests if tests else places, for_tests=tests)
    database.places.make()
    address = database.up()
    database.keep(True)
    for name, value in environment(database.places, address).items():
        print(f"export {name}={shlex.quote(value)}")
    return 0


def main() -> int:
    """The command, and its troubles in one sentence."""
    try:
        return env(sys.argv[2:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
