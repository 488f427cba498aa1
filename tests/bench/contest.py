"""Who runs against whom, that they give the same answers, and what the targets ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from django.core.wsgi import get_wsgi_application
from django.db import connections

from archive.edition.answers import etag
from archive.edition.paging import Cursor
from tests.bench.timing import Application, Contender, race

API = "/api/v1/statements/"


@dataclass(frozen=True)
class Target:
    """A promise of the archive: `one` is at least `times` as fast as `other`."""

    says: str
    one: Contender
    times: float
    other: Contender

    @property
    def ratio(self) -> float:
        return self.one.rate / self.other.rate


class Contest:
    """The contenders over one synthetic edition."""

    def __init__(self) -> None:
        self.application = Application(get_wsgi_application())
        record, deep = _busy_pair(), _place(500)
        speaker, topic, identifier = record
        pair = f"speaker={speaker}&topic={topic}"
        usual = f"person__identifier={speaker}&topics__identifier={topic}"
        self.list = Contender("list", API)
        self.bare = Contender("bare view, same bytes", "/bare/statements/")
        self.usual = Contender("usual DRF list", "/usual/statements/")
        self.deep = Contender("list, page 500", f"{API}?after={deep}")
        self.filtered = Contender("two filters", f"{API}?{pair}")
        self.bare_filtered = Contender("bare view, two filters", f"/bare/filtered/?{pair}")
        self.usual_filtered = Contender("usual DRF, two filters", f"/usual/statements/?{usual}")
        self.detail = Contender("detail", f"{API}{identifier}/")
        self.bare_detail = Contender("bare view, detail", f"/bare/statements/{identifier}/")
        self.usual_detail = Contender("usual DRF, detail", f"/usual/statements/{identifier}/")
        self.same = Contender("list, nothing changed", API, {"HTTP_IF_NONE_MATCH": etag()}, 304)
        self.targets = [
            Target("list ÷ bare view sending the same bytes", self.list, 0.9, self.bare),
            Target("list ÷ usual DRF", self.list, 20, self.usual),
            Target("two filters ÷ usual DRF", self.filtered, 15, self.usual_filtered),
            Target("detail ÷ usual DRF", self.detail, 8, self.usual_detail),
            Target("page 500 ÷ page 1", self.deep, 0.9, self.list),
            Target("nothing changed (304) ÷ list", self.same, 2.5, self.list),
        ]
        self.contenders = [each for each in vars(self).values() if isinstance(each, Contender)]

    def compare(self) -> None:
        """Stops the run where contenders do not answer the same."""
        for ours, bare in ((self.list, self.bare), (self.filtered, self.bare_filtered)):
            mine, theirs = self._body(ours), self._body(bare)
            if not mine.startswith(theirs.removesuffix(b"}")):
                raise SystemExit(f"“{ours.name}” and “{bare.name}” do not send the same records")
        if self._body(self.detail) != self._body(self.bare_detail):
            raise SystemExit("the details differ")
        for ours, usual in ((self.list, self.usual), (self.filtered, self.usual_filtered)):
            mine, theirs = (orjson.loads(self._body(each))["results"] for each in (ours, usual))
            if [each["id"] for each in mine] != [each["identifier"] for each in theirs]:
                raise SystemExit(f"“{ours.name}” and “{usual.name}” do not list the same records")

    def run(self, requests: int) -> None:
        race(self.application, self.contenders, requests)

    def report(self) -> int:
        """Prints the figures; 1 where a target is missed."""
        print(f"{'answers a second':32}{'one core':>10}{'by the clock':>14}{'p99 ÷ p50':>12}")
        for each in self.contenders:
            print(f"{each.name:32}{each.rate:10,.0f}{each.clock:14,.0f}{each.tail:12.1f}")
        print(f"\n{'':40}{'one core':>10}{'by the clock':>14}{'target':>9}")
        missed = 0
        for target in self.targets:
            verdict = "met" if target.ratio >= target.times else "MISSED"
            missed += verdict == "MISSED"
            clock = target.one.clock / target.other.clock
            print(f"{target.says:40}{target.ratio:10.2f}{clock:14.2f}{target.times:9}  {verdict}")
        return 1 if missed else 0

    def _body(self, contender: Contender) -> bytes:
        return self.application.ask(contender)[0]


def _row(query: str, *values: Any) -> tuple[Any, ...]:
    with connections["public"].cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone() or ()


def _busy_pair() -> tuple[str, ...]:
    """A speaker and a topic that often meet, and one of their statements."""
    return _row(
        "SELECT person.identifier, topic.identifier, min(statement.identifier) FROM usual_statement statement"
        " JOIN usual_person person ON person.id = person_id"
        " JOIN usual_statement_topics link ON link.statement_id = statement.id"
        " JOIN usual_topic topic ON topic.id = link.topic_id"
        " GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT 1"
    )


def _place(page: int) -> str:
    """The cursor of a page of 20, or of the last whole one."""
    (held,) = _row("SELECT count(*) FROM usual_statement")
    before = min((page - 1) * 20, int(held) - 20)
    place = _row(
        "SELECT sort_key, id FROM record WHERE kind = 'statement'"
        " ORDER BY sort_key DESC, id DESC OFFSET %s LIMIT 1",
        before - 1,
    )
    sort_key, identifier = place
    return Cursor(sort_key, identifier).encode()
