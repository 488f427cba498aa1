"""python -m tests.bench [--size 20000] [--requests 200]: the API against a bare view and a usual one."""

from __future__ import annotations

import argparse
import os
import sys

import django
from django.conf import settings

from tests.bench.database import prepare


def main() -> int:
    """0 where every target that was measured is met."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--size", type=int, default=20_000, help="statements in the edition")
    parser.add_argument("--requests", type=int, default=200, help="of each contender in each of five passes")
    parser.add_argument("--search", action="store_true", help="how long readers wait for what they type")
    options = parser.parse_args()
    if not 40 <= options.size <= 1_000_000 or not 50 <= options.requests <= 2000:
        parser.error("between 40 and 1,000,000 statements, and 50 to 2,000 requests")
    prepare(options.size)
    os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
    settings.INSTALLED_APPS += ["tests.bench.usual"]
    settings.ROOT_URLCONF = "tests.bench.urls"
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}  # no file is asked for
    # one server process for each connection, so that all its work is seen
    settings.DATABASES["public"]["OPTIONS"]["options"] += " -c max_parallel_workers_per_gather=0"
    django.setup()
    from tests.bench.contest import Contest  # noqa: PLC0415, needs Django
    from tests.bench.searching import Searching  # noqa: PLC0415

    if options.search:
        searching = Searching()
        searching.run()
        return searching.report()
    contest = Contest()
    contest.compare()
    contest.run(options.requests)
    return contest.report()


if __name__ == "__main__":
    sys.exit(main())
