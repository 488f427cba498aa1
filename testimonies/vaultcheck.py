"""Whether files and rows agree: originals, transcripts, public copies, and the files of the edition."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from archive.core.media.vault import AN_HOUR, Vault
from archive.edition.files import faults_of_files
from testimonies.models import Consent, Derivative, HandedIn, Media
from testimonies.silences import recipe_of
from testimonies.vaults import copies, originals, transcripts

A_DAY = 24 * 3600
COPIES = "Copies"
BACKUP, AGAIN = "Restore it from a backup.", "--repair makes it again."  # copies can be made, originals not
Owners = dict[
    str, str
]  # a digest, and the rows that speak of the file: never a title, which may name somebody


def of_originals() -> Owners:
    """The originals that there should be."""
    found = {each.sha256: f"original of {each.identifier}" for each in Media.objects.order_by("pk")}
    with_file = Consent.objects.exclude(evidence_sha256="").select_related("testimony").order_by("pk")
    for each in with_file:
        found[each.evidence_sha256] = f"evidence of a consent for {each.testimony.identifier}"
    return found


def of_transcripts() -> Owners:
    """The transcripts that there should be, as they were handed in."""
    rows = HandedIn.objects.select_related("testimony").order_by("pk")
    return {each.sha256: f"{each.what} handed in for {each.testimony.identifier}" for each in rows}


def of_copies() -> Owners:
    """The public copies that there should be."""
    rows = Derivative.objects.select_related("media").order_by("pk")
    return {each.sha256: f"public copy of {each.media.identifier}" for each in rows}


def faults() -> Iterator[str]:
    """Everything that is wrong, a sentence each. Reads every file."""
    yield from _with_owner("Originals", originals(), of_originals())
    yield from _with_owner("Transcripts", transcripts(), of_transcripts())
    yield from _with_owner(COPIES, copies(), of_copies())
    for media in Media.objects.filter(withheld_because="", derivative__isnull=False).order_by("pk"):
        if media.derivative.recipe != recipe_of(media):
            yield f"Copies: that of {media.identifier} is no longer the one that is asked for. Make it again."
    for each in faults_of_files():
        yield f"Public: {each}. Withdraw the record, then have it published again."
    for path in _leftovers():
        yield f"Workshop: {path.name} is left over from work that was ended. It can be tidied away."


def tidy() -> Iterator[str]:
    """Removes what is left over or altered and can be made again; says what it did."""
    for vault, owners, what in (
        (originals(), of_originals(), "Originals"),
        (transcripts(), of_transcripts(), "Transcripts"),
        (copies(), of_copies(), "Copies"),
    ):
        for path in vault.tidy(owners):
            yield f"{what}: {path.name[:12]}… was tidied away."
    for sha256 in _altered(copies(), of_copies()):
        copies().forget(sha256)
        yield f"Copies: {sha256[:12]}… had been altered and was thrown away, to be made again."
    for copy in Derivative.objects.exclude(media__withheld_because="").select_related("media"):
        if not copies().holds(copy.sha256):  # nobody is shown it, so none is made until somebody may be
            copy.delete()
            yield f"Copies: that of {copy.media.identifier}, which is withheld, is noted no longer."
    for path in _leftovers():
        shutil.rmtree(path)
        yield f"Workshop: {path.name} was tidied away."


def _with_owner(where: str, vault: Vault, owners: Owners) -> Iterator[str]:
    by_beginning = {digest[:12]: owner for digest, owner in owners.items()}
    young = _young(vault)
    for sentence in vault.check(owners):
        owner = next((by_beginning[each] for each in by_beginning if each in sentence), "")
        if not owner and any(each in sentence for each in young):
            continue
        told = f"{where}: {sentence}" + (f" ({owner})" if owner else "")
        yield told.replace(BACKUP, AGAIN) if where == COPIES else told


def _young(vault: Vault) -> set[str]:
    """Beginnings of the names of files that came within the hour: somebody may be about to note them."""
    until = time.time() - AN_HOUR
    files = vault.folder.rglob("*") if vault.folder.is_dir() else ()
    return {each.name[:12] for each in files if each.is_file() and each.stat().st_mtime > until}


def _altered(vault: Vault, owners: Owners) -> list[str]:
    told = [each for each in vault.check(owners) if "altered" in each]
    return [digest for digest in owners if any(digest[:12] in each for each in told)]


def _leftovers() -> list[Path]:
    """Folders of copies that were being made a day ago."""
    making = settings.VAULT / "making"
    folders = making.glob("copy-*") if making.is_dir() else ()
    return sorted(path for path in folders if time.time() - path.stat().st_mtime > A_DAY)
