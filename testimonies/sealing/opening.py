"""Opening a sealed identity: for whoever has the private key. Only `opening_page` loads this at the desk."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.core.sealing import PublicKey
from archive.core.sealing.opening import CannotOpen, PrivateKey, openable_with
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import Narrator, SealedIdentity
from testimonies.sealing.identity import NotAnIdentity, Opened, from_bytes
from testimonies.sealing.openings import note_opening

PERMISSION = "testimonies.open_identity"


def sealed_identity(narrator: Narrator, *, key: PublicKey) -> SealedIdentity:
    """The box in force, if this key opens it; raises Refused before anything is noted or asked."""
    row = SealedIdentity.objects.filter(narrator=narrator).order_by("-pk").first()
    if row is None:
        raise Refused(_("No identity of this narrator is sealed."))
    try:
        openable_with(row.sealed, key)
    except CannotOpen as reason:
        raise Refused(str(reason)) from reason
    return row


@sensitive_variables("key", "opened")
def open_identity(narrator: Narrator, *, key: PrivateKey, by: User, why: str) -> Opened:
    """Who a narrator is. That it is opened, by whom and why, is stored before it is.

    What is returned belongs on a screen: it is never stored and never logged.
    """
    may_open(by, why=why)
    row = sealed_identity(narrator, key=key.public)
    note_opening(narrator=narrator.identifier, by=by, why=why.strip(), key=key.public)
    Deed.objects.create(
        act=Deed.Act.OPEN,
        who=by.get_username(),
        why=why.strip(),
        kind=narrator.kind,
        identifier=narrator.identifier,
        title=str(narrator)[:200],
    )
    try:
        return from_bytes(key.opened(row.sealed))
    except (CannotOpen, NotAnIdentity) as reason:
        refusal = Refused(str(reason))
    raise refusal


def may_open(user: User, *, why: str) -> None:
    """Raises Refused where an account may not open identities, or gives no reason."""
    if not (user.is_active and user.has_perm(PERMISSION)):
        raise Refused(
            _("The account “%(name)s” may not open identities. Ask an administrator.")
            % {"name": user.get_username()}
        )
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the name of whoever opened it."))
