"""Desk records of testimony, made from the sample's file."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from archive.core.languages import script_of
from archive.desk.models import DeskRecord
from archive.desk.renderers import model_of
from events.models import Claim
from events.sample.files import Collection, Entry
from events.sample.make import Known, RowMaker, made, save
from testimonies.models import (
    ClaimSubject,
    Consent,
    Derivative,
    Media,
    Narrator,
    Passage,
    Testimony,
    VictimRelation,
    Withholding,
)
from testimonies.silences import recipe_of
from testimonies.vaults import copies, originals

FOLDER = Path(__file__).parent
TESTIMONIES = Collection(
    FOLDER, ("testimonies",), ("victim_group", "victim", "narrator", "testimony", "claim")
)
ACCOUNT = "sample-curator"


def model_for(kind: str) -> type[DeskRecord]:
    """The desk's model of a kind of the sample; a narrator has no public one."""
    return Narrator if kind == Narrator.kind else model_of(kind)


def made_here(entry: Entry, known: Known) -> Any:
    """A record of the sample with its rows; a claim with whom it is about."""
    facts = {name: value for name, value in entry.facts.items() if name not in ("subject", "withdrawn")}
    record = made(Entry(entry.kind, entry.key, facts), known, model=model_for(entry.kind), more_rows=ROWS)
    if isinstance(record, Claim):
        subject = entry.facts["subject"]
        save(
            ClaimSubject(
                claim=record,
                victim=known.get(("victim", subject.get("victim", ""))),
                group=known.get(("victim_group", subject.get("group", ""))),
                testimony=known.get(("testimony", subject.get("testimony", ""))),
            )
        )
    if isinstance(record, Testimony):
        for media in record.media.all():
            _copy(media)
    return record


def _passage(testimony: Testimony, facts: dict[str, Any], known: Known) -> Passage:
    own = {name: facts[name] for name in facts if name not in ("translations", "withheld")}
    passage = Passage(
        testimony=testimony, position=testimony.passages.count(), language=testimony.language,
        recording=testimony.media.first() if "start_ms" in own else None, **own,
    )  # fmt: skip
    save(passage)
    for each in facts.get("translations", ()):
        passage.translations.create(**each)
    if withheld := facts.get("withheld"):
        _withhold(passage, withheld)
    return passage


def _withhold(passage: Passage, facts: dict[str, Any]) -> None:
    """Withholds words of the original and of each translation in turn, or the whole without words."""
    row = Withholding.objects.create(
        passage=passage, whole=not facts["words"], because=facts["because"], decided_by=ACCOUNT
    )
    texts = [(None, passage.text), *((each, each.text) for each in passage.translations.all())]
    for (translation, text), exact in zip(texts, facts["words"], strict=False):
        start = text.index(exact)
        row.spans.create(translation=translation, start=start, end=start + len(exact), exact=exact)


def _consent(testimony: Testimony, facts: dict[str, Any], known: Known) -> Consent:
    return Consent(testimony=testimony, noted_by=ACCOUNT, sample=True, **facts)


def _pseudonym(testimony: Testimony, facts: dict[str, Any], known: Known) -> Any:
    return testimony.pseudonyms.model(testimony=testimony, decided_by=ACCOUNT, **facts)


def _relation(victim: Any, relation: list[str], known: Known) -> VictimRelation:
    other, kind = relation
    return VictimRelation(victim=victim, other=known["victim", other], relation=kind)


def _name(authority: Any, name: list[str], known: Known) -> Any:
    kind, language, text = name
    first = not authority.names.filter(language=language).exists()
    return authority.names.model(
        **{authority.kind: authority}, text=text, language=language, kind=kind, preferred=first,
        script=script_of(text),
    )  # fmt: skip


def _media(testimony: Testimony, facts: dict[str, Any], known: Known) -> Media:
    """Keeps the file in the vault of originals, as any that a curator takes in."""
    with (FOLDER / facts["file"]).open("rb") as file:
        kept = originals().put(file)
    own = {name: facts[name] for name in facts if name != "file"}
    return Media(testimony=testimony, sha256=kept.sha256, size=kept.size, filename=facts["file"], **own)


def _copy(media: Media) -> None:
    """The public copy. The file is clean and nothing of it is withheld, so it is the original once more."""
    with originals().open(media.sha256) as file:
        kept = copies().put(file)
    last = media.passages.order_by("-end_ms").first()
    Derivative.objects.create(
        media=media,
        name=f"{secrets.token_hex(16)}.mp3",
        recipe=recipe_of(media),
        media_type=media.media_type,
        size=kept.size,
        sha256=kept.sha256,
        duration_ms=last.end_ms if last else None,
    )


ROWS: dict[str, RowMaker] = {
    "media": _media,  # before the passages, whose times count in it
    "passages": _passage,
    "consents": _consent,
    "pseudonyms": _pseudonym,
    "relations": _relation,
    "names": _name,
}
