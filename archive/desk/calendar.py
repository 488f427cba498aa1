"""What happens on a day with nobody acting: embargoes that end open, what has closed is withdrawn.

Late is safe: until it runs an embargo stays shut, and what has closed is shown to nobody anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.core.languages import in_language
from archive.desk.checks import findings_of
from archive.desk.models import Deed, Difference, Opening
from archive.desk.renderers import locked, rendering_or_none
from archive.desk.review import Refused, desk_record
from archive.edition import actions as edition
from archive.edition import ledger
from archive.edition.models import Record
from archive.edition.published import published_rendering
from archive.edition.rendering import Rendering

CALENDAR = "(calendar)"  # who, where nobody acted


def keep_dates() -> Iterator[str]:
    """Does all that is due; a sentence for each record. Each is a transaction of its own."""
    now = timezone.now()
    for identifier in Opening.objects.filter(opens_at__lte=now).values_list("pk", flat=True):
        yield _open(identifier)
    closed = Record.objects.filter(closes_at__lte=now).order_by("closes_at", "pk")
    for kind, identifier in closed.values_list("kind", "pk"):
        yield _close(kind, identifier)


@transaction.atomic
def _open(identifier: str) -> str:
    """Publishes what was approved under an embargo, if it still is what was approved."""
    opening = Opening.objects.filter(pk=identifier).first()
    if opening is None:
        return _("%(identifier)s was taken back meanwhile.") % {"identifier": identifier}
    try:
        record = locked(desk_record(opening.kind, identifier))
    except Refused as why:
        opening.delete()
        return f"{identifier}: {why}"
    ledger.lock()
    opening = Opening.objects.filter(pk=identifier).first()
    if opening is None:
        return _("%(identifier)s was taken back meanwhile.") % {"identifier": identifier}
    rendering = rendering_or_none(record)
    if rendering is None or rendering.fingerprint != opening.digest:
        opening.delete()
        return _("%(identifier)s has changed since it was approved: ask for it again.") % {
            "identifier": identifier
        }
    if stop := next((each for each in findings_of(record, rendering) if each.stops), None):
        return _("%(identifier)s stays shut: %(what)s") % {"identifier": identifier, "what": stop.what}
    edition.publish(rendering)
    opening.delete()
    _note(Deed.Act.PUBLISH, rendering, who=opening.approved_by, why=_("The embargo has ended."))
    return _("%(identifier)s is public from now on.") % {"identifier": identifier}


@transaction.atomic
def _close(kind: str, identifier: str) -> str:
    """Withdraws what has closed: readers have not seen it since; now its bytes go too."""
    ledger.lock()
    public = published_rendering(identifier)
    if public is None or public.closes_at is None or public.closes_at > timezone.now():
        return _("%(identifier)s is not due any more.") % {"identifier": identifier}
    edition.withdraw(identifier)
    Difference.objects.filter(pk=identifier).delete()
    _note(Deed.Act.WITHDRAW, public, who=CALENDAR, why=_("The consent has ended."))
    return _("%(kind)s %(identifier)s is withdrawn: its consent has ended.") % {
        "kind": kind,
        "identifier": identifier,
    }


def _note(act: Deed.Act, rendering: Rendering, *, who: str, why: str) -> None:
    Deed.objects.create(
        act=act, who=who, why=why, kind=rendering.kind, identifier=rendering.identifier,
        title=in_language(rendering.title, "en")[0][:200],
    )  # fmt: skip
