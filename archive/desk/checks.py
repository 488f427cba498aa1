"""What is looked at before a record becomes public: the upper rooms register their checks here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from archive.core.canonical import canonical, sha256
from archive.desk.models import Publishable
from archive.edition.rendering import Rendering

P = TypeVar("P", bound=Publishable)
Check = Callable[[P, Rendering], Iterable["Finding"]]
_CHECKS: dict[type[Publishable], list[Check]] = {}


@dataclass(frozen=True)
class Finding:
    """One thing that a check found. It stops the publication, asks for an answer in words, or only tells."""

    check: str  # what the check is called, for the curator
    where: str
    what: str
    stops: bool
    asks: bool = True

    @property
    def key(self) -> str:
        """Names the finding while what was found is the same."""
        return sha256(canonical([self.check, self.where, self.what]))[:16]


def checks(model: type[P]) -> Callable[[Check[P]], Check[P]]:
    """Decorator: this function looks at every rendering of `model` before it becomes public."""

    def register(function: Check[P]) -> Check[P]:
        _CHECKS.setdefault(model, []).append(function)
        return function

    return register


def findings_of(record: Publishable, rendering: Rendering) -> list[Finding]:
    """Everything that the checks find, what stops a publication first."""
    found = [each for check in _CHECKS.get(type(record), ()) for each in check(record, rendering)]
    return sorted(dict.fromkeys(found), key=lambda each: (not each.stops, not each.asks))


def answered(
    findings: Iterable[Finding], answers: Mapping[str, str]
) -> tuple[list[dict[str, str]], list[str]]:
    """What was found with its answers, as a request keeps it; and a sentence for each that is in the way."""
    kept, in_the_way = [], []
    for each in findings:
        answer = answers.get(each.key, "").strip()
        if each.stops:
            in_the_way.append(f"{each.check}, {each.where}: {each.what}")
        elif each.asks and not answer:
            told = _("Answer in words: %(what)s") % {"what": each.what}
            in_the_way.append(f"{each.check}, {each.where}: {told}")
        kept.append(
            {"key": each.key, "check": each.check, "where": each.where, "what": each.what, "answer": answer}
        )
    return kept, in_the_way


def answers_kept(findings: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """The answers given when a publication was asked for, by the key of what they answer."""
    for each in findings:
        yield each["key"], each["answer"]
