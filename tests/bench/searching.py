"""script/bench --search: how long readers wait for what they type, and what the bounds leave out.

Each page of hits is asked for as a reader asks; the milliseconds are those of its statements at the
database, and those of the whole answer. The first hits are then compared with all hits in the same order.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from django.core.wsgi import get_wsgi_application
from django.db import connections

from archive.core.analysis import tokens
from archive.edition.models import Record
from archive.edition.search.finding import find
from archive.edition.search.query import Asked
from archive.edition.vocabulary import Output
from tests.bench.timing import Application, Contender, quantile

QUESTIONS, PASSES, FIRST = 60, 3, 20
AIM = 40.0  # milliseconds at the database, of the slowest twentieth
TEXTS = """SELECT document::jsonb->>'text', document::jsonb->>'language' FROM record
WHERE kind = 'statement' ORDER BY md5(id) LIMIT 600"""
NAMES = "SELECT text FROM name WHERE kind = 'person' ORDER BY md5(record_id || text) LIMIT 200"
ALL_HITS = """SELECT record_id FROM found WHERE words @@ %(all)s::tsquery
AND outputs @> ARRAY['web']::varchar[]
ORDER BY words @@ %(titled)s::tsquery DESC, sequence DESC LIMIT %(first)s"""


@dataclass
class Sort:
    """Questions of one sort, and what each answer took, in milliseconds."""

    name: str
    questions: list[str]
    database: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)


class Searching:
    """Readers' questions about one synthetic edition."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        self.application = Application(get_wsgi_application())
        self.texts = [_words(*row) for row in _rows(TEXTS)]
        self.texts = [each for each in self.texts if len(each) > 3]
        self.names = [name for (name,) in _rows(NAMES)]
        self.sorts = [Sort(name, list(questions)) for name, questions in self._sorts()]

    def _sorts(self) -> Iterator[tuple[str, list[str]]]:
        seen = Counter(word for text in self.texts for word in text)
        yield "one word", self._made(lambda: self._two()[0])
        yield "two words", self._made(lambda: " ".join(self._two()))
        yield "a phrase", self._made(self._phrase)
        yield "the most common words", [word for word, _n in seen.most_common(8)]
        yield (
            "the beginning of a word",
            self._made(lambda: self._two()[0][:4] + "*"),
        )
        yield (
            "a word without another",
            self._made(lambda: " -".join(self._two())),
        )
        yield "a name", self._made(lambda: self.dice.choice(self.names))
        yield "a misspelt name", self._made(lambda: self._misspelt(self.dice.choice(self.names)))
        yield "what nobody said", self._made(lambda: "".join(self.dice.sample("bcdfghklmnprstvz", 9)))

    def _made(self, make: Any) -> list[str]:
        return list({make() for _ in range(QUESTIONS)})

    def _two(self) -> list[str]:
        return self.dice.sample(self.dice.choice(self.texts), 2)

    def _phrase(self) -> str:
        text = self.dice.choice(self.texts)
        start = self.dice.randrange(len(text) - 2)
        return f'"{" ".join(text[start : start + 3])}"'

    def _misspelt(self, name: str) -> str:
        place = self.dice.randrange(1, len(name) - 1)
        return name[:place] + name[place + 1 :]

    def run(self) -> None:
        """Three passes, every question of every sort in each; one before them warms the caches."""
        for number in range(PASSES + 1):
            for sort in self.sorts:
                for question in sort.questions:
                    database, whole = self._ask(question)
                    if number:
                        sort.database.append(database)
                        sort.whole.append(whole)

    def _ask(self, question: str) -> tuple[float, float]:
        spent = 0.0

        def timed(execute: Any, statement: Any, parameters: Any, many: bool, context: Any) -> Any:
            nonlocal spent
            begin = perf_counter()
            try:
                return execute(statement, parameters, many, context)
            finally:
                spent += perf_counter() - begin

        page = Contender(question, f"/en/search/?{urlencode({'q': question})}")
        with connections["public"].execute_wrapper(timed):
            whole = self.application.ask(page)[2]
        return 1000 * spent, 1000 * whole

    def overlap(self, sort: Sort) -> float:
        """Which share of the first hits of all, in the same order, a reader is shown first."""
        shares = []
        for question in sort.questions:
            asked = Asked.of(question)
            values = {"all": asked.tsquery, "titled": asked.in_titles, "first": FIRST}
            best = {one for (one,) in _rows(ALL_HITS, values)} if asked.asks else set()
            shown = {one for (one,) in _found(asked)} if best else set()
            if best:
                shares.append(len(best & shown) / len(best))
        return sum(shares) / len(shares) if shares else 1.0

    def report(self) -> int:
        """Prints what was measured; 0 where the slowest twentieth of every sort is within the aim."""
        records = _rows("SELECT count(*) FROM found")[0][0]
        print(f"{records:,} public records; {PASSES} passes; ms p50 / p95, at the database and in all")
        for sort in self.sorts:
            database = f"{quantile(sort.database, 0.5):6.1f} / {quantile(sort.database, 0.95):6.1f}"
            whole = f"{quantile(sort.whole, 0.5):6.1f} / {quantile(sort.whole, 0.95):6.1f}"
            said = "" if "name" in sort.name else f"{self.overlap(sort):7.0%} of the first {FIRST}"
            print(f"  {sort.name:26}{database}   {whole} {said}")
        slow = [sort.name for sort in self.sorts if quantile(sort.database, 0.95) > AIM]
        print(f"beyond {AIM:.0f} ms at the database: {', '.join(slow) or 'none'}")
        return bool(slow)


def _rows(statement: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
    with connections["public"].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _words(text: str, language: str) -> list[str]:
    return [each.exact for each in tokens(text or "", language) if not each.stop and len(each.exact) > 3]


def _found(asked: Asked) -> list[tuple[Any, ...]]:
    public = Record.on_pages.values_list("id")
    return find(asked, public, output=Output.WEB.value, size=FIRST).rows
