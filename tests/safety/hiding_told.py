"""Testimonies in every state in which some of them, or all, may not be seen: by consent, by day, by words."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from PIL import Image

from archive.core.canonical import canonical
from archive.core.spans import Span
from archive.desk import review
from archive.desk.changes import change
from archive.desk.models import Opening
from archive.desk.review import Refused
from archive.edition.models import Found, Name, Record
from archive.edition.published import published_rendering
from events.models import Claim
from testimonies.actions.consents import note_consent
from testimonies.actions.copies import make_copy
from testimonies.actions.media import take_in_media
from testimonies.actions.passages import add_translation
from testimonies.actions.pseudonyms import give_pseudonym
from testimonies.actions.withholding import say_where, withhold, withhold_whole
from testimonies.models import Consent, Media, Narrator, Passage, Testimony, Victim, WithheldSpan
from testimonies.taking_back.panic import withdraw_everything
from tests.safety.canaries import Made
from tests.safety.filling_told import add_passage, settle_copy
from tests.safety.hiding import Hidden
from tests.safety.made import bytes_of_copies, ready_to_publish

TOLD = (Testimony, Claim)


def told_of(made: Made) -> Testimony:
    testimony = made[Testimony]
    assert isinstance(testimony, Testimony)
    return testimony


def document_of(record: Any) -> str:
    """What is public of a record by itself: the sources and statements it leads to are not."""
    public = published_rendering(record.identifier)
    assert public is not None
    return canonical([public.document, public.title])


def publish_told(hidden: Hidden, made: Made, state: str) -> Iterator[Any]:
    """Publishes the testimony and the claim that is drawn from it, and nothing else."""
    for each in ready_to_publish(made):
        if isinstance(each, TOLD):
            hidden.publish_one(each, state)
            yield each


def refused(hidden: Hidden, state: str) -> Made:
    """Nobody agreed, or not so that it could be public: it cannot even be asked for."""
    made = hidden.made(state, hidden.canaries)
    if state == "nobody was asked":
        made[Consent].delete()
    for each in made.values():
        if isinstance(each, TOLD):
            with pytest.raises(Refused):
                review.ask(each, by=hidden.ada)
    return made


def in_one_way(way: str) -> Callable[[Hidden, str], Made]:
    """Agreed to for the pages alone, or for programs alone: the other never says a word of it."""

    def hide(hidden: Hidden, state: str) -> Made:
        made = hidden.made(state, hidden.canaries)
        for each in publish_told(hidden, made, state):
            hidden.canaries.show_only(way, document_of(each))
        hidden.canaries.show(bytes_of_copies(made, of=Testimony))  # a file is fetched by its name either way
        return made

    return hide


def without_recording(hidden: Hidden, state: str) -> Made:
    made = hidden.made(state, hidden.canaries)
    for each in publish_told(hidden, made, state):
        hidden.canaries.show(document_of(each))
    assert not Record.objects.get(pk=told_of(made).identifier).files.exists()
    return made


def under_embargo(hidden: Hidden, state: str) -> Made:
    made = hidden.made(state, hidden.canaries)
    hidden.publish_one(told_of(made), state)
    assert Opening.objects.filter(pk=told_of(made).identifier).exists()
    return made


def ended(hidden: Hidden, state: str) -> Made:
    """Public with its claim and its files; then its last day came, and nothing ran."""
    made = hidden.made(state, hidden.canaries)
    public = [each.identifier for each in publish_told(hidden, made, state)]
    past = timezone.now() - timedelta(seconds=1)
    closing = list(Record.objects.filter(pk__in=public, closes_at__isnull=False).values_list("pk", flat=True))
    assert len(closing) == 2
    Record.objects.filter(pk__in=closing).update(closes_at=past)
    for beside in (Found, Name):  # the same day stands there, written with the record
        beside.objects.filter(record__in=closing).update(closes_at=past)
    return made


def consent_withdrawn(hidden: Hidden, state: str) -> Made:
    made = hidden.made(state, hidden.canaries)
    public = [each.identifier for each in publish_told(hidden, made, state)]
    take_consent_back(told_of(made), hidden, decision="withdrawn", uses=[])
    assert not Record.objects.filter(pk__in=public).exists()
    return made


def everything_of_the_narrator(hidden: Hidden, state: str) -> Made:
    made = hidden.made(state, hidden.canaries)
    public = [each.identifier for each in publish_told(hidden, made, state)]
    narrator = made[Narrator]
    assert isinstance(narrator, Narrator)
    withdraw_everything(narrator, by=hidden.ada, why=hidden.canaries.word(f"{state}: why"))
    assert not Record.objects.filter(pk__in=public).exists()
    return made


def take_consent_back(testimony: Testimony, hidden: Hidden, **facts: Any) -> None:
    """A newer consent than the one in force."""
    note_consent(testimony, by=hidden.ada, seen=testimony.consent, explained_in="fa", how="signed",
                 taken_by="Ada", given_on=date(2025, 6, 1), **facts)  # fmt: skip


def withheld_later(hidden: Hidden, state: str) -> Made:
    """All of it was public. Then, in every way there is, something was withheld; none of it stays."""
    words, made = hidden.canaries, hidden.made(state, hidden.canaries)
    told = told_of(made)
    lines = [add_passage(told, words, state, position=10**8 + number) for number in range(3, 10)]
    second = second_recording(told, made, hidden, state, heard=lines[6])
    list(publish_told(hidden, made, state))
    was = document_of(told) + bytes_of_copies(made, of=Testimony)
    gone = " ".join(take_away(hidden, told, lines, second))
    told.refresh_from_db()
    now = document_of(told)
    assert words.found_in(was) > words.found_in(now)
    left = words.found_in(gone) & words.found_in(now)
    assert not left, words.of_place(left)
    words.show(now + document_of(made[Claim]))
    return made


def take_away(hidden: Hidden, told: Testimony, lines: list[Passage], second: Media) -> Iterator[str]:
    """Withholds in each of seven ways; gives the words that may stand nowhere any more."""
    whole, both, original, stale, late, renamed, heard = lines
    facts: dict[str, Any] = {"because": "another", "by": hidden.ada}
    withhold_whole(told, passage=whole, **facts)
    yield f"{texts_of(whole)} {whole.identifier[:0]}"
    decision = withhold(told, passage=both, spans=[middle(both.text)], **facts)
    rendered = both.translations.get()
    say_where(decision, translation=rendered, spans=[middle(rendered.text)], by=hidden.ada)
    yield f"{both.text.split()[1]} {rendered.text.split()[1]}"
    withhold(told, passage=original, spans=[middle(original.text)], **facts)
    yield f"{original.text.split()[1]} {original.translations.get().text}"  # nobody said where
    withhold(told, passage=stale, spans=[middle(stale.text)], **facts)
    with change(told, by=hidden.ada):
        WithheldSpan.objects.filter(withholding__passage=stale).update(exact="other words")
    yield texts_of(stale)
    withhold(told, passage=late, spans=[middle(late.text)], **facts)
    added = " ".join(hidden.canaries.word("a translation added later") for _ in range(3))
    add_translation(
        told, passage=late, language="fr", text=added, translator="", means="human", by=hidden.ada
    )
    yield f"{late.text.split()[1]} {added} {late.translations.get(language='fa').text}"
    names = [renamed.text.split()[1], renamed.translations.get().text.split()[1]]
    give_pseudonym(told, names=names, instead={"en": "Officer", "fa": "مأمور"}, by=hidden.ada)
    yield " ".join(names)
    first = Media.objects.exclude(pk=second.pk).get(testimony=told)
    withhold(told, passage=heard, spans=[middle(heard.text)], **facts)  # said in the second recording
    yield f"{heard.text.split()[1]} {second.derivative.name} {second.derivative.sha256}"
    with change(told, by=hidden.ada):
        Media.objects.filter(pk=first.pk).update(withheld_because="narrator")
    yield f"{first.derivative.name} {first.credit} {first.title} {first.alternative} {first.rights_note}"
    take_consent_back(told, hidden, decision="changed", uses=["web", "api", "recording"], name_use="witness")
    yield str(told.narrator.public_name)


def texts_of(passage: Passage) -> str:
    return " ".join([passage.text, *(each.text for each in passage.translations.all())])


def middle(text: str) -> Span:
    """The second of three words."""
    start = text.index(" ") + 1
    return Span(start, text.index(" ", start))


def second_recording(told: Testimony, made: Made, hidden: Hidden, state: str, *, heard: Passage) -> Media:
    """Another recording, in which one more passage is heard."""
    first = Media.objects.get(testimony=told)
    copy = first.derivative
    second = Media.objects.get(pk=first.pk)
    second.pk = copy.pk = None
    second.identifier = hidden.canaries.identifier(f"{state} testimonies.Media.identifier")
    second.save(force_insert=True)
    copy.media, copy.name = second, hidden.canaries.word(f"{state} testimonies.Derivative.name") + ".mp3"
    copy.save(force_insert=True)
    settle_copy(second, hidden.canaries, state)
    Passage.objects.filter(pk=heard.pk).update(recording=second, start_ms=7003, end_ms=7903)
    heard.refresh_from_db()
    for each in Media.objects.filter(testimony=told):
        settle_copy(each, hidden.canaries, state)
    return second


def made_by_the_desk(hidden: Hidden, state: str) -> Made:
    """A picture and a recording with words in their metadata and names, copied by the real means."""
    made = hidden.made(state, hidden.canaries)
    told, victim = told_of(made), made[Victim]
    assert isinstance(victim, Victim)
    Media.objects.filter(testimony=told).delete()
    taken = [
        take_in_media(victim, upload=picture(hidden, state), by=hidden.ada, portrait=True,
                      name=hidden.canaries.word(f"{state} the name of a file") + ".jpg"),
        take_in_media(told, upload=sound(hidden, state), by=hidden.ada,
                      name=hidden.canaries.word(f"{state} the name of a file") + ".wav"),
    ]  # fmt: skip
    Passage.objects.filter(testimony=told).update(recording=taken[1].media, start_ms=0, end_ms=300, words=[])
    for each in taken:
        make_copy(each.media, by=hidden.ada)
    victim.refresh_from_db()
    hidden.publish_one(victim, state)
    hidden.canaries.show(document_of(victim))
    for each in publish_told(hidden, made, state):
        hidden.canaries.show(document_of(each))
    assert files_of(victim, told).count() == 2
    return made


def files_of(*records: Any) -> QuerySet[Any]:
    return Record.files.rel.related_model.objects.filter(record__in=[each.identifier for each in records])


def picture(hidden: Hidden, state: str) -> BytesIO:
    """A photograph that says where it was taken and by whom."""
    exif = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x0131):  # description, artist, copyright, software
        exif[tag] = hidden.canaries.word(f"{state} EXIF of a picture")
    file = BytesIO()
    comment = hidden.canaries.word(f"{state} comment in a picture").encode()
    Image.new("RGB", (40, 30), "teal").save(file, "JPEG", exif=exif, comment=comment)
    file.seek(0)
    return file


def sound(hidden: Hidden, state: str) -> BytesIO:
    """A recording with a name in its list of facts."""
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        out.writeframes(b"\x10\x20" * 4000)
    name = hidden.canaries.word(f"{state} facts in a recording").encode() + b"\0"
    name += b"\0" * (len(name) % 2)
    info = b"INFOIART" + len(name).to_bytes(4, "little") + name
    data = file.getvalue() + b"LIST" + len(info).to_bytes(4, "little") + info
    return BytesIO(data[:4] + (len(data) - 8).to_bytes(4, "little") + data[8:])


TOLD_STATES: dict[str, Callable[[Hidden, str], Made]] = {
    "nobody was asked": refused,
    "agreed for nobody": refused,
    "agreed on request": refused,
    "agreed to no way out": refused,
    "agreed for the pages": in_one_way("pages"),
    "agreed for programs": in_one_way("api"),
    "agreed for the text": without_recording,
    "under embargo": under_embargo,
    "ended": ended,
    "consent withdrawn": consent_withdrawn,
    "everything of the narrator withdrawn": everything_of_the_narrator,
    "withheld later": withheld_later,
    "copies made by the desk": made_by_the_desk,
}
# What is public of these in part, or was once: an answer about them may differ from one about nothing.
PUBLIC_IN_PART = {
    "changed since", "narrowed", "public, but not this field", "agreed for the pages", "agreed for programs",
    "agreed for the text", "withheld later", "copies made by the desk",
}  # fmt: skip
LEFT_A_TOMBSTONE = {
    "withdrawn", "closed", "ended", "consent withdrawn", "everything of the narrator withdrawn",
}  # fmt: skip
