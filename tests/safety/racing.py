"""Two curators at once: real threads, real connections, and one of them halted where the test says."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, connections, transaction

from archive.desk.review import Refused

LOCKS = re.compile(r"FOR (NO KEY )?UPDATE|pg_advisory|^\s*(UPDATE|DELETE) \W*events_")
PATIENCE = 20.0  # seconds; only a hang takes so long
Verb = Callable[[], object]


@dataclass
class Curator:
    """One verb in a thread of its own. It halts before its statement number `halt_at`, if asked to."""

    verb: Verb
    halt_at: int | None = None
    statements: int = 0
    turns: list[int] = field(default_factory=list)  # where it takes a lock
    refused: str = ""
    trouble: BaseException | None = None
    backend: int = 0
    halted: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def start(self) -> Curator:
        threading.Thread(target=self._work, daemon=True).start()
        return self

    def _work(self) -> None:
        try:
            connection.ensure_connection()
            self.backend = connection.connection.info.backend_pid
            with connection.execute_wrapper(self._before_each), transaction.atomic():
                self.verb()
                self._point()  # the last one: before the commit
        except Refused as refusal:
            self.refused = str(refusal)
        except BaseException as error:
            self.trouble = error
        finally:
            connections.close_all()
            self.done.set()
            self.halted.set()

    def _before_each(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if LOCKS.search(str(sql)):
            self.turns.append(self.statements)
        self._point()
        return execute(sql, params, many, context)

    def _point(self) -> None:
        if self.statements == self.halt_at:
            self.halted.set()
            assert self.go_on.wait(PATIENCE), "nobody let it go on"
        self.statements += 1

    def waits_for_a_lock(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s", [self.backend]
            )
            row = cursor.fetchone()
        return bool(row and row[0])

    def runs_until_done_or_waiting(self) -> None:
        ends = time.monotonic() + PATIENCE
        while not self.done.wait(0.002):
            if self.backend and self.waits_for_a_lock():
                return
            assert time.monotonic() < ends, "it neither ends nor waits for anybody"


def interleaved(first: Verb, second: Verb, *, at: int) -> tuple[Curator, Curator]:
    """`first` is halted before its statement number `at`; `second` runs as far as it can; then both end."""
    halting = Curator(first, halt_at=at).start()
    assert halting.halted.wait(PATIENCE)
    other = Curator(second).start()
    other.runs_until_done_or_waiting()
    halting.go_on.set()
    for curator in (halting, other):
        assert curator.done.wait(PATIENCE), "two curators wait for each other"
    return halting, other


def together(*verbs: Verb) -> list[Curator]:
    """All at once, in whatever order the machine likes."""
    curators = [Curator(verb).start() for verb in verbs]
    for curator in curators:
        assert curator.done.wait(PATIENCE), "curators wait for each other"
    return curators
