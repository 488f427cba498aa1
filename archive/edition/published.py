"""What is public now, as the desk sees it."""

from archive.edition.models import Link, Record
from archive.edition.rendering import LinkTo, Rendering


def published_rendering(identifier: str) -> Rendering | None:
    """The rendering of a record that is public now; None where it is not public."""
    record = Record.objects.filter(pk=identifier).first()
    if record is None:
        return None
    links = Link.objects.filter(source=record).order_by("position")
    return Rendering(
        kind=record.kind,
        document=record.facts,
        links=tuple(LinkTo(link.role, link.target, link.note) for link in links),
        closes_at=record.closes_at,
        outputs=tuple(record.outputs),
    )


def leading_to(identifier: str) -> list[tuple[str, str]]:
    """Kind and identifier of every public record with a link to this one."""
    links = Link.objects.filter(target=identifier).order_by("source_id")
    return list(links.values_list("source__kind", "source_id").distinct())
