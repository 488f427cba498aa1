"""Asking the whole application, middleware and all, without a socket in between, and timing it."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from django.db import connections
from django.test import RequestFactory

PASSES, TURN = 5, 50  # requests in a row: enough for the processor to have the code at hand
ADDRESSES = cycle(f"10.0.{number // 250}.{number % 250}" for number in range(200))  # none too often


@dataclass
class Contender:
    """One address asked again and again, and what it took, pass by pass."""

    name: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    passes: list[list[float]] = field(default_factory=list)  # seconds by the clock, each request
    work: list[float] = field(default_factory=list)  # processor seconds, ours and the database's

    @property
    def clock(self) -> float:
        """Answers a second one after the other, by the clock: the median of the passes."""
        return statistics.median(1 / statistics.median(each) for each in self.passes)

    @property
    def rate(self) -> float:
        """Answers that one processor core can give in a second: the median of the passes."""
        pairs = zip(self.passes, self.work, strict=True)
        return statistics.median(len(each) / work for each, work in pairs)

    @property
    def tail(self) -> float:
        """How much longer than the median the slowest hundredth takes, in the median pass."""
        return statistics.median(quantile(each, 0.99) / quantile(each, 0.5) for each in self.passes)


class Application:
    """The WSGI application, called as a server calls it."""

    def __init__(self, application: Callable[..., Any]):
        self.application = application
        self.factory = RequestFactory()

    def environ(self, contender: Contender) -> dict[str, Any]:
        environ: dict[str, Any] = self.factory._base_environ(  # type: ignore[attr-defined]
            REMOTE_ADDR=next(ADDRESSES), SERVER_NAME="127.0.0.1"
        )
        environ["PATH_INFO"], _, environ["QUERY_STRING"] = contender.path.partition("?")
        return environ | contender.headers

    def ask(self, contender: Contender) -> tuple[bytes, dict[str, str], float]:
        """Body, headers and seconds of one answer."""
        environ = self.environ(contender)
        started: dict[str, str] = {}

        def start(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            started.update(headers, status=status)

        begin = perf_counter()
        response = self.application(environ, start)
        body = b"".join(response)
        response.close()
        seconds = perf_counter() - begin
        if not started["status"].startswith(str(contender.status)):
            raise SystemExit(f"{contender.name}: {started['status']} {body[:300]!r}")
        return body, started, seconds


class Work:
    """Processor time spent so far, by this process and by the server process of its connection.

    Unlike the clock it hardly notices who else uses the machine. Linux only; elsewhere, the clock.
    """

    def __init__(self) -> None:
        with connections["public"].cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")

    def __call__(self) -> float:
        if not self.server.exists():
            return perf_counter()
        return process_time() + int(self.server.read_text().split()[0]) / 1e9


def race(application: Application, contenders: list[Contender], requests: int) -> None:
    """Five passes; in each, every contender takes its turn, a few requests at a time."""
    for contender in contenders:
        for _ in range(20):
            application.ask(contender)
    work = Work()
    for _ in range(PASSES):
        for contender in contenders:
            contender.passes.append([])
            contender.work.append(0.0)
        gc.collect()
        for _ in _turns(requests):
            for contender in contenders:
                before = work()
                contender.passes[-1] += [application.ask(contender)[2] for _ in range(TURN)]
                contender.work[-1] += work() - before


def _turns(requests: int) -> Iterator[int]:
    return iter(range(max(1, requests // TURN)))


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
