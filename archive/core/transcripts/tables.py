"""Tables of a document as lines: by columns of time, speaker and words where it has such, else by cells."""

from __future__ import annotations

from collections import Counter

from archive.core.transcripts.model import Line, Troubles, quoted
from archive.core.transcripts.speaker_words import COLUMNS
from archive.core.transcripts.speakers import role_of
from archive.core.transcripts.times import span
from archive.core.words import folded

Rows = list[list[str]]
_HEADING = {folded(word): kind for kind, words in COLUMNS.items() for word in words}
_LONGEST_NAME = 40


def lines_of_table(table: list[list[list[str]]], first: int, troubles: Troubles) -> list[Line]:
    """The rows as lines where columns are told apart; each cell on its own where not."""
    numbers, rows = [], Rows()
    number = first
    for row in table:
        numbers.append(number)
        number += sum(map(len, row))
        rows.append(["\n".join(filter(None, cell)) for cell in row])
    headings = _headings(rows[0]) if rows else []
    kinds = headings or _guessed(rows)
    if "text" not in kinds or not {"time", "speaker"} & set(kinds):
        return _cells(rows, numbers)
    if headings:
        shown = " | ".join(rows[0])
        troubles.tell("table", first, f"The table's first row was read as headings: {quoted(shown)}.")
        rows, numbers = rows[1:], numbers[1:]
    if kinds.count("text") > 1:
        troubles.tell(
            "columns", first,
            f"The table has {kinds.count('text')} columns of words; each row holds them one below the other. "
            "If one is a translation, take it in as a file of its own.",
        )  # fmt: skip
    read = [_row(row, kinds, number, troubles) for row, number in zip(rows, numbers, strict=True)]
    return [line for line in read if line]


def _headings(row: list[str]) -> list[str]:
    kinds = [_HEADING.get(folded(cell), "") for cell in row]
    return (
        kinds
        if "text" in kinds and all(kind or not cell for kind, cell in zip(kinds, row, strict=True))
        else []
    )


def _guessed(rows: Rows) -> list[str]:
    """What the columns seem to hold: times, names that come again, words in the longest."""
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    columns = [
        [row[at].strip() for row in rows if len(row) == width and row[at].strip()] for at in range(width)
    ]
    if width < 2 or not all(map(len, [rows])):
        return []
    kinds = [_kind(cells) for cells in columns]
    return kinds if kinds.count("speaker") < 2 and kinds.count("time") < 3 else []


def _kind(cells: list[str]) -> str:
    if not cells:
        return "number"
    if sum(span(cell) is not None for cell in cells) * 10 >= 8 * len(cells):
        return "time"
    if all(cell.strip(".").isdecimal() for cell in cells):
        return "number"
    names = {cell.rstrip(":：.") for cell in cells}
    short = all(len(name) <= _LONGEST_NAME and "\n" not in name for name in names)
    if short and (2 * len(names) <= len(cells) or all(map(role_of, names))):
        return "speaker"
    return "text"


def _row(row: list[str], kinds: list[str], number: int, troubles: Troubles) -> Line | None:
    """A row as a line. A cell that is not what its column says goes to the words."""
    speaker, words = "" if "speaker" in kinds else None, []
    start: int | None = None
    end: int | None = None
    for at, cell in enumerate(row):
        kind = kinds[at] if at < len(kinds) and len(row) > 1 else "text"
        times = span(cell) if kind in ("time", "end") and cell else None
        if times and (kind == "end" or start is not None):
            end = times[0]
        elif times:
            start, end = times
        elif kind == "speaker" and speaker is not None and len(cell) <= 2 * _LONGEST_NAME:
            speaker = " ".join(cell.split()).rstrip(" :：")
        elif cell and (kind != "number" or not cell.strip(".").isdecimal()):
            words.append(cell)
            if kind in ("time", "end"):
                troubles.tell(
                    "time", number, f"The time {quoted(cell, 40)} cannot be read; it was kept as words."
                )
    text = "\n".join(words)
    return Line(number, text, True, 0, speaker, start, end) if text or speaker or start is not None else None


def _cells(rows: Rows, numbers: list[int]) -> list[Line]:
    return [
        Line(number, text, at == 0)
        for row, number in zip(rows, numbers, strict=True)
        for at, text in enumerate(text for cell in row for text in cell.split("\n"))
        if text
    ]
