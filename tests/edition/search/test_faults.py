"""What check_edition says of the search index and of the names kept for finding."""

import pytest
from django.core.management import call_command
from django.db.models import Value

from archive.core.identifiers import new_identifier
from archive.edition.checking import faults
from archive.edition.models import Found, Name
from archive.edition.search.faults import faults_of_found
from archive.edition.search.lexemes import Vector
from archive.edition.search.vector import version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": Vector(Value("'smuggled'"))}, "are not those of its document"),
        ({"made_by": "older"}, "were made by other rules"),
        ({"sequence": 999_999}, "stand at another place of the ledger"),
        ({"outputs": ["web"]}, "are not open as it is"),
        ({"kind": "victim"}, "are not open as it is"),
    ],
)
def test_a_stale_row_is_told_and_can_be_put_right(told, world, wrong, said):
    assert list(faults_of_found()) == []
    identifier = world.quote.identifier
    Found.objects.filter(pk=identifier).update(**wrong)
    assert [each for each in faults() if "words kept" in each] == [
        f"the words kept for {identifier} {said}: run renew_search --all"
    ]
    call_command("renew_search", all=True)
    assert list(faults()) == []


def test_a_missing_row_is_told_and_can_be_put_right(world):
    identifier = world.quote.identifier
    Found.objects.filter(pk=identifier).delete()
    assert list(faults()) == [f"{identifier} cannot be found by its words: run renew_search --all"]
    call_command("renew_search")
    assert list(faults()) == []


def test_rows_of_what_is_not_public_are_told(world):
    gone = new_identifier()
    common = {"record_id": gone, "kind": "person", "outputs": ["web"]}
    found = Found(**common, sequence=1, words="'smuggled':1", made_by=version())
    Found.objects.bulk_create([found])
    Name.objects.bulk_create(
        [Name(**common, text="Leyla", language="en", script="Latn", parts=1, keys=["=leyla"])]
    )
    assert list(faults()) == [
        f"words are kept for {gone}, which is not public: delete its row of edition.found",
        f"edition.name has names of {gone}, which is not public or has none: delete them there",
    ]
    Found.objects.filter(pk=gone).delete()
    Name.objects.filter(record_id=gone).delete()


def test_names_found_by_other_rules_are_told_and_can_be_put_right(world):
    identifier = world.leyla.identifier
    Name.objects.filter(record=identifier).update(keys=["=smuggled"])
    assert list(faults()) == [
        f"the names kept for {identifier} are found by other rules: run renew_search --all"
    ]
    call_command("renew_search", all=True)
    assert list(faults()) == []
