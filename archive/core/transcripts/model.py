"""What a transcript is once it is read: its passages, and what was found and done on the way."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, NamedTuple

QUESTION: Final = "question"
ANSWER: Final = "answer"
OTHER: Final = "other"
MOST_OF_A_KIND = 20  # a file that is wrong in every line needs one sentence about it, not fifty thousand


class NotATranscript(ValueError):
    """There is nothing to take in; its words say why, and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most, so that one file cannot take the desk down."""

    size: int = 20_000_000  # bytes of the file
    cues: int = 50_000
    lines: int = 500_000
    signs: int = 200_000  # of one cue; a longer one is divided
    unpacked: int = 100_000_000  # bytes of a DOCX once unpacked
    ratio: int = 100  # how many times larger a DOCX may become by unpacking, above a megabyte


@dataclass(frozen=True, slots=True)
class Word:
    """A word or two of a cue with its own time: `cue.text[text_start:text_end]`."""

    start_ms: int
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """One stretch of speech, as the file divides it."""

    text: str
    speaker: str = ""  # as written; "" where the file does not say
    role: str = ""  # question, answer, other; "" where it is not known
    start_ms: int | None = None
    end_ms: int | None = None
    line: int = 0  # where in the file; in a DOCX the number of the paragraph
    words: tuple[Word, ...] = ()
    turn: bool = False  # a dash or >> says that somebody else speaks from here, without saying who


class Trouble(NamedTuple):
    """What was found in a line, and what was done about it; line 0 is the whole file."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """The words of an interview in order, with who spoke them and when, as far as the file says."""

    passages: tuple[Cue, ...]
    troubles: tuple[Trouble, ...]
    form: str  # vtt, srt, text, docx
    encoding: str
    speakers: tuple[str, ...]
    language: str  # "" where the file does not say


class Line(NamedTuple):
    """A line of the file that is not empty, or a row of a table."""

    number: int
    text: str
    after_blank: bool = False
    bold: int = 0  # so many leading signs are bold
    speaker: str | None = None  # from a table's column; None where there is no such column
    start_ms: int | None = None
    end_ms: int | None = None


class Troubles:
    """Gathers what is found while reading."""

    def __init__(self) -> None:
        self._told: dict[str, list[Trouble]] = defaultdict(list)
        self._count: Counter[str] = Counter()
        self._last: dict[str, int] = {}

    def tell(self, kind: str, line: int, sentence: str) -> None:
        """Keeps a sentence; of one kind only so many, and then how many more there were."""
        self._count[kind] += 1
        self._last[kind] = line
        if self._count[kind] <= MOST_OF_A_KIND:
            self._told[kind].append(Trouble(line, sentence))

    def all(self) -> tuple[Trouble, ...]:
        """Everything that was told, by line."""
        told = [each for kind in self._told.values() for each in kind]
        for kind, count in self._count.items():
            if (more := count - MOST_OF_A_KIND) > 0:
                told.append(
                    Trouble(
                        self._last[kind],
                        f"{more} more like this, up to here: {self._told[kind][-1].sentence}",
                    )
                )
        return tuple(sorted(told, key=lambda trouble: trouble.line))


def quoted(words: str, most: int = 200) -> str:
    """Words of the file inside a sentence about it; cut, because a sentence is to be read."""
    words = " ".join(words.split())
    return f"“{words}”" if len(words) <= most else f"“{words[:most]}…”"
