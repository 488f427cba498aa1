"""Changing keys: everything that was sealed is sealed anew, for other keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from archive.core.sealing import PublicKey
from archive.core.sealing.opening import CannotOpen, PrivateKey
from testimonies.models import SealedIdentity
from testimonies.sealing.opening import may_open
from testimonies.sealing.openings import ALL, note_opening


@dataclass
class Rotation:
    """What came of it: how many boxes are sealed for the new keys, and which are not and why."""

    of: int
    resealed: int = 0
    before: int = 0  # were sealed for the new keys already
    failed: dict[int, str] = field(default_factory=dict)

    @property
    def done(self) -> int:
        return self.resealed + self.before + len(self.failed)


def left_to_rotate(to: Sequence[PublicKey]) -> int:
    """How many boxes are sealed for other keys than these."""
    wanted = _fingerprints(to)
    return sum(
        set(keys) != wanted for keys in SealedIdentity.objects.values_list("keys", flat=True).iterator()
    )


@sensitive_variables("key")
def rotate(
    *, key: PrivateKey, to: Sequence[PublicKey], by: User, why: str, tell: Callable[[Rotation], None]
) -> Rotation:
    """Seals every identity anew for these keys, each in a transaction of its own, and shows none.

    May be interrupted and repeated: what is sealed for the new keys already is left alone, and what this
    key does not open stays as it was and is told.
    """
    may_open(by, why=why)
    told = f"{why.strip()} (sealed anew for {', '.join(sorted(_fingerprints(to)))}; shown to nobody)"
    note_opening(narrator=ALL, by=by, why=told, key=key.public)
    rows = list(SealedIdentity.objects.order_by("pk").values_list("pk", flat=True))
    came_of_it = Rotation(of=len(rows))
    for pk in rows:
        try:
            changed = _reseal(pk, key=key, to=to)
        except CannotOpen as reason:
            came_of_it.failed[pk] = str(reason)
        else:
            came_of_it.resealed += changed
            came_of_it.before += not changed
        tell(came_of_it)
    return came_of_it


@transaction.atomic
def _reseal(pk: int, *, key: PrivateKey, to: Sequence[PublicKey]) -> bool:
    row = SealedIdentity.objects.select_for_update().filter(pk=pk).first()
    if row is None or set(row.keys) == _fingerprints(to):  # gone meanwhile, or done before
        return False
    row.sealed = key.resealed(row.sealed, to)
    row.keys = sorted(row.sealed["keys"])
    row.save(update_fields=["sealed", "keys"])
    return True


def failures(rotation: Rotation) -> Iterator[str]:
    """What stayed as it was, a line each, by the narrator's identifier."""
    narrators = SealedIdentity.objects.filter(pk__in=rotation.failed).select_related("narrator")
    for row in narrators.order_by("pk"):
        yield f"{row.narrator.identifier}: {rotation.failed[row.pk]}"


def _fingerprints(keys: Sequence[PublicKey]) -> set[str]:
    return {key.fingerprint for key in keys}
