"""What a published record of each kind looks like: declared once, read by everybody.

The desk fills these shapes when it publishes; the API's schema and the pages read them.
"""

from archive.edition.shapes.base import Document, Part, Role, Shape, walk
from archive.edition.shapes.evidence import ClaimShape, DemandShape, SourceShape, StatementShape
from archive.edition.shapes.subjects import (
    EventShape,
    OrganisationShape,
    PersonShape,
    PlaceShape,
    TopicShape,
)
from archive.edition.shapes.testimonies import TestimonyShape
from archive.edition.shapes.victims import VictimGroupShape, VictimShape

SHAPES: dict[str, type[Shape]] = {
    shape.kind: shape
    for shape in (
        EventShape,
        PersonShape,
        OrganisationShape,
        PlaceShape,
        StatementShape,
        ClaimShape,
        DemandShape,
        SourceShape,
        TopicShape,
        TestimonyShape,
        VictimShape,
        VictimGroupShape,
    )
}
KIND_OF_PLURAL = {shape.plural: shape.kind for shape in SHAPES.values()}

__all__ = ["KIND_OF_PLURAL", "SHAPES", "Document", "Part", "Role", "Shape", "walk"]
