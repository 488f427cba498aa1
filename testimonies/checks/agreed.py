"""The second check: everything that would become public is what the narrator agreed to, and as long.

It reads the consent by itself and trusts nothing that the rendering did with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from archive.desk.checks import Finding, checks
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import NameUse, Output
from testimonies.models import Consent, Testimony

MORE_THAN = {NameUse.WITNESS: (NameUse.PSEUDONYM, NameUse.REAL), NameUse.PSEUDONYM: (NameUse.REAL,)}


@checks(Testimony)
def of_testimony(testimony: Testimony, rendering: Rendering) -> Iterator[Finding]:
    consent = testimony.consents.order_by("-pk").first()
    if consent is None or consent.decision == Consent.Decision.WITHDRAWN:
        yield _stop(_("consent"), _("There is no consent in force."))
        return
    for output in rendering.outputs:
        if output not in consent.uses:
            yield _stop(_("outputs"), _("“%(way)s” was not agreed to.") % {"way": Output(output).label})
    if consent.closes_at and (rendering.closes_at is None or rendering.closes_at > consent.closes_at):
        yield _stop(_("end"), _("It would be public longer than agreed."))
    if consent.opens_at and (rendering.opens_at is None or rendering.opens_at < consent.opens_at):
        yield _stop(_("embargo"), _("It would be public earlier than agreed."))
    if rendering.document["name_use"] in MORE_THAN.get(NameUse(consent.name_use), ()):
        yield _stop(_("name"), _("The narrator did not agree to be named so."))
    if rendering.document["media"] and Consent.Use.RECORDING not in consent.uses:
        yield _stop(_("recording"), _("The narrator did not agree to voice and picture."))
    yield from _asked(testimony, consent)
    yield Finding(check=_("Consent"), where=_("in force"), what=in_words(consent), stops=False, asks=False)


def _asked(testimony: Testimony, consent: Consent) -> Iterator[Finding]:
    if not consent.evidence_sha256:
        yield _ask(_("evidence"), _("No evidence of the consent is kept. How is it certain?"))
    if consent.explained_in.split("-")[0] != testimony.narrator.language.split("-")[0]:
        told = _("It was explained in “%(said)s”; the narrator’s language is “%(own)s”. Was it understood?")
        yield _ask(_("language"), told % {"said": consent.explained_in, "own": testimony.narrator.language})


def in_words(consent: Consent) -> str:
    """What is agreed to, for whom, from when until when."""
    uses = ", ".join(str(Consent.Use(each).label) for each in consent.uses)
    told = [_("Agreed to: %(uses)s.") % {"uses": uses or "—"}]
    told.append(_("Under: %(name)s.") % {"name": consent.get_name_use_display()})
    if consent.embargo_until:
        told.append(_("Not before %(day)s.") % {"day": consent.embargo_until})
    told.append(_("Until %(day)s.") % {"day": consent.ends_on} if consent.ends_on else _("No end is set."))
    return " ".join(told)


def _stop(where: str, what: str) -> Finding:
    return Finding(check=_("Consent"), where=where, what=what, stops=True)


def _ask(where: str, what: str) -> Finding:
    return Finding(check=_("Consent"), where=where, what=what, stops=False)
