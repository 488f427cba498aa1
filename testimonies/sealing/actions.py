"""The desk's verbs of sealing. Nothing here can open what it seals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from archive.core.sealing import seal
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import Narrator, ProtectedWord, SealedIdentity
from testimonies.sealing.identity import Identity, NotAnIdentity, to_bytes
from testimonies.sealing.keys import seal_keys
from testimonies.sealing.words import digests_of

ARCHIVE = "archive"  # stands for the identifier of a word that is nobody's in particular


@sensitive_variables("identity", "word")
def seal_identity(narrator: Narrator, *, identity: Identity, by: User) -> SealedIdentity:
    """Seals who a narrator is, and protects each name, number and address in it. Replaces an earlier one.

    What was protected before stays protected: somebody may know her by it.
    """
    _may(by, "testimonies.add_sealedidentity")
    try:
        identity = identity.checked()
    except NotAnIdentity as wrong:
        raise Refused(str(wrong)) from wrong
    with change(narrator, by=by, why=_("Sealed an identity.")) as narrator:
        sealed = seal(to_bytes(identity, narrator=narrator.identifier), seal_keys())
        row = SealedIdentity.objects.create(
            narrator=narrator, sealed=sealed, keys=sorted(sealed["keys"]), sealed_by=by.get_username()
        )
        for label, word in identity.protected():
            _protect(narrator, label=label, word=word, by=by)
        _note(Deed.Act.SEAL, narrator, by=by)
    return row


@sensitive_variables("word")
def protect_word(narrator: Narrator | None, *, label: str, word: str, by: User) -> ProtectedWord:
    """Protects a name or a word: no text of this narrator may hold it; of none, no testimony at all."""
    _may(by, "testimonies.add_protectedword")
    if not label.strip():
        raise Refused(_("Say what it is, such as “her sister”: the word itself cannot be read afterwards."))
    why = _("Protected a word: %(label)s") % {"label": label.strip()[:100]}
    with _changing(narrator, by=by, why=why) as narrator:
        row = _protect(narrator, label=label, word=word, by=by)
        _note(Deed.Act.SEAL, narrator, by=by, why=why)
    return row


def release_word(word: ProtectedWord, *, by: User, why: str) -> None:
    """Protects a word no longer, for a reason; nothing becomes public by it, that takes two as ever."""
    _may(by, "testimonies.delete_protectedword")
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the decision."))
    told = _("No longer protected, %(label)s: %(why)s") % {"label": word.label, "why": why.strip()}
    with _changing(word.narrator, by=by, why=told) as narrator:
        _note(Deed.Act.SHOW, narrator, by=by, why=told)
        word.delete()


def _changing(narrator: Narrator | None, *, by: User, why: str) -> AbstractContextManager[Narrator | None]:
    """A change of a narrator, or of what is protected for all."""
    return change(narrator, by=by, why=why) if narrator else _for_all()


@contextmanager
def _for_all() -> Iterator[None]:
    with transaction.atomic():
        yield


def _protect(narrator: Narrator | None, *, label: str, word: str, by: User) -> ProtectedWord:
    digests = digests_of(word)
    if not digests:
        raise Refused(_("“%(label)s” holds no name or number that could be looked for.") % {"label": label})
    row, _made = ProtectedWord.objects.get_or_create(
        narrator=narrator,
        digests=digests,
        defaults={"label": label.strip()[:100], "added_by": by.get_username()},
    )
    return row


def _may(user: User, permission: str) -> None:
    if not user.has_perm(permission):
        raise Refused(_("Your account may not do this. Ask an administrator."))


def _note(act: Deed.Act, narrator: Narrator | None, *, by: User, why: str = "") -> None:
    Deed.objects.create(
        act=act,
        who=by.get_username(),
        why=why,
        kind=narrator.kind if narrator else ARCHIVE,
        identifier=narrator.identifier if narrator else "",
        title=str(narrator)[:200] if narrator else _("Every testimony"),
    )
