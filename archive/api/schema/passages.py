"""How the addresses of passages are described."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from django_filters import Filter
from drf_spectacular.utils import OpenApiExample, OpenApiResponse

from archive.api.schema import answers
from archive.api.schema.examples import passage_example
from archive.api.schema.operations import UNCHANGED, ReadSchema, problems
from archive.api.schema.parameters import IDENTIFIER, described, paging

SAYS = (
    "The turns of one testimony. Where something is withheld, a mark "
    "stands that does not tell how long it was. Warnings are of two kinds: the passage’s own, and those of "
    "the whole testimony; read both before you show it to anybody."
)


@cache
def passage_page() -> type[answers.Part]:
    """A page of passages."""
    return answers.page_with(answers.Passage, "Passage", "passages")


class PassageListSchema(ReadSchema):
    operation_id, summary, tag = "listPassages", "List the passages of a testimony", "passages"

    def __init__(self, filters: Mapping[str, Filter]):
        super().__init__()
        self.filters = filters

    def get_description(self) -> str:  # type: ignore[override]
        return (
            f"{SAYS}\n\nAll pages are of one version: where the testimony is published anew while you read, "
            "`after` answers 400 `stale_cursor`, and you begin again."
        )

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), *described(self.filters, {}), *paging(ordered=False)]

    def get_response_serializers(self) -> Any:
        example = {"results": [passage_example()], "next": None}
        page = OpenApiResponse(
            passage_page(),
            description="A page of passages.",
            examples=[OpenApiExample("passages", value=example)],
        )
        return {200: page, 304: UNCHANGED, **problems(400, 404, 410, 429)}


class PassageSchema(ReadSchema):
    operation_id, summary, tag = "readPassage", "Read one passage", "passages"

    def get_description(self) -> str:  # type: ignore[override]
        return f"{SAYS}\n\nA passage that is public no more answers 404."

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), IDENTIFIER]

    def get_response_serializers(self) -> Any:
        passage = OpenApiResponse(
            answers.Passage,
            description="The passage.",
            examples=[OpenApiExample("passage", value=passage_example())],
        )
        moved = OpenApiResponse(description="The identifier is written otherwise: follow `Location`.")
        return {200: passage, 304: UNCHANGED, 308: moved, **problems(400, 404, 410, 429)}
