"""Taking in recordings and pictures, giving out their originals at the desk, and forgetting them.

An original is kept byte for byte in its vault. Nothing of it is public: see `testimonies.actions.copies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils.translation import gettext as _

from archive.core.media.kinds import Limits
from archive.core.media.refusals import NotTaken, Refusal
from archive.core.media.sniffing import sniff
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from archive.edition.vocabulary import MediaKind
from testimonies.actions.changing import noted
from testimonies.models import Consent, Derivative, Media, Testimony, Victim
from testimonies.vaults import copies, originals

ADD, CHANGE, DELETE = (f"testimonies.{verb}_media" for verb in ("add", "change", "delete"))
PICTURES = frozenset({MediaKind.IMAGE, MediaKind.SCAN})
Owner = Testimony | Victim
_LOCK = 0x7A017  # of the vaults


@dataclass(frozen=True)
class Original:
    """A file in the vault of originals, and what it is."""

    sha256: str
    size: int
    name: str
    media_type: str
    family: str
    told: str = ""  # what the curator should know of it


@dataclass(frozen=True)
class Taken:
    """A recording or picture that was taken in, and what the curator should know of it."""

    media: Media
    told: tuple[str, ...] = ()


def keep_original(upload: BinaryIO, *, name: str) -> Original:
    """Puts a file into the vault, if it is of a kind that is taken. Refused, the vault is as before."""
    limits, vault = Limits(), originals()
    if (getattr(upload, "size", None) or 0) > max(limits.audio, limits.video):
        raise Refused(_("The file is too large: at most 4 GB are taken. Divide it."))
    try:
        kept = vault.put(upload)
    except Refusal as problem:
        raise Refused(problem.sentence) from problem
    try:
        kind = sniff(vault.path_of(kept.sha256), filename=name, limits=limits)
    except NotTaken as problem:
        vault.forget(kept.sha256)  # it is never taken, so no row speaks of it
        raise Refused(problem.sentence) from problem
    return Original(kept.sha256, kept.size, name[:300], kind.media_type, kind.family, kind.told)


def take_in_media(
    owner: Owner, *, upload: BinaryIO, name: str, by: User, portrait: bool = False, why: str = ""
) -> Taken:
    """Keeps a recording or picture of a testimony or a victim; as the victim's portrait, if so asked."""
    _may(by, ADD)
    original = keep_original(upload, name=name)
    with change(owner, by=by, why=why) as fresh:
        hold_original(original.sha256)
        media = _row(fresh, original)
        if portrait and isinstance(fresh, Victim):
            fresh.portrait = media
            fresh.save()
        note(Deed.Act.TAKE_IN, fresh, by=by, why=why or media.get_kind_display())
    elsewhere = Media.objects.filter(sha256=media.sha256).exclude(pk=media.pk)
    also = [_("The same file is here already, with “%(owner)s”.") % {"owner": owner_of(e)} for e in elsewhere]
    return Taken(media, tuple(filter(None, (original.told, *also))))


def _row(owner: Owner, original: Original) -> Media:
    if isinstance(owner, Victim) and original.family not in PICTURES:
        raise Refused(_("Of a victim, pictures are taken. Add a recording to the testimony it belongs to."))
    if twin := owner.media.filter(sha256=original.sha256).first():
        raise Refused(_("This very file is here already: “%(name)s”.") % {"name": twin})
    last = owner.media.order_by("-position").first()
    return Media.objects.create(
        testimony=owner if isinstance(owner, Testimony) else None,
        victim=owner if isinstance(owner, Victim) else None,
        kind=original.family,
        position=last.position + 1 if last else 0,
        sha256=original.sha256,
        size=original.size,
        media_type=original.media_type,
        filename=original.name,
    )


def take_out(media: Media, *, by: User, why: str = "") -> BinaryIO:
    """An original, to be read by somebody at the desk. It may hold a face or a voice: it is noted who."""
    _may(by, CHANGE)
    try:
        file = originals().open(media.sha256)
    except Refusal as problem:
        raise Refused(problem.sentence) from problem
    note(Deed.Act.TAKE_OUT, owner_of(media), by=by, why=why or str(media))
    return file


def forget_media(media: Media, *, by: User, why: str) -> None:
    """Takes a recording or picture out of the archive, with its original and its public copy."""
    _may(by, DELETE)
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the decision."))
    with change(owner_of(media), by=by, why=why) as owner:
        fresh = Media.objects.select_related("derivative").get(pk=media.pk)
        copy = Derivative.objects.filter(media=fresh).first()
        fresh.delete()
        transaction.on_commit(partial(forget_original, fresh.sha256))
        if copy:
            transaction.on_commit(partial(forget_copy, copy.sha256))
        note(Deed.Act.DELETE, owner, by=by, why=why)


def owner_of(media: Media) -> Owner:
    """The testimony or the victim that a recording or picture belongs to."""
    owner = media.testimony or media.victim
    assert owner is not None  # by a constraint
    return owner


def hold_vaults() -> None:
    """Until this transaction ends, nobody else notes a file of a vault or removes one that nobody noted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def hold_original(sha256: str) -> None:
    """Makes sure that a file is there, and stays, while a row that speaks of it is written."""
    hold_vaults()
    if not originals().holds(sha256):
        raise Refused(_("The file went away while it was noted. Choose it once more."))


@transaction.atomic
def forget_original(sha256: str) -> None:
    """Removes an original that no row speaks of."""
    hold_vaults()
    held = Media.objects.filter(sha256=sha256).exists()
    if not held and not Consent.objects.filter(evidence_sha256=sha256).exists():
        originals().forget(sha256)


@transaction.atomic
def forget_copy(sha256: str) -> None:
    """Removes a public copy that no row speaks of; the edition has its own of what is public."""
    hold_vaults()
    if not Derivative.objects.filter(sha256=sha256).exists():
        copies().forget(sha256)


def note(act: str, owner: Owner, *, by: User, why: str) -> None:
    """One line of the audit about a recording or picture, under the title of what it belongs to."""
    if isinstance(owner, Testimony):
        noted(act, owner, by=by, why=why)  # type: ignore[arg-type]
        return
    Deed.objects.create(
        act=act, who=by.get_username(), why=why, kind=owner.kind, identifier=owner.identifier,
        title=str(owner)[:200],
    )  # fmt: skip


def _may(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise Refused(_("Your account may not do this. Ask an administrator."))
