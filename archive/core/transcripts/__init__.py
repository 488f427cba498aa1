"""Transcripts of interviews: read from any usual file, joined, aligned with a translation, captioned."""

from archive.core.transcripts.model import (
    ANSWER,
    OTHER,
    QUESTION,
    Cue,
    Limits,
    NotATranscript,
    Transcript,
    Trouble,
    Word,
)
from archive.core.transcripts.reading import read

__all__ = [
    "ANSWER",
    "OTHER",
    "QUESTION",
    "Cue",
    "Limits",
    "NotATranscript",
    "Transcript",
    "Trouble",
    "Word",
    "read",
]
