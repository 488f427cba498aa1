"""The API's description of itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from archive.api import problems
from archive.api.answering import ApiView, answer_by_content
from archive.api.schema.document import as_json, as_yaml
from archive.api.schema.operations import FileSchema


class SchemaFile(ApiView):
    """The OpenAPI document, as JSON or, with `format=yaml`, as YAML."""

    schema = FileSchema()
    parameters = ("format",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        wanted = request.GET.get("format", "json")
        if wanted == "json":
            return answer_by_content(request, as_json(), content_type="application/vnd.oai.openapi+json")
        if wanted == "yaml":
            return answer_by_content(request, as_yaml(), content_type="application/vnd.oai.openapi")
        raise problems.bad_parameter(
            "unknown_value", "format", "“format” is json or yaml.", allowed=["json", "yaml"]
        )
