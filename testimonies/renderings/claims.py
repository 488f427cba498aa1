"""What testimonies add to a claim: whom it is about, and the limits of the testimony it is made in."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from archive.desk.renderers import extends
from archive.edition.models import Record
from archive.edition.rendering import MayNotBePublic, Rendering
from events.models import Claim
from events.renderings.parts import to
from testimonies.models import ClaimSubject
from testimonies.renderings.testimonies import never_of


@extends(Claim)
def about_whom(claim: Claim, rendering: Rendering) -> Rendering:
    """A claim drawn from a testimony is public only while the testimony is, and in no more ways."""
    subject = ClaimSubject.objects.filter(claim=claim).select_related("victim", "group", "testimony").first()
    if subject is None:
        return rendering
    whole = replace(
        rendering,
        links=(
            *rendering.links,
            *to("victim", subject.victim),
            *to("victim_group", subject.group),
            *to("testimony", subject.testimony),
        ),
    )
    if subject.testimony is None:
        return whole
    public = Record.objects.open().filter(pk=subject.testimony.identifier).first()
    if public is None:
        raise MayNotBePublic(
            _("It is drawn from a testimony that is not public: publish that first."), would_be=whole
        )
    never = never_of(subject.testimony, subject.testimony.consent)
    return replace(whole, closes_at=public.closes_at, outputs=tuple(public.outputs), never=never)
