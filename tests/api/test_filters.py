from collections.abc import Iterator
from datetime import date

import pytest
from rest_framework import serializers

from archive.api.asking import page_parameters
from archive.api.filters import NOT_FILTERS, SAYS, WITHOUT, filters_of
from archive.edition.models import Record
from archive.edition.shapes import SHAPES, Shape
from tests.api.conftest import Ask, ids, refusal
from tests.universe import Universe
from tests.witnesses import Told

pytestmark = pytest.mark.django_db


def facets_of(part: serializers.Serializer) -> Iterator[str]:
    """The names of all facets that stand in a shape, at any depth."""
    for field in part.fields.values():
        inner = getattr(field, "child", field)
        if isinstance(inner, serializers.Serializer):
            yield from facets_of(inner)
        yield from filter(None, {getattr(field, "facet", ""), getattr(inner, "facet", "")})


def test_every_role_and_every_facet_of_a_shape_is_a_filter_or_deliberately_none():
    for shape in SHAPES.values():
        names = set(filters_of(shape).base_filters)
        kinds = {kind for role in shape.roles.values() for kind in role.to}
        assert set(shape.roles) | kinds | {"q"} <= names
        assert set(facets_of(shape())) - NOT_FILTERS <= names
        assert not names & NOT_FILTERS
        assert ({"from", "to"} <= names) is shape.dated
        assert not names & set(page_parameters(shape))
    every = {name for shape in SHAPES.values() for name in filters_of(shape).base_filters}
    assert every >= set(SAYS) | {f"without_{name}" for name in WITHOUT}


def test_a_facet_in_a_field_that_nobody_thought_of_is_refused_at_once():
    class Weighed(serializers.IntegerField):
        facet = "weight"

    class Scales(Shape):
        grams = Weighed()

    with pytest.raises(TypeError, match="no filter is written for the facet “weight”"):
        filters_of(Scales)


def test_every_stored_facet_can_be_filtered_by(told: Told, ask: Ask):
    seen = set()
    for record in Record.in_api.all():
        for facet in record.facets:
            name, _, value = facet.partition(":")
            seen.add(name)
            if name not in NOT_FILTERS:
                assert record.pk in ids(ask(f"{SHAPES[record.kind].plural}/", {name: value})), facet
    assert {"warning", "year", "passage", "name_use", "language", "victim", "testimony"} <= seen


def test_a_file_is_no_filter(ask: Ask):
    error = refusal(ask("testimonies/", {"file": "a.opus"}))
    assert (error["code"], error["parameter"]) == ("unknown_filter", "file")


def test_a_role_that_shares_its_name_with_a_kind_says_what_it_finds():
    says = filters_of(SHAPES["testimony"]).base_filters["place"].field.help_text
    assert says == "Any link to this place. Its identifier."  # also where it was given
    says = filters_of(SHAPES["testimony"]).base_filters["victim_group"].field.help_text
    assert says == "The group of victims it speaks of. Identifier of a record: victim group."


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("statements/", {"speaker": "leyla"}),
        ("statements/", {"person": "leyla"}),
        ("statements/", {"source": "article", "topic": "graves", "event": "hearing"}),
        ("events/", {"appearance": "leyla", "host": "families", "place": "amaly"}),
        ("demands/", {"maker": "leyla", "addressee": "ministry"}),
        ("claims/", {"asserter": "leyla", "statement": "quote"}),
    ],
)
def test_links_are_filters_by_role_and_by_kind(world: Universe, ask: Ask, path, query):
    given = {name: getattr(world, who).identifier for name, who in query.items()}
    assert len(ids(ask(path, given))) == 1
    given[next(iter(given))] = world.meeting.identifier
    assert ids(ask(path, given)) == []


def test_with_commas_any_value_will_do_and_repeated_each_must_hold(world: Universe, ask: Ask):
    families, ministry = world.families.identifier, world.ministry.identifier
    assert len(ids(ask("events/", {"host": f"{families},{ministry}"}))) == 1
    assert ids(ask("events/", {"host": [families, ministry]})) == []
    assert len(ids(ask("organisations/", {"organisation_kind": "court,other"}))) == 2
    assert ids(ask("organisations/", {"organisation_kind": "court"})) == []


def test_an_identifier_may_be_written_sloppily(world: Universe, ask: Ask):
    assert len(ids(ask("statements/", {"speaker": world.leyla.identifier.lower()}))) == 1


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ({"from": "2025"}, True),
        ({"from": "2025-05-03", "to": "2025-05-03"}, True),
        ({"to": "202X"}, True),
        ({"from": "2025-05-04"}, False),
        ({"to": "2025-05-02"}, False),
        ({"to": "1988-07/1988-09"}, False),
    ],
)
def test_dates_count_where_they_overlap(world: Universe, ask: Ask, dates, found):
    assert ids(ask("events/", dates)) == ([world.hearing.identifier] if found else [])


def test_a_date_of_a_year_overlaps_every_day_of_it(world: Universe, ask: Ask):
    Record.objects.filter(pk=world.hearing.identifier).update(
        earliest=date(1988, 1, 1), latest=date(1988, 12, 31), sort_key="1988-01-01"
    )
    assert len(ids(ask("events/", {"from": "1988-08-03", "to": "1988-08-03"}))) == 1


def test_words_are_found_however_they_are_typed(world: Universe, ask: Ask):
    assert ids(ask("people/", {"q": "لیلا"})) == [world.leyla.identifier]
    assert ids(ask("people/", {"q": "LEYLA orm"})) == [world.leyla.identifier]
    assert ids(ask("statements/", {"q": "graves", "speaker": world.leyla.identifier})) != []
    assert ids(ask("statements/", {"q": "ministry"})) == []


@pytest.mark.parametrize(
    ("path", "query", "code", "parameter"),
    [
        ("events/", {"colour": "red"}, "unknown_filter", "colour"),
        ("people/", {"from": "1988"}, "unknown_filter", "from"),
        ("people/", {"order": "newest"}, "unknown_filter", "order"),
        ("events/", {"from": "yesterday"}, "bad_date", "from"),
        ("events/", {"to": "XXXX-11-28"}, "bad_date", "to"),
        ("events/", {"from": ["1988", "1989"]}, "given_twice", "from"),
        ("events/", {"after": "nonsense"}, "bad_cursor", "after"),
        ("events/", {"after": ["a", "b"]}, "given_twice", "after"),
        ("events/", {"limit": "0"}, "bad_limit", "limit"),
        ("events/", {"limit": "101"}, "bad_limit", "limit"),
        ("events/", {"limit": "²"}, "bad_limit", "limit"),
        ("events/", {"count": "yes"}, "unknown_value", "count"),
        ("events/", {"order": "best"}, "unknown_value", "order"),
        ("events/", {"event_kind": "party"}, "unknown_value", "event_kind"),
        ("events/", {"host": "ABC"}, "bad_identifier", "host"),
        ("events/", {"host": ",,"}, "bad_identifier", "host"),
        ("events/", {"host": ""}, "empty_value", "host"),
        ("events/", {"event_kind": ["other"] * 51}, "too_many_values", "event_kind"),
        ("events/", {"q": "a" * 201}, "too_long", "q"),
        ("events/", {"q": "a" * 2001}, "too_long", "q"),
        ("events/", {"q": "a\0b"}, "bad_value", "q"),
        ("statements/", {"language": "klingon"}, "bad_language", "language"),
        ("testimonies/", {"warning": "spiders"}, "unknown_value", "warning"),
        ("testimonies/", {"without_warning": "spiders"}, "unknown_value", "without_warning"),
        ("testimonies/", {"name_use": "nickname"}, "unknown_value", "name_use"),
        ("testimonies/", {"passage": "first"}, "bad_identifier", "passage"),
        ("victims/", {"warning": "torture"}, "unknown_filter", "warning"),
        ("victims/", {"year": "long ago"}, "bad_year", "year"),
        ("victims/", {"year": "1988-08"}, "bad_year", "year"),
        ("victims/", {"year": "XXXX"}, "bad_year", "year"),
        ("victims/", {"year": "1988/.."}, "too_many_values", "year"),
        ("victims/", {"year": "1900/1980,1981/2020"}, "too_many_values", "year"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_never_ignored(ask: Ask, path, query, code, parameter):
    error = refusal(ask(path, query))
    assert (error["code"], error["parameter"]) == (code, parameter)


def test_a_refusal_says_what_is_allowed(ask: Ask):
    assert "host" in refusal(ask("events/", {"colour": "red"}))["allowed"]
    assert "hearing" in refusal(ask("events/", {"event_kind": "party"}))["allowed"]
    assert refusal(ask("", {"page": "2"}))["message"].endswith("It takes none.")
    assert refusal(ask("events/FDF76GTWGX7/", {"fields": "id"}))["code"] == "unknown_filter"


def test_bytes_that_are_no_text_find_nothing_and_break_nothing(world: Universe, ask: Ask):
    assert ids(ask("events/", "q=%ff%fe")) == []
    assert ids(ask("events/", "q=%27%3B--")) == []
    assert (
        refusal(ask("events/", "&".join(f"a{number}=1" for number in range(6000))))["code"] == "bad_request"
    )


def test_dates_are_asked_for_in_words(world, client):
    def found(words: str) -> int:
        return len(client.get("/api/v1/events/", {"date": words}).json()["results"])

    assert found("before 2026") == found("May 2025") == found("مرداد ۱۴۰۳ تا ۱۴۰۵") == 1
    assert found("after 2025") == found("before 2025") == 0
    refused = client.get("/api/v1/events/", {"date": "one day"})
    assert refused.status_code == 400
    assert "Write for example 1988" in refused.content.decode()
