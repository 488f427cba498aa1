"""The public form of a testimony: what the consent in force allows, and nothing that is withheld."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from archive.core.words import folded
from archive.desk.renderers import renders
from archive.edition.rendering import EVERY_OUTPUT, MayNotBePublic, Rendering
from archive.edition.vocabulary import NameUse
from events.renderings.parts import date_of, own, to
from testimonies.models import Consent, Testimony
from testimonies.renderings.media import files_of, media_of
from testimonies.renderings.names import Renamed
from testimonies.renderings.passages import passages_of

Kept = Testimony.Kept
FORMER_NAMES = 20  # that are looked at
NAME_ORDER = (NameUse.WITNESS, NameUse.PSEUDONYM, NameUse.REAL)  # each says more than the one before


@renders(Testimony)
def testimony(testimony: Testimony) -> Rendering:
    consent = testimony.consent
    rendering = _rendering(testimony, consent)
    if why := reason_against(consent):
        raise MayNotBePublic(why, would_be=rendering)
    return rendering


def reason_against(consent: Consent | None) -> str:
    """Why nothing of a testimony may be public under this consent; "" where something may."""
    if consent is None:
        return _("Nobody has agreed to anything yet: note the narrator’s consent first.")
    if consent.decision == Consent.Decision.WITHDRAWN:
        return _("The narrator has withdrawn the consent.")
    if consent.audience != Consent.Audience.ANYBODY:
        return _("The narrator did not agree that anybody may see it.")
    if not consent.outputs:
        return _("The narrator agreed to no way in which it could be public.")
    return _("The consent has ended.") if consent.has_ended else ""


def _rendering(testimony: Testimony, consent: Consent | None) -> Rendering:
    renamed = Renamed.of(testimony)
    media = _media(testimony, consent)
    passages = passages_of(testimony, {each["id"] for each in media})
    name_use, name = public_name(testimony, consent)
    shows = set(Kept.values) - set(testimony.kept_back)
    return Rendering(
        kind=Testimony.kind,
        document=own(testimony)
        | {
            "title": renamed.texts(testimony.title),
            "summary": renamed.texts(testimony.summary),
            "name_use": name_use,
            "narrator": name,
            "interviewer": testimony.interviewer if Kept.INTERVIEWER in shows else "",
            "date": date_of(testimony) if Kept.DATE in shows else None,
            "language": testimony.language,
            "warnings": sorted(
                {*testimony.warnings, *(code for each in passages for code in each["warnings"])}
            ),
            "reuse": consent.reuse if consent else [],
            "media": media,
            "passages": passages,
        },
        links=(
            *to("given_at", testimony.given_at if Kept.PLACE in shows else None),
            *to("event", *testimony.events.order_by("pk")),
            *to("place", *testimony.places.order_by("pk")),
            *to("victim", *testimony.victims.order_by("pk")),
            *to("victim_group", *testimony.groups.order_by("pk")),
            *to("statement", *testimony.statements.order_by("pk")),
            *to("topic", *testimony.topics.order_by("pk")),
        ),
        opens_at=consent.opens_at if consent else None,
        closes_at=consent.closes_at if consent else None,
        outputs=consent.outputs if consent else EVERY_OUTPUT,
        never=never_of(testimony, consent),
        files=files_of(*media),
    )


def _media(testimony: Testimony, consent: Consent | None) -> list[dict[str, Any]]:
    """What may be heard and seen: only where the narrator agreed to voice and picture."""
    if consent is None or Consent.Use.RECORDING not in consent.uses:
        return []
    return [shown for each in testimony.media.select_related("derivative") if (shown := media_of(each))]


def public_name(testimony: Testimony, consent: Consent | None) -> tuple[str, dict[str, str]]:
    """Under which kind of name the narrator speaks, and that name: never more than was agreed to."""
    narrator = testimony.narrator
    allowed = consent.name_use if consent else NameUse.WITNESS
    if NAME_ORDER.index(NameUse(narrator.name_kind)) > NAME_ORDER.index(NameUse(allowed)):
        return NameUse.WITNESS, {}
    return narrator.name_kind, narrator.public_name


def never_of(testimony: Testimony, consent: Consent | None) -> frozenset[str]:
    """What no public text of a testimony, nor of what is drawn from it, may hold, not even an older one:
    the real names behind pseudonyms; and, of “a witness”, every public name the narrator once had."""
    names: set[str] = set()
    if public_name(testimony, consent)[0] == NameUse.WITNESS:
        narrator = testimony.narrator
        former = narrator.history.order_by("-pgh_id").values_list("public_name", flat=True)  # type: ignore[attr-defined]
        names = {text for each in [narrator.public_name, *former[:FORMER_NAMES]] for text in each.values()}
    return Renamed.of(testimony).never | frozenset(filter(None, map(folded, names)))
