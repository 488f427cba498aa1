"""What is said when a file is not taken, not kept or not made: one sentence that says what to do."""

from __future__ import annotations


class Refusal(Exception):
    """A sentence for the curator. It never holds words out of the file or its name: they may be secret."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotTaken(Refusal):
    """The archive does not take this file."""


class NotKept(Refusal):
    """The file could not be written to the vault, or is not there."""


class NotMade(Refusal):
    """No public form could be made; nothing is left of the attempt."""


class NeedsFfmpeg(NotMade):
    """This can only be done where ffmpeg is installed."""
