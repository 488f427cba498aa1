"""What a consent would change for readers, told before it is noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.core.canonical import canonical, sha256
from archive.core.languages import in_language
from archive.desk.models import Opening
from archive.edition.models import Record
from archive.edition.published import published_rendering
from archive.edition.rendering import Rendering
from archive.edition.vocabulary import NameUse
from testimonies.models import Consent, Testimony
from testimonies.renderings.testimonies import NAME_ORDER, public_name, reason_against

Use = Consent.Use


@dataclass(frozen=True)
class Effects:
    """What goes at once, and what waits until it is asked for and approved."""

    gone: tuple[str, ...]
    waits: tuple[str, ...]

    @property
    def key(self) -> str:
        """Names these effects, so that nobody notes a consent with others than were shown."""
        return sha256(canonical([list(self.gone), list(self.waits)]))[:16]


def effects_of(testimony: Testimony, consent: Consent) -> Effects:
    """What would change if this consent were noted now."""
    public = published_rendering(testimony.identifier)
    opening = Opening.objects.filter(pk=testimony.identifier).first()
    if public is None:
        gone = [_taken_back(opening)] if opening and _unlike(testimony, consent) else []
        return Effects(tuple(gone), tuple(_when_drafted(consent)))
    if reason_against(consent) or _later(consent.opens_at):
        return Effects(tuple(_everything(testimony)), tuple(_when_drafted(consent)))
    return Effects(tuple(_gone(testimony, consent, public)), tuple(_waiting(testimony, consent, public)))


def _taken_back(opening: Opening) -> str:
    told = _("It is approved and would open on %(day)s: that approval is taken back. Ask again.")
    return told % {"day": _day(opening.opens_at)}


def _unlike(testimony: Testimony, consent: Consent) -> bool:
    """Whether a consent allows anything else than the one in force, so that an approval no longer fits."""
    now = testimony.consent
    said = ("outputs", "reuse", "opens_at", "closes_at", "name_use")
    if now is None or reason_against(consent) or any(getattr(now, e) != getattr(consent, e) for e in said):
        return True
    return (Use.RECORDING in now.uses) != (Use.RECORDING in consent.uses)


def _everything(testimony: Testimony) -> Iterator[str]:
    yield _(
        "Readers can no longer see it, from this moment on: not on the pages, not in the API, not in search, "
        "counts or links, not in files to take away that are made from now on."
    )
    subjects = testimony.claim_subjects.values_list("claim__identifier", flat=True)
    if drawn := Record.objects.filter(pk__in=subjects).count():
        yield ngettext(
            "One claim that is drawn from it goes with it.",
            "%(count)s claims that are drawn from it go with it.", drawn,
        ) % {"count": drawn}  # fmt: skip
    yield _("What others have copied or downloaded before, they still have.")


def _when_drafted(consent: Consent) -> Iterator[str]:
    if reason_against(consent):
        return
    if _later(consent.opens_at):
        yield _("Asked for and approved, it opens on %(day)s.") % {"day": _day(consent.opens_at)}
    else:
        yield _("It becomes public only when it is asked for and somebody else has approved it.")


LOST = {
    Use.WEB: gettext_lazy("The pages of this archive will no longer show it."),
    Use.API: gettext_lazy("The API will no longer show it."),
    Use.DUMPS: gettext_lazy("Files to take away that are made from now on will no longer hold it."),
}
WON = {
    Use.WEB: gettext_lazy("The pages of this archive may show it."),
    Use.API: gettext_lazy("The API may show it."),
    Use.DUMPS: gettext_lazy("Files to take away may hold it."),
}


def _gone(testimony: Testimony, consent: Consent, public: Rendering) -> Iterator[str]:
    yield from (str(LOST[Use(each)]) for each in public.outputs if each not in consent.outputs)
    if public.document["media"] and Use.RECORDING not in consent.uses:
        yield _("Nobody will hear or see its recordings and pictures any more.")
    if _less_named(testimony, consent, public):
        yield _("It will no longer stand under the name “%(name)s”.") % {
            "name": in_language(public.document["narrator"], "en")[0]
        }
    if consent.closes_at and (public.closes_at is None or consent.closes_at < public.closes_at):
        yield _("It closes by itself on %(day)s.") % {"day": _day(consent.closes_at)}
    if lost := [each for each in public.document["reuse"] if each not in consent.reuse]:
        uses = ", ".join(str(Use(each).label) for each in lost)
        yield _("Readers are no longer told that it may be given out for: %(uses)s.") % {"uses": uses}


def _waiting(testimony: Testimony, consent: Consent, public: Rendering) -> Iterator[str]:
    yield from (str(WON[Use(each)]) for each in consent.outputs if each not in public.outputs)
    if Use.RECORDING in consent.uses and not public.document["media"] and testimony.media.exists():
        yield _("Its recordings and pictures may be heard and seen.")
    if public.closes_at and (consent.closes_at is None or consent.closes_at > public.closes_at):
        told = _("It stays open longer: until %(day)s.") % {"day": _day(consent.closes_at)}
        yield told if consent.closes_at else _("It stays open without an end.")
    if _rank(public_name(testimony, consent)[0]) > _rank(public.document["name_use"]):
        yield _("It may stand under another name.")
    if won := [each for each in consent.reuse if each not in public.document["reuse"]]:
        uses = ", ".join(str(Use(each).label) for each in won)
        yield _("Readers may be told that it may be given out for: %(uses)s.") % {"uses": uses}


def _less_named(testimony: Testimony, consent: Consent, public: Rendering) -> bool:
    return _rank(public_name(testimony, consent)[0]) < _rank(public.document["name_use"])


def _rank(name_use: str) -> int:
    return NAME_ORDER.index(NameUse(name_use))


def _later(moment: Any) -> bool:
    return moment is not None and moment > timezone.now()


def _day(moment: Any) -> str:
    return formats.date_format(moment, "j F Y") if moment else ""
