"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from archive.core.transcripts.model import ANSWER, OTHER, QUESTION, Transcript
from archive.core.transcripts.speakers import role_of
from archive.core.words import folded

_QUESTION_MARKS = ("?", "؟", "⸮", "？")
_CLOSING = "\"'»”’)]} .…"


def questions_and_answers(transcript: Transcript, interviewer: str) -> Transcript:
    """The transcript with roles: the interviewer asks, an interpreter does neither, all others answer.

    Passages without a speaker keep having no role. ValueError where nobody is called so.
    """
    asked = folded(interviewer)
    if not asked or asked not in map(folded, transcript.speakers):
        known = ", ".join(transcript.speakers) or "nobody"
        raise ValueError(f"Nobody in the transcript is called “{interviewer}”. It names: {known}.")

    def role(speaker: str) -> str:
        if not speaker:
            return ""
        if folded(speaker) == asked:
            return QUESTION
        return OTHER if role_of(speaker) == OTHER else ANSWER

    passages = tuple(replace(cue, role=role(cue.speaker)) for cue in transcript.passages)
    return replace(transcript, passages=passages)


def asks(text: str) -> bool:
    """Whether a text ends with a question."""
    return text.rstrip(_CLOSING).endswith(_QUESTION_MARKS)


def likely_interviewer(transcript: Transcript) -> str:
    """Who seems to ask: whose mark says so, else whose passages end most often in a question mark.

    "" where nobody asks, or two do so equally often and equally much.
    """
    if marked := [name for name in transcript.speakers if role_of(name) == QUESTION]:
        return marked[0]
    said = Counter(cue.speaker for cue in transcript.passages if cue.speaker)
    asked = Counter(cue.speaker for cue in transcript.passages if cue.speaker and asks(cue.text))
    # Half the share, half the count: one who says "Yes?" once does not beat one who leads the talk.
    score = {name: asked[name] / said[name] + asked[name] / asked.total() for name in asked}
    best = sorted(score.items(), key=lambda item: -item[1])[:2]
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]
