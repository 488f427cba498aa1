"""The parameters of a list, described for the schema from the same filters that read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django_filters import Filter
from drf_spectacular.utils import OpenApiExample, OpenApiParameter

from archive.api import asking, fields
from archive.api.filters import filters_of
from archive.api.schema.examples import CALLED
from archive.edition.shapes import Role, Shape

SEVERAL = "Commas: any of these. Given again: all of these."
IDENTIFIER = OpenApiParameter(
    "identifier",
    {"type": "string", "minLength": 11},
    OpenApiParameter.PATH,
    description="Permanent identifier: eleven signs, the last a check sign. Sloppy spellings "
    "(lower case, O for 0, hyphens) lead to the right address.",
)


def parameters_of(shape: type[Shape]) -> list[OpenApiParameter]:
    """Every parameter of the list of one kind."""
    return [*described(filters_of(shape).base_filters, shape.roles), *paging(ordered=shape.dated)]


def described(filters: Mapping[str, Filter], roles: Mapping[str, Role]) -> Iterator[OpenApiParameter]:
    """These filters; an identifier's example is one of the kind that its role leads to."""
    for name, declared in filters.items():
        field = declared.field
        says, example = str(field.help_text), field.example
        if isinstance(field, fields.Identifiers | fields.OneIdentifier):
            example = CALLED[roles[name].to[0] if name in roles else name][0]
        if isinstance(field, fields.OneOrMore):
            several = {"type": "array", "items": field.schema, "minItems": 1, "maxItems": fields.MOST_VALUES}
            together = "" if "Commas" in says else f" {SEVERAL}"
            yield _parameter(name, several, f"{says}{together}", [example], explode=False, style="form")
        else:
            required = isinstance(field, fields.OneIdentifier)
            yield _parameter(name, field.schema, says, example, required=required)


def paging(*, ordered: bool) -> Iterator[OpenApiParameter]:
    """The parameters of every list; those with dates can be turned round."""
    if ordered:
        orders = {"type": "string", "enum": [asking.NEWEST, asking.OLDEST], "default": asking.NEWEST}
        says = "By date. Records without a date come last in “newest” and first in “oldest”."
        yield _parameter("order", orders, says)
    sizes = {"type": "integer", "minimum": 1, "maximum": asking.MOST, "default": asking.USUAL}
    yield _parameter("limit", sizes, "How many on a page.")
    yield _parameter("after", {"type": "string"}, "Cursor of a page: follow `next`, do not make your own.")
    yield _parameter(
        "count",
        {"type": "string", "enum": ["0", "1"], "default": "0"},
        "1: say how many there are, counted up to 1000 (`count`, `count_is_exact`).",
    )


def _parameter(
    name: str, schema: dict[str, Any], says: str, example: Any = None, **more: Any
) -> OpenApiParameter:
    examples = [OpenApiExample(name, value=example)] if example else []
    return OpenApiParameter(name, schema, description=says, examples=examples, **more)
