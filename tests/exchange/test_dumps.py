"""Dumps: whole, streamed, as the API answers; only what somebody agreed to give away."""

import csv
import io
import json

import pytest
from django.test import Client

from archive.edition.models import Record
from archive.edition.shapes import SHAPES
from archive.exchange import dumps
from archive.exchange.tables import Table
from tests.universe import Universe, person
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def sent(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, response
    return b"".join(response.streaming_content).decode()


def test_every_line_is_the_answer_of_the_api(world: Universe):
    lines = sent("/dump.ndjson").splitlines()
    assert lines == list(Record.in_dumps.order_by("id").answers(whole=True))
    assert len(lines) > 10
    assert all(json.loads(each)["id"] for each in lines)


def test_pieces_follow_each_other_without_gap_or_doubling(world: Universe, monkeypatch: pytest.MonkeyPatch):
    world.publish(*(person(f"Number {number:02}") for number in range(7)))
    monkeypatch.setattr(dumps, "PIECE", 3)
    held = [json.loads(each)["id"] for each in sent("/people/dump.ndjson").splitlines()]
    assert held == sorted(Record.in_dumps.of_kind("person").values_list("id", flat=True))


def test_what_is_withdrawn_while_a_dump_runs_is_in_no_later_piece(
    world: Universe, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dumps, "PIECE", 1)
    pieces = dumps.as_lines(Record.in_dumps.of_kind("claim"))
    next(pieces)
    Record.objects.of_kind("claim").delete()
    assert list(pieces) == []


def test_a_dump_is_narrowed_as_its_list(world: Universe):
    event = world.hearing.identifier
    held = {json.loads(each)["id"] for each in sent(f"/claims/dump.ndjson?event={event}").splitlines()}
    assert held == {world.figure.identifier, world.other_figure.identifier}


def test_what_is_agreed_for_pages_or_programs_only_is_in_no_dump(told: Told):
    every = sent("/dump.ndjson") + sent("/testimonies/dump.csv")
    agreed = set(Record.in_dumps.values_list("id", flat=True))
    for record in Record.public.exclude(id__in=agreed):
        assert record.pk not in every
    assert set(Record.public.values_list("id", flat=True)) - agreed


@pytest.mark.parametrize("kind", list(SHAPES))
def test_a_table_has_a_line_for_each_record_and_a_column_for_each_fact(kind: str, told: Told):
    text = sent(f"/{SHAPES[kind].plural}/dump.csv")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == sorted(Record.in_dumps.of_kind(kind).values_list("id", flat=True))
    table = Table(SHAPES[kind])
    for answer in Record.in_dumps.of_kind(kind).answers(whole=True):
        assert set(table.row(answer)) <= set(table.columns)  # nothing is left out for want of a column


def test_a_spreadsheet_runs_nothing(world: Universe):
    world.publish(person('=HYPERLINK("http://elsewhere.example")'))
    text = sent("/people/dump.csv")
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
    assert any("=HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_table_of_everything_is_refused_with_what_to_do(world: Universe):
    response = Client().get("/dump.csv")
    assert response.status_code == 404
    assert "/events/dump.csv" in response.json()["error"]["message"]


def test_head_tells_the_name_and_sends_nothing(world: Universe):
    response = Client().head("/events/dump.csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="events.csv"'
    assert b"".join(response.streaming_content) == b""
