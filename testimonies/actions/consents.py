"""Noting what a narrator agreed to, changed or took back."""

from __future__ import annotations

from typing import Any, BinaryIO

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.media.refusals import Refusal
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions.changing import noted
from testimonies.actions.media import Original, hold_original
from testimonies.models import Consent, Testimony
from testimonies.vaults import originals

ADD = "testimonies.add_consent"
Decision = Consent.Decision


def note_consent(
    testimony: Testimony, *, by: User, seen: Consent | None, evidence: Original | None = None,
    why: str = "", **facts: Any,
) -> Consent:  # fmt: skip
    """Adds a consent, which is in force from now on. `seen` is the one that was in force when it was asked.

    What it no longer allows is gone from the public in the same transaction; what it allows for the first
    time waits until it is asked for and approved. Raises ValidationError where the facts do not fit.
    """
    if not by.has_perm(ADD):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    with change(testimony, by=by, why=why) as fresh:
        in_force = fresh.consent
        if in_force != seen:
            raise Refused(_("Somebody noted another consent meanwhile. Look at it, then note yours again."))
        if evidence:
            hold_original(evidence.sha256)
        consent = drafted(fresh, evidence=evidence, **facts)
        consent.noted_by = by.get_username()
        consent.full_clean(validate_unique=False)
        if told := against(consent, in_force):
            raise Refused(told)
        consent.save(force_insert=True)
        noted(Deed.Act.CONSENT, fresh, by=by, why=": ".join(filter(None, [str(consent), why])))
    return consent


def drafted(testimony: Testimony, *, evidence: Original | None = None, **facts: Any) -> Consent:
    """A consent as it would be noted; a withdrawal allows nothing."""
    if facts.get("decision") == Decision.WITHDRAWN:
        facts["uses"] = []
    return Consent(
        testimony=testimony,
        sample=testimony.sample,
        evidence_sha256=evidence.sha256 if evidence else "",
        evidence_name=evidence.name[:200] if evidence else "",
        **facts,
    )


def against(consent: Consent, in_force: Consent | None) -> str:
    """What speaks against noting a consent after the one in force; "" where nothing does."""
    if consent.given_on and consent.given_on > timezone.localdate():
        return _("The day on which it was given has not come yet: look at the date.")
    if consent.decision == Decision.GIVEN:
        if in_force and in_force.decision != Decision.WITHDRAWN:
            return _("A consent is in force already: note this one as changed.")
    elif in_force is None:
        return _("Nothing has been agreed to yet: note the first consent as given.")
    elif in_force.decision == Decision.WITHDRAWN:
        return _("The consent is withdrawn: what is agreed to anew is noted as given.")
    if consent.decision != Decision.WITHDRAWN and not consent.uses:
        return _("It allows no use. Tick at least one; or note that the consent is withdrawn.")
    return ""


def take_out_evidence(consent: Consent, *, by: User) -> BinaryIO:
    """The file that proves a consent, given to somebody at the desk. It may name her: it is noted who."""
    if not by.has_perm(ADD):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    try:
        file = originals().open(consent.evidence_sha256)
    except (Refusal, ValueError) as problem:
        raise Refused(_("The evidence is not in the vault. Restore the vault from a backup.")) from problem
    noted(
        Deed.Act.TAKE_OUT,
        consent.testimony,
        by=by,
        why=_("Evidence of the consent: %(it)s") % {"it": consent},
    )
    return file
