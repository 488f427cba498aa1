"""A newer version of a transcript: handed in whole, then taken over passage by passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.core.media.refusals import Refusal
from archive.core.transcripts import Cue
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions.changing import at_work, noted
from testimonies.actions.passages import put_in_order, put_text
from testimonies.actions.transcripts import (
    MOST,
    guesses,
    keep,
    passage_of_cue,
    passages_in,
    reading_of,
    seen_passages,
)
from testimonies.models import HandedIn, Passage, Testimony
from testimonies.vaults import transcripts

Addition = tuple[Passage | None, Cue]  # words that stand in no passage, and the passage they follow


def hand_in_version(
    testimony: Testimony, *, data: bytes, language: str, by: User, filename: str = ""
) -> HandedIn:
    """Keeps a newer version of the transcript. No passage changes until somebody takes its words over."""
    read = reading_of(data, filename)
    language = language or read.language
    with at_work(testimony, by=by) as testimony:
        known = set(testimony.passages.values_list("language", flat=True))
        if not known:
            raise Refused(_("This testimony has no passages yet. Take the transcript in as its first."))
        if language and language not in known:
            raise Refused(
                _("It is in %(language)s, and the original is not. Take it in as a translation.")
                % {"language": language}
            )
        row = keep(
            testimony, data, filename, what=HandedIn.What.VERSION, told=_("a newer version"), by=by,
            language=language or testimony.passages.all()[0].language,
        )  # fmt: skip
        assert row is not None  # an empty file is no transcript
    return row


def cues_of(row: HandedIn) -> tuple[Cue, ...]:
    """What a transcript in the vault says, with who speaks as it was decided for the passages that stand.

    Captions are joined; the paragraphs of a text are not, so that a new one is offered by itself.
    """
    try:
        with transcripts().open(row.sha256) as file:
            read = reading_of(file.read(), row.filename or f"transcript.{row.form}")
    except Refusal as problem:
        raise Refused(problem.sentence) from problem
    decided = row.testimony.passages.exclude(speaker_as_stated="").values_list("speaker_as_stated", "turn")
    captions = all(each.end_ms is not None for each in read.passages)
    return passages_in(read, turns=guesses(read) | dict(decided), join=captions)


def take_over(
    testimony: Testimony,
    *,
    row: HandedIn,
    texts: Mapping[int, str],
    new: Sequence[Addition],
    seen: str,
    by: User,
) -> int:
    """Takes words of a newer version over: other words of passages that stand, and passages that are new.

    Withheld places go along as in every correction: where one does not fit any more, its text is withheld
    whole. Passages that the version does not have stay. Returns how many were taken.
    """
    if not texts and not new:
        raise Refused(_("Nothing is ticked. Tick the passages whose words you take over."))
    told = _("from the newer version %(digest)s") % {"digest": row.sha256[:12]}
    with at_work(testimony, by=by, why=told) as testimony:
        order = list(testimony.passages.all())
        if seen != seen_passages(order):
            raise Refused(_("The passages changed while you looked. Nothing was taken over: look again."))
        if len(order) + len(new) > MOST:
            raise Refused(_("That would be more passages than one testimony can hold."))
        for each in order:
            if text := texts.get(each.pk, "").strip():
                put_text(each, None, text)
        _add(testimony, order, new, language=row.language)
        count = len(texts) + len(new)
        noted(Deed.Act.VERSION, testimony, by=by, why=f"{count}: {told}")
    return count


def _add(testimony: Testimony, order: list[Passage], new: Sequence[Addition], *, language: str) -> None:
    """Puts new passages where they belong. A time counts in the recording of the passage before."""
    following: dict[int, list[Cue]] = defaultdict(list)
    for after, cue in new:
        following[after.pk if after else 0].append(cue)
    whole = []
    for each in (None, *order):
        whole += [each] if each else []
        for cue in following[each.pk if each else 0]:
            made = passage_of_cue(testimony, 0, cue, language, each.recording if each else None)
            made.save()
            whole.append(made)
    put_in_order(whole)
