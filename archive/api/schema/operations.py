"""How drf-spectacular describes the addresses of the API: everything comes from the shapes."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse

from archive.api.filters import in_words
from archive.api.schema import answers
from archive.api.schema.answers import pascal
from archive.api.schema.examples import example_of, page_example, problem_example
from archive.api.schema.parameters import IDENTIFIER, parameters_of
from archive.edition.shapes import Shape

UNCHANGED = OpenApiResponse(description="Nothing has changed since the ETag of `If-None-Match`. No body.")
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", str, OpenApiParameter.HEADER, description="The ETag of the answer you hold."
)
ETAG = OpenApiParameter(
    "ETag", str, OpenApiParameter.HEADER, response=[200, 304], description="Send it back as `If-None-Match`."
)
WAIT = OpenApiParameter(
    "Retry-After", int, OpenApiParameter.HEADER, response=[429], description="Seconds to wait."
)
SAYS = {
    400: "A parameter cannot be read; the message says which and why. Nothing is ever ignored.",
    404: "There is nothing at this address.",
    410: "The record was public and has been withdrawn. Nothing else is said about it.",
    429: "Too many requests from one address. Wait as long as `Retry-After` says.",
}


def problems(*statuses: int) -> dict[int, OpenApiResponse]:
    """The troubles an address can answer with."""
    return {
        status: OpenApiResponse(
            answers.Problem,
            description=SAYS[status],
            examples=[OpenApiExample(f"{status}", value=problem_example(status))],
        )
        for status in statuses
    }


class ReadSchema(AutoSchema):
    """An address that is read: conditional, without login."""

    operation_id = ""
    summary = ""
    tag = "archive"

    def get_operation_id(self) -> str:
        return self.operation_id

    def get_summary(self) -> str:
        return self.summary

    def get_tags(self) -> list[str]:
        return [self.tag]

    def get_override_parameters(self) -> list[Any]:
        return [IF_NONE_MATCH, ETAG, WAIT]


class RootSchema(ReadSchema):
    operation_id, summary = "readContents", "What there is"

    def get_response_serializers(self) -> Any:
        return {200: answers.Contents, 304: UNCHANGED, **problems(400, 429)}


class FileSchema(ReadSchema):
    """This description itself."""

    operation_id, summary = "readSchema", "This description (OpenAPI)"

    def get_override_parameters(self) -> list[Any]:
        formats = {"type": "string", "enum": ["json", "yaml"], "default": "json"}
        return [*super().get_override_parameters(), OpenApiParameter("format", formats)]

    def get_response_serializers(self) -> Any:
        whole = OpenApiResponse(OpenApiTypes.OBJECT, description="An OpenAPI document.")
        return {
            (200, "application/vnd.oai.openapi+json"): whole,
            (200, "application/vnd.oai.openapi"): whole,
            304: UNCHANGED,
            **problems(400, 429),
        }


class KindSchema(ReadSchema):
    """An address of one kind of record."""

    @property
    def shape(self) -> type[Shape]:
        return self.view.shape  # type: ignore[attr-defined]

    def get_tags(self) -> list[str]:
        return [self.shape.plural]


class ListSchema(KindSchema):
    def get_operation_id(self) -> str:
        return f"list{pascal(self.shape.plural.replace('-', '_'))}"

    def get_summary(self) -> str:
        return f"List {self.shape.plural}"

    def get_description(self) -> str:  # type: ignore[override]
        order = "Newest first by date." if self.shape.dated else "By name."
        apart = ", ".join(self.shape.apart)
        without = f" Only a record's own answer holds: {apart}." if apart else ""
        return f"{self.shape.__doc__}\n\n{order} Filters narrow the list together: all must hold.{without}"

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), *parameters_of(self.shape)]

    def get_response_serializers(self) -> Any:
        page = OpenApiResponse(
            answers.page_of(self.shape),
            description=f"A page of {self.shape.plural}.",
            examples=[OpenApiExample(self.shape.plural, value=page_example(self.shape))],
        )
        return {200: page, 304: UNCHANGED, **problems(400, 429)}


class DetailSchema(KindSchema):
    def get_operation_id(self) -> str:
        return f"read{pascal(self.shape.kind)}"

    def get_summary(self) -> str:
        return f"Read one {in_words(self.shape.kind)}"

    def get_description(self) -> str:  # type: ignore[override]
        return self.shape.__doc__ or ""

    def get_override_parameters(self) -> list[Any]:
        return [*super().get_override_parameters(), IDENTIFIER]

    def get_response_serializers(self) -> Any:
        record = OpenApiResponse(
            answers.answer_of(self.shape),
            description=f"The {in_words(self.shape.kind)}.",
            examples=[OpenApiExample(self.shape.kind, value=example_of(self.shape))],
        )
        moved = OpenApiResponse(description="The identifier is written otherwise: follow `Location`.")
        return {200: record, 304: UNCHANGED, 308: moved, **problems(400, 404, 410, 429)}
