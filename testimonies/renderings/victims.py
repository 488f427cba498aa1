"""The public form of victims and groups."""

from __future__ import annotations

from archive.desk.renderers import renders
from archive.edition.rendering import LinkTo, Rendering
from events.renderings.parts import names_of, own, to
from testimonies.models import Victim, VictimGroup
from testimonies.renderings.media import files_of, media_of


@renders(VictimGroup)
def group(group: VictimGroup) -> Rendering:
    return Rendering(
        kind=VictimGroup.kind,
        document=own(group)
        | {"names": group.names, "description": group.description, "as_stated": group.as_stated},
        links=(
            *to("event", *group.events.order_by("pk")),
            *to("place", *group.places.order_by("pk")),
            *to("part_of", group.part_of),
            *to("topic", *group.topics.order_by("pk")),
        ),
    )


@renders(Victim)
def victim(victim: Victim) -> Rendering:
    own_picture = victim.portrait if victim.portrait and victim.portrait.victim_id == victim.pk else None
    portrait = media_of(own_picture) if own_picture else None
    return Rendering(
        kind=Victim.kind,
        document=own(victim)
        | {
            "names": names_of(victim.names.all()),
            "description": victim.description,
            "years": sorted(victim.years),
            "portrait": portrait,
        },
        links=(
            *to("place", *victim.places.order_by("pk")),
            *to("event", *victim.events.order_by("pk")),
            *to("victim_group", *victim.groups.order_by("pk")),
            *(
                LinkTo("relation", each.other.identifier, {"relation": each.relation})
                for each in victim.relations.select_related("other")
            ),
            *to("topic", *victim.topics.order_by("pk")),
        ),
        files=files_of(portrait),
    )
