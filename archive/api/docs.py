"""The documentation page: the OpenAPI document, written out for people.

Swagger UI needs JavaScript and looser rules for images; this page needs neither, can be
printed, and every example on it is a link that a reader can follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.translation import override

from archive.api.answering import ApiView, answer_by_content
from archive.api.filters import in_words
from archive.api.schema.answers import name_of
from archive.api.schema.document import SAYS, document
from archive.api.schema.examples import PROBLEMS, example_of, passage_example, problem_example
from archive.api.schema.operations import SAYS as STATUS_SAYS
from archive.api.schema.passages import SAYS as PASSAGES_SAY
from archive.api.schema.search import SAYS as SEARCH_SAYS
from archive.api.schema.search import found_example
from archive.api.views import ROOT, SEARCH, address_of
from archive.edition.shapes import SHAPES, Shape


class DocsPage(ApiView):
    """How a program reads this archive, for the person who writes it."""

    schema = None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        self.check_parameters(request)
        return answer_by_content(request, _page(), content_type="text/html; charset=utf-8")


@cache
def _page() -> str:
    statuses = [(status, STATUS_SAYS[status], _pretty(problem_example(status))) for status in PROBLEMS]
    context = {
        "name": settings.ARCHIVE_NAME,
        "root": f"{settings.ARCHIVE_URL}{ROOT}",
        "paragraphs": [line.replace("`", "") for line in _lines(SAYS)],
        "kinds": [*map(_kind, SHAPES.values()), _passages(), _search()],
        "statuses": statuses,
        "rate": settings.API_RATE,
    }
    with override("en"):
        return render_to_string("api/docs.html", context)


def _lines(text: str) -> Iterator[str]:
    """Paragraphs and points, each on a line of its own."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("- "):
            yield from (" ".join(point.split()) for point in paragraph.removeprefix("- ").split("\n- "))
        else:
            yield " ".join(paragraph.split())


def _kind(shape: type[Shape]) -> dict[str, Any]:
    section = _section(shape.plural, name_of(shape), example_of(shape), address_of(shape))
    return section | {
        "description": shape.__doc__,
        "order": "newest first" if shape.dated else "by name",
        "apart": ", ".join(shape.apart),
        "links": [
            {"name": name, "to": " or ".join(map(in_words, role.to)), "description": role.help}
            for name, role in shape.roles.items()
        ],
    }


def _passages() -> dict[str, Any]:
    """Passages are listed of one testimony, and the example's is not in this archive: nothing to follow."""
    return _section("passages", "Passage", passage_example()) | {
        "description": PASSAGES_SAY,
        "order": "in the order in which they were told",
        "links": [],
    }


def _search() -> dict[str, Any]:
    """The search has no records of its own: its results say what they are, and why they were found."""
    section = _section("search", "FoundPage", found_example(), f"{settings.ARCHIVE_URL}{SEARCH}")
    components = document()["components"]["schemas"]
    section["fields"] += [
        each | {"name": f"{before}.{each['name']}"}
        for before, name in (("results", "Found"), ("results.why", "Why"))
        for each in _fields(components[name])
    ]
    return section | {"description": SEARCH_SAYS, "alone": True, "followed": False, "links": []}


def _section(plural: str, component: str, example: dict[str, Any], tried_at: str = "") -> dict[str, Any]:
    path = f"{ROOT}{plural}/"
    parameters = document()["paths"][path]["get"]["parameters"]
    return {
        "name": plural,
        "address": f"{settings.ARCHIVE_URL}{path}",
        "followed": bool(tried_at),
        "parameters": [_parameter(tried_at, each) for each in parameters if each["in"] == "query"],
        "fields": list(_fields(document()["components"]["schemas"][component])),
        "example": _pretty(example),
    }


def _parameter(tried_at: str, parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    allowed = schema.get("items", schema).get("enum", [])
    examples: list[dict[str, Any]] = list(parameter.get("examples", {}).values())
    example = examples[0]["value"] if examples else None
    given = ",".join(example) if isinstance(example, list) else example
    tried = f"?{urlencode({parameter['name']: given})}" if given else ""
    return {
        "name": parameter["name"],
        "description": parameter["description"].split(" Commas:")[0].split(" One of:")[0].replace("`", ""),
        "required": parameter.get("required", False),
        "allowed": allowed,
        "usual": schema.get("default"),
        "example": tried,
        "href": f"{tried_at}{tried}" if tried and tried_at else "",
    }


def _fields(component: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name, schema in component["properties"].items():
        if name not in ("edition", "linked"):
            allowed = ", ".join(schema.get("enum", ()))
            says = allowed or schema.get("description", "")
            yield {"name": name, "type": _type(schema), "description": says}


def _type(schema: dict[str, Any]) -> str:
    if "oneOf" in schema:
        return " or ".join(_type(each) for each in schema["oneOf"])
    if "$ref" in schema:
        return _in_words(schema["$ref"].rsplit("/", 1)[-1].removesuffix("Shape"))
    kind = schema.get("type", "")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"list of {_type(schema['items'])}"
    if kind == "object" and schema.get("additionalProperties", {}).get("type") == "string":
        return "text by language"
    return {"string": "text", "object": "object"}.get(kind, str(kind))


def _in_words(name: str) -> str:
    """`PassageTranslation` as “passage translation”."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _pretty(value: Any) -> str:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
