"""A real identity, as it is written down before it is sealed and read after it was opened."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

LONGEST = 20_000  # characters of one field
_LEAST_DIGITS = 6  # of a number that points to somebody; a house number does not

_MAIL = re.compile(r"\S+@\S+\.\w+")
_NUMBER = re.compile(r"\+?\d(?:[\s().–-]{0,3}\d)+")


class NotAnIdentity(ValueError):
    """Why something cannot be sealed as an identity, or was none, in one sentence."""


@dataclass(frozen=True, repr=False)
class Identity:
    """Who a narrator really is. One line for each name, way of contact, relation: `sister: Laleh Ormand`."""

    names: str = ""
    contact: str = ""
    relations: str = ""
    interviewer: str = ""
    note: str = ""

    def __repr__(self) -> str:
        return "<Identity>"  # shown in tracebacks and error pages

    def checked(self) -> Identity:
        """The same without blanks at the ends; raises NotAnIdentity."""
        stripped = Identity(**{each.name: getattr(self, each.name).strip() for each in fields(self)})
        if not stripped.names and not stripped.interviewer:
            raise NotAnIdentity("Write at least one name, of the narrator or of the interviewer.")
        for each in fields(stripped):
            if len(getattr(stripped, each.name)) > LONGEST:
                raise NotAnIdentity(f"Of “{each.name}”, {LONGEST} signs at most can be sealed; shorten it.")
        if not all(line.partition(":")[2].strip() for line in _lines(stripped.relations)):
            raise NotAnIdentity(
                "Write each relation on a line as “sister: Laleh Ormand”, so that the name can be protected; "
                "anything else belongs into the note."
            )
        return stripped

    def protected(self) -> Iterator[tuple[str, str]]:
        """The words that no public text may hold, each with what it is."""
        for label, lines in (("name", self.names), ("interviewer", self.interviewer)):
            for line in _lines(lines):
                yield label, line
        for line in _lines(self.relations):
            yield "relation", line.partition(":")[2].strip()  # what kind stays sealed: labels are not
        for mail in _MAIL.findall(self.contact):
            yield "e-mail", mail
        for number in _NUMBER.findall(_MAIL.sub(" ", self.contact)):
            if sum(map(str.isdigit, number)) >= _LEAST_DIGITS:
                yield "number", number


@dataclass(frozen=True, repr=False)
class Opened:
    """An identity that was opened, and the identifier of the narrator for whom it was sealed."""

    narrator: str
    identity: Identity

    def __repr__(self) -> str:
        return f"<Opened {self.narrator}>"


def to_bytes(identity: Identity, *, narrator: str) -> bytes:
    """What is sealed: the identity, and whose it is, so that a box put elsewhere shows."""
    said = {each.name: getattr(identity, each.name) for each in fields(identity)}
    return json.dumps({"narrator": narrator, **said}, ensure_ascii=False).encode(errors="surrogatepass")


def from_bytes(data: bytes) -> Opened:
    """An identity read again; raises NotAnIdentity, which holds nothing of it."""
    said = _parsed(data)
    names = {each.name for each in fields(Identity)}
    if said is None or not all(isinstance(said.get(name), str) for name in ("narrator", *names)):
        raise NotAnIdentity("What was sealed is no identity: another program wrote it, or another version.")
    return Opened(said["narrator"], Identity(**{name: said[name] for name in names}))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _parsed(data: bytes) -> dict[str, str] | None:
    try:
        said = json.loads(data.decode(errors="surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None
