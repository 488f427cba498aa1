"""The front door for transcripts: bytes in, passages and troubles out, or one sentence why not."""

from __future__ import annotations

import re

from archive.core.languages import is_language
from archive.core.transcripts import encodings, plain, timed, worddocument
from archive.core.transcripts.checks import checked
from archive.core.transcripts.model import Limits, Line, NotATranscript, Transcript, Troubles

_DOCX = "docx"
_OF_ANOTHER_KIND = {
    "The file is a PDF. Open it, copy its words into a document and save that as text or .docx.": (b"%PDF",),
    "The file is an old Word document or has a password. Save it as .docx.": (b"\xd0\xcf\x11\xe0",),
    "The file is rich text (RTF). Save it as .docx or as plain text.": (b"{\\rtf",),
    "The file is a picture. Have its words recognised, and take in the text.": (
        b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*",
    ),
    "The file is a recording. Take it in as media, and its transcript here.": (
        b"ID3", b"RIFF", b"OggS", b"fLaC", b"\x1aE\xdf\xa3",
    ),
    "The file is packed. Unpack it and take in the transcript.": (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"),
}  # fmt: skip
_MACROS = (".docm", ".dotm")
# `interview.fa.vtt`; only languages that interviews come in, because "interview.no.1.srt" is in none.
_NAMED_LANGUAGE = re.compile(
    r"[._-](ar|ckb|de|el|en|es|fa|fr|he|it|ku|nl|ps|pt|ru|sv|tr|uk|ur)\.(?:vtt|srt|txt|docx)\Z", re.I
)


def read(data: bytes, *, filename: str = "", limits: Limits | None = None) -> Transcript:
    """A transcript from the bytes of a file; raises NotATranscript where there is nothing to take in."""
    limits = limits or Limits()
    _refuse_strangers(data, filename, limits)
    troubles = Troubles()
    if data.startswith(b"PK\x03\x04"):
        form, encoding = _DOCX, "utf-8"
        lines = worddocument.lines_of(data, troubles, limits)
    else:
        text, encoding = encodings.decoded(data, troubles)
        if encodings.is_binary(text):
            raise NotATranscript("The file is not text. Choose the transcript: WebVTT, SRT, text or .docx.")
        form, lines = "text", encodings.lines_of(text, troubles, limits)
    language = ""
    if timed.is_timed(lines):
        webvtt = timed.is_webvtt(lines) or filename.lower().endswith(".vtt")
        form = form if form == _DOCX else "vtt" if webvtt else "srt"
        _tell_of_header(lines, troubles, webvtt=webvtt)
        cues, language = timed.cues_of(lines, troubles, webvtt=webvtt)
    else:
        cues = plain.cues_of(lines, troubles)
    if not any(cue.text for cue in cues):
        raise NotATranscript("The file holds no words. Choose another, or look whether it was saved whole.")
    passages = checked(cues, troubles, limits, timed=form in ("vtt", "srt"))
    speakers = tuple(dict.fromkeys(cue.speaker for cue in passages if cue.speaker))
    named = _NAMED_LANGUAGE.search(filename)
    language = language or (named[1].lower() if named else "")
    return Transcript(passages, troubles.all(), form, encoding, speakers, _tag(language))


def _refuse_strangers(data: bytes, filename: str, limits: Limits) -> None:
    if not data.strip():
        raise NotATranscript("The file is empty.")
    if len(data) > limits.size:
        raise NotATranscript(
            f"The file is larger than {limits.size // 1_000_000} MB. Divide it and take in its parts."
        )
    if filename.lower().endswith(_MACROS):
        raise NotATranscript("The document may hold macros (small programs). Save it as .docx without them.")
    for sentence, starts in _OF_ANOTHER_KIND.items():
        if data.startswith(starts) or (b"ID3" in starts and data[4:8] == b"ftyp"):
            raise NotATranscript(sentence)


def _tell_of_header(lines: list[Line], troubles: Troubles, *, webvtt: bool) -> None:
    if webvtt and not timed.is_webvtt(lines):
        troubles.tell(
            "header", 1, "The file does not begin with WEBVTT, as it should; it was read all the same."
        )


def _tag(language: str) -> str:
    """A language's tag as the archive writes it, or "" for one that it cannot name."""
    first, *rest = language.split("-")
    tag = "-".join([first.lower(), *(each.title() if len(each) == 4 else each.upper() for each in rest)])
    return tag if is_language(tag) else first if is_language(first) else ""
