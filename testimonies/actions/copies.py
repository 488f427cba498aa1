"""Making the public copy of a recording or picture: no metadata, and silent where something is withheld."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.core.media.kinds import FORMS
from archive.core.media.listening import heard_in, seen_in
from archive.core.media.pictures import derive_picture
from archive.core.media.refusals import Refusal
from archive.core.media.signatures import form_of
from archive.core.media.silence import Stretch
from archive.core.media.sound import derive_sound, nobody
from archive.core.media.traces import metadata_words
from archive.core.media.vault import Kept
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions.media import CHANGE, forget_copy, hold_vaults, note, owner_of
from testimonies.models import Derivative, Media
from testimonies.silences import HEARD, CannotBeSilenced, recipe_of, silences_of
from testimonies.vaults import copies, originals

EXTENSIONS = {"audio/mpeg": "mp3", "audio/wav": "wav", "video/mp4": "mp4", "image/jpeg": "jpg",
              "image/png": "png"}  # fmt: skip
EVERY_FILE_SAYS = frozenset({"JFIF"})  # of itself: it is a JPEG
NAME_BYTES = 16
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """A copy that was made and not yet kept."""

    path: Path
    media_type: str
    duration_ms: int | None = None
    width: int | None = None
    height: int | None = None
    told: str = ""


@dataclass(frozen=True)
class Copied:
    """A public copy, and what the curator should know of it."""

    copy: Derivative
    told: str = ""


def copy_of(media: Media) -> Derivative | None:
    """The public copy, if it is the one that the desk's decisions ask for now, and is in the vault."""
    copy = Derivative.objects.filter(media=media).first()
    if copy is None or copy.recipe != recipe_of(media) or not copies().holds(copy.sha256):
        return None
    return copy


def without_copy() -> Iterator[Media]:
    """The recordings and pictures whose public copy is missing or has to be made again."""
    yield from (each for each in _all_that_may_be_shown() if copy_of(each) is None)


def _all_that_may_be_shown() -> QuerySet[Media]:
    rows = Media.objects.filter(withheld_because="").order_by("pk")
    return rows.select_related("testimony", "victim", "derivative")


def make_copy(media: Media, *, by: User, tell: Tell = nobody) -> Copied:
    """Makes the copy that the desk's decisions ask for, unless it is there already.

    It is made without any lock, which may take an hour, and becomes the copy only if nothing was decided
    meanwhile that asks for another one.
    """
    if not by.has_perm(CHANGE):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    if found := copy_of(media):
        return Copied(found)
    silence, recipe = _asked_for(media)
    try:
        with workshop() as folder:
            made = _made(media, silence, folder / "copy", tell)
            with made.path.open("rb") as file:
                kept = copies().put(file)
        _prove(copies().path_of(kept.sha256), silence)
        return Copied(_put_in_place(media, made, kept, recipe, by=by), made.told)
    except Refusal as problem:
        raise Refused(problem.sentence) from problem


def _asked_for(media: Media) -> tuple[list[Stretch], str]:
    """What is to be silent, and the name of that decision."""
    try:
        return [Stretch(*each) for each in silences_of(media)], recipe_of(media)
    except CannotBeSilenced as problem:
        raise Refused(str(problem)) from problem


def _made(media: Media, silence: list[Stretch], to: Path, tell: Tell) -> Made:
    vault = originals()
    if not vault.holds(media.sha256):
        raise Refused(_("The original is not in the vault any more. Restore the vault from a backup."))
    path = vault.path_of(media.sha256)
    if media.kind in HEARD:
        sound = derive_sound(path, silence=silence, to=to, tell=tell)
        return Made(sound.path, sound.media_type, sound.duration_ms, sound.width, sound.height)
    picture = derive_picture(path)
    to.write_bytes(picture.data)
    return Made(to, picture.media_type, None, picture.width, picture.height, picture.told)


def _prove(path: Path, silence: list[Stretch]) -> None:
    """Looks at the copy that is kept, whoever made it: nothing heard or seen, nothing said beside."""
    leaks = bool(silence and (heard_in(path, silence) or seen_in(path, silence)))
    if leaks or set(metadata_words(path)) - EVERY_FILE_SAYS or form_of(path) not in FORMS:
        forget_copy(path.name)
        raise Refused(
            _("The copy still held something that it must not hold, and was thrown away. Do not publish this "
              "recording or picture; tell those who look after the archive.")
        )  # fmt: skip


def _put_in_place(media: Media, made: Made, kept: Kept, recipe: str, *, by: User) -> Derivative:
    try:
        with change(owner_of(media), by=by, why=_("Made the public copy.")) as owner:
            fresh = Media.objects.filter(pk=media.pk).first()
            if fresh is None or recipe_of(fresh) != recipe:
                raise Refused(
                    _("Something else was withheld while the copy was made, so it was thrown away. Make it "
                      "once more.")
                )  # fmt: skip
            hold_vaults()
            if not copies().holds(kept.sha256):
                raise Refused(_("The copy went away while it was noted. Make it once more."))
            copy = _row(fresh, made, kept, recipe)
            note(Deed.Act.COPY, owner, by=by, why=_("Made the public copy of %(it)s.") % {"it": fresh})
    except BaseException:
        forget_copy(kept.sha256)
        raise
    return copy


def _row(media: Media, made: Made, kept: Kept, recipe: str) -> Derivative:
    """The row of the new copy in place of an older one; the older one's where it is the very same."""
    old = Derivative.objects.filter(media=media).first()
    if old and (old.recipe, old.sha256) == (recipe, kept.sha256):
        return old
    if old:
        old.delete()
        transaction.on_commit(lambda: forget_copy(old.sha256))
    return Derivative.objects.create(
        media=media,
        name=f"{secrets.token_hex(NAME_BYTES)}.{EXTENSIONS[made.media_type]}",
        recipe=recipe,
        media_type=made.media_type,
        size=kept.size,
        sha256=kept.sha256,
        duration_ms=made.duration_ms,
        width=made.width,
        height=made.height,
    )


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder of our own beside the vaults, for what is being made: it may hold what is withheld."""
    making = settings.VAULT / "making"
    making.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=making, prefix="copy-") as folder:
        yield Path(folder)
