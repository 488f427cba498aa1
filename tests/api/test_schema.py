"""The OpenAPI document is valid, complete, and true of what is answered."""

from __future__ import annotations

import copy
from typing import Any

import orjson
import pytest
import yaml
from drf_spectacular.validation import validate_schema
from jsonschema import Draft202012Validator

from archive.api.asking import page_parameters
from archive.api.filters import filters_of
from archive.api.schema.answers import name_of
from archive.api.schema.document import document
from archive.api.schema.examples import document_of, example_of, page_example, passage_example
from archive.core.identifiers import read_identifier
from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from tests.api.conftest import Ask
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db
KINDS = sorted(SHAPES)


def strict(part: Any) -> Any:
    """The same schema, allowing no key that it does not name."""
    if isinstance(part, dict):
        part = {key: strict(value) for key, value in part.items()}
        if "properties" in part:
            part["additionalProperties"] = False
        return part
    return [strict(each) for each in part] if isinstance(part, list) else part


def check(answer: Any, component: str) -> None:
    """Raises where an answer is not what the document says."""
    schema = {
        "$ref": f"#/components/schemas/{component}",
        "components": strict(copy.deepcopy(document()["components"])),
    }
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(answer)


def test_the_document_is_valid_openapi():
    assert document()["openapi"].startswith("3.1")
    validate_schema(document())


def test_the_document_is_served_as_json_and_as_yaml(ask: Ask):
    as_json, as_yaml = ask("schema/"), ask("schema/", {"format": "yaml"})
    assert as_json.headers["Content-Type"] == "application/vnd.oai.openapi+json"
    assert orjson.loads(as_json.content) == yaml.safe_load(as_yaml.content)
    assert ask("schema/", {"format": "xml"}).status_code == 400


def test_every_kind_has_its_two_addresses_and_every_operation_its_troubles():
    paths = document()["paths"]
    for shape in SHAPES.values():
        assert {f"/api/v1/{shape.plural}/", f"/api/v1/{shape.plural}/{{identifier}}/"} <= set(paths)
    assert {"/api/v1/passages/", "/api/v1/passages/{identifier}/"} <= set(paths)
    for path, operations in paths.items():
        assert set(operations) == {"get"}
        responses = set(operations["get"]["responses"])
        assert {"200", "304", "400", "429"} <= responses
        assert ("410" in responses) is ("identifier" in path or "passages" in path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_parameter_is_described_with_its_values_or_an_example(kind):
    shape = SHAPES[kind]
    described = {
        each["name"]: each
        for each in document()["paths"][f"/api/v1/{shape.plural}/"]["get"]["parameters"]
        if each["in"] == "query"
    }
    assert set(described) == {*filters_of(shape).base_filters, *page_parameters(shape)}
    for name, each in described.items():
        assert each["description"].endswith("."), name
        assert each["schema"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_is_true_of_its_shape_and_of_the_document(kind):
    shape = SHAPES[kind]
    shape.checked(document_of(shape))
    check(example_of(shape), name_of(shape))
    check(page_example(shape), f"{name_of(shape)}Page")
    assert read_identifier(document_of(shape)["id"]) == document_of(shape)["id"]


def test_the_examples_of_parameters_are_accepted(ask: Ask):
    for shape in SHAPES.values():
        for each in document()["paths"][f"/api/v1/{shape.plural}/"]["get"]["parameters"]:
            for example in each.get("examples", {}).values():
                value = example["value"]
                given = ",".join(value) if isinstance(value, list) else value
                assert ask(f"{shape.plural}/", {each["name"]: given}).status_code == 200, each["name"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_answers_are_what_the_document_says(told: Told, ask: Ask, kind):
    plural, name = SHAPES[kind].plural, name_of(SHAPES[kind])
    assert Record.in_api.of_kind(kind).exists()
    page = ask(f"{plural}/", {"count": 1}).json()
    check(page, f"{name}Page")
    for answer in page["results"]:
        check(ask(f"{plural}/{answer['id']}/").json(), name)


def test_the_passages_are_what_the_document_says(told: Told, ask: Ask):
    page = ask("passages/", {"testimony": told.account.identifier, "count": 1}).json()
    check(page, "PassagePage")
    for answer in page["results"]:
        check(ask(f"passages/{answer['id']}/").json(), "Passage")
    check(passage_example(), "Passage")


def test_a_list_of_testimonies_is_described_without_what_stands_apart():
    schemas = document()["components"]["schemas"]
    assert set(schemas["Testimony"]["properties"]) - set(schemas["TestimonyBrief"]["properties"]) == {
        "passages"
    }
    assert "without: passages" in schemas["TestimonyBrief"]["description"]
    assert "VictimBrief" not in schemas


def test_passages_cannot_be_asked_for_without_their_testimony():
    parameters = document()["paths"]["/api/v1/passages/"]["get"]["parameters"]
    described = {each["name"]: each for each in parameters if each["in"] == "query"}
    assert set(described) == {"testimony", "language", "warning", "turn", "limit", "after", "count"}
    assert [name for name, each in described.items() if each.get("required")] == ["testimony"]


@pytest.mark.parametrize(
    "path", ["nothing/", "events/?x=1", "events/AAAAAAAAAAA/", "people/{officer}/", "passages/"]
)
def test_the_troubles_are_what_the_document_says(world: Universe, ask: Ask, path):
    check(ask("/api/v1/" + path.format(officer=world.officer.identifier)).json(), "Problem")


def test_the_contents_are_what_the_document_says(ask: Ask):
    check(ask().json(), "Contents")
