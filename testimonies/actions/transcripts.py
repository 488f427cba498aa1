"""Taking in the transcript of an interview, and its translation passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.core.canonical import canonical, sha256
from archive.core.languages import is_language
from archive.core.media.refusals import Refusal
from archive.core.transcripts import ANSWER, OTHER, QUESTION, Cue, Limits, NotATranscript, Transcript, read
from archive.core.transcripts.joining import joined
from archive.core.transcripts.roles import likely_interviewer, questions_and_answers
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.models import Record
from archive.edition.vocabulary import TranslationMeans, Turn
from testimonies.actions.changing import CHANGE, at_work, noted, reasoned
from testimonies.models import HandedIn, Media, Passage, PassageTranslation, Testimony, Withholding
from testimonies.vaults import transcripts

MOST = 4_000  # passages: each is a field of the page on which a translation is set beside them
LARGEST = 4_000_000  # bytes: it waits in the curator's own page until it is confirmed
_TURNS = {QUESTION: Turn.QUESTION, ANSWER: Turn.ANSWER, OTHER: Turn.OTHER}


def reading_of(data: bytes, filename: str = "") -> Transcript:
    """A transcript read; raises Refused with what to do instead."""
    try:
        return read(data, filename=filename, limits=Limits(size=LARGEST))
    except NotATranscript as error:
        raise Refused(str(error)) from error


def guesses(transcript: Transcript) -> dict[str, str]:
    """Who seems to ask and who answers, by speaker; "" stands for passages that name nobody."""
    interviewer = likely_interviewer(transcript)
    told = questions_and_answers(transcript, interviewer) if interviewer else transcript
    found = {each.speaker: each.role for each in told.passages if each.speaker}
    if not all(each.speaker for each in transcript.passages):
        found[""] = next((each.role for each in told.passages if not each.speaker and each.role), "")
    return {speaker: _TURNS.get(role, Turn.ANSWER) for speaker, role in found.items()}


def passages_in(transcript: Transcript, *, turns: Mapping[str, str], join: bool = True) -> tuple[Cue, ...]:
    """The passages as they would be taken in, with who speaks as role; captions joined to turns."""
    told = [replace(each, role=turns.get(each.speaker, Turn.ANSWER)) for each in transcript.passages]
    return joined(told) if join else tuple(told)


def take_in(
    testimony: Testimony,
    *,
    data: bytes,
    language: str,
    turns: Mapping[str, str],
    by: User,
    filename: str = "",
    join: bool = True,
    recording: Media | None = None,
) -> list[Passage]:
    """Makes a testimony's passages of a transcript, all of them or none; the file is kept as it came."""
    _refuse_untold(language, turns)
    transcript = reading_of(data, filename)
    cues = passages_in(transcript, turns=turns, join=join)
    if len(cues) > MOST:
        raise Refused(
            _("It has %(count)s passages, more than one testimony can hold. Join what one speaker says.")
            % {"count": len(cues)}
        )
    with at_work(testimony, by=by) as testimony:
        if testimony.passages.exists():
            raise Refused(
                _(
                    "This testimony has passages already. Correct them in the reading room, or discard "
                    "them first."
                )
            )
        if recording and recording.testimony_id != testimony.pk:
            raise Refused(_("This recording belongs to another testimony."))
        made = [
            passage_of_cue(testimony, number, cue, language, recording) for number, cue in enumerate(cues, 1)
        ]
        for each in made:
            each.save()
        count = len(made)
        told = ngettext("%(count)s passage", "%(count)s passages", count) % {"count": count}
        keep(testimony, data, filename, what=HandedIn.What.ORIGINAL, language=language, told=told, by=by)
    return made


def passage_of_cue(
    testimony: Testimony, number: int, cue: Cue, language: str, recording: Media | None
) -> Passage:
    """A passage as a transcript has it, not saved yet."""
    end = cue.end_ms if cue.start_ms is None or (cue.end_ms or 0) >= cue.start_ms else None
    return Passage(
        testimony=testimony, position=number, turn=cue.role or Turn.ANSWER, text=cue.text, language=language,
        speaker_as_stated=cue.speaker[:200], recording=recording, start_ms=cue.start_ms, end_ms=end,
        words=[[each.start_ms, each.text_start, each.text_end] for each in cue.words],
    )  # fmt: skip


def take_in_translation(
    testimony: Testimony,
    *,
    texts: Mapping[int, str],
    seen: str,
    language: str,
    translator: str,
    means: str,
    by: User,
    data: bytes = b"",
    filename: str = "",
) -> int:
    """Saves a translation, by passage; passages without a text have none. Returns how many were saved.

    Where words of a passage are withheld, its translation is withheld whole until somebody marks them.
    """
    _refuse_untold(language, {})
    if means not in TranslationMeans.values:
        raise Refused(_("Say how it was translated."))
    if not translator.strip() and means != TranslationMeans.MACHINE:
        raise Refused(_("Name the translator: a translation is evidence with an author."))
    with at_work(testimony, by=by) as testimony:
        passages = list(testimony.passages.all())
        if seen != seen_passages(passages):
            raise Refused(_("The passages changed while you aligned them. Nothing was saved: look again."))
        if any(each.language == language for each in passages):
            raise Refused(_("This is the language of the original. Correct it passage by passage."))
        if PassageTranslation.objects.filter(passage__testimony=testimony, language=language).exists():
            raise Refused(
                _("There is a translation into this language already. Correct it, or discard it first.")
            )
        made = [
            PassageTranslation(
                passage=each, language=language, text=text, translator=translator.strip()[:200], means=means
            )
            for each in passages
            if (text := texts.get(each.pk, "").replace("\r\n", "\n").replace("\0", "").strip())
        ]
        if not made:
            raise Refused(_("No passage has a translation yet. Put the words beside their passages."))
        for row in made:
            row.save()
        told = _("translation into %(language)s, %(count)s passages") % {
            "language": language,
            "count": len(made),
        }
        keep(testimony, data, filename, what=HandedIn.What.TRANSLATION, language=language, told=told, by=by)
    return len(made)


def seen_passages(passages: Iterable[Passage]) -> str:
    """Names the passages as somebody saw them."""
    return sha256(canonical([[each.pk, each.text] for each in passages]))[:16]


def take_out_transcript(row: HandedIn, *, by: User) -> BinaryIO:
    """A transcript as it was handed in, to be read by somebody at the desk. It is noted who."""
    if not (by.is_active and by.has_perm(CHANGE)):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    try:
        file = transcripts().open(row.sha256)
    except Refusal as problem:
        raise Refused(problem.sentence) from problem
    noted(Deed.Act.TAKE_OUT, row.testimony, by=by, why=str(row))
    return file


def discard(testimony: Testimony, *, by: User, why: str) -> None:
    """Takes all passages of a testimony away, so that another transcript can be taken in.

    Not while it is public, nor while anything is withheld: those decisions would be lost with them.
    """
    reasoned(why)
    with at_work(testimony, by=by, why=why) as testimony:
        if Record.objects.filter(pk=testimony.identifier).exists():
            raise Refused(_("It is public. Withdraw it first: readers cite its passages."))
        if Withholding.objects.filter(passage__testimony=testimony).exists():
            raise Refused(
                _(
                    "Something is withheld in it, and would be shown again by a new one. Correct it "
                    "passage by passage."
                )
            )
        for each in testimony.passages.all():
            each.delete()


def discard_translation(testimony: Testimony, *, language: str, by: User, why: str) -> None:
    """Takes a translation away from all passages; the history keeps it."""
    reasoned(why)
    with at_work(testimony, by=by, why=why) as testimony:
        for each in PassageTranslation.objects.filter(passage__testimony=testimony, language=language):
            each.delete()


def _refuse_untold(language: str, turns: Mapping[str, str]) -> None:
    if not is_language(language):
        raise Refused(_("“%(tag)s” is not a language tag such as en or fa.") % {"tag": language})
    if not set(turns.values()) <= set(Turn.values):
        raise Refused(_("Say of each speaker: question, answer or note."))


def keep(
    testimony: Testimony, data: bytes, filename: str, *, what: str, language: str, told: str, by: User
) -> HandedIn | None:
    """Keeps a file as it came, with its row, inside a change; None where nothing but typed words came.

    The audit names its digest and not its name, which may be somebody's and could never be taken back.
    """
    act = Deed.Act.VERSION if what == HandedIn.What.VERSION else Deed.Act.TAKE_IN
    if not data:
        noted(act, testimony, by=by, why=told)
        return None
    form, kept = reading_of(data, filename).form, transcripts().put(BytesIO(data))
    row = HandedIn.objects.create(
        testimony=testimony, what=what, language=language, form=form, filename=filename[:300],
        sha256=kept.sha256, size=kept.size, taken_by=by.get_username(),
    )  # fmt: skip
    noted(act, testimony, by=by, why=f"{told}; {form}, SHA-256 {kept.sha256}, {kept.size} bytes")
    return row
