import base64

import orjson
import pytest

from archive.core.identifiers import new_identifier
from archive.edition.actions import publish
from archive.edition.models import Record
from archive.edition.paging import BadCursor, Cursor, page_of
from archive.edition.rendering import Rendering

pytestmark = pytest.mark.django_db
KNOWN = "PVYZ2Z55CET"  # a right identifier


def topic(label: str) -> Rendering:
    return Rendering(
        "topic",
        {
            "id": new_identifier(),
            "sample": False,
            "labels": {"en": label},
            "alternative_labels": {},
            "scope_note": {},
        },
    )


@pytest.fixture
def labels(db) -> list[str]:  # type: ignore[no-untyped-def]
    """Eleven topics; five of them share one name, so only their identifiers tell them apart."""
    names = ["a", "b", "c", "d", "d", "d", "d", "d", "e", "f", "g"]
    for name in names:
        publish(topic(name))
    return names


def walked(*, size: int, descending: bool) -> list[str]:
    seen, after = [], None
    while True:
        page = page_of(Record.public, ["title", "id"], after=after, size=size, descending=descending)
        seen += [(title["en"], identifier) for title, identifier in page.rows]
        if page.next is None:
            break
        after = Cursor.decode(page.next)
    assert len(set(seen)) == len(seen)
    return [name for name, _identifier in seen]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11, 50])
def test_walking_a_list_shows_every_record_once_and_in_order(labels, size):
    assert walked(size=size, descending=False) == labels
    assert walked(size=size, descending=True) == labels[::-1]


def test_the_page_before_is_the_page_one_came_from(labels):
    def stretch(cursor: str | None):
        after = Cursor.decode(cursor) if cursor else None
        return page_of(Record.public, ["id"], after=after, size=4, descending=False)

    first = stretch(None)
    second = stretch(first.next)
    third = stretch(second.next)
    assert first.previous is None
    assert third.next is None
    assert stretch(third.previous).rows == second.rows
    assert stretch(stretch(third.previous).previous).rows == first.rows
    assert stretch(stretch(third.previous).previous).previous is None
    assert stretch(stretch(second.previous).next).rows == second.rows


def test_an_empty_list_has_no_neighbours(db):
    page = page_of(Record.public, ["id"], after=None, size=4, descending=False)
    assert (page.rows, page.next, page.previous) == ([], None, None)


def test_a_page_is_one_query(labels, django_assert_max_num_queries):
    with django_assert_max_num_queries(1, using="public"):
        page_of(Record.public, ["id"], after=Cursor("d", new_identifier()), size=3, descending=True)


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(value)).decode().rstrip("=")


@pytest.mark.parametrize(
    "words",
    [
        "", "x", "%%%", "é", "a" * 5000, "bnVsbA", encoded(None), encoded([]), encoded(["a", "b", 0]),
        encoded([1, 2, 3]), encoded({"a": 1}), encoded(["a\0", "01234567890", 0]), encoded("abc"),
        encoded(["a" * 81, "0000000000", 0]), encoded(["a", KNOWN, 7]),
        encoded(["a", KNOWN, []]), encoded(["a", KNOWN.lower() + " ", 0]),
    ],
)  # fmt: skip
def test_what_this_archive_never_gave_is_no_cursor(words):
    with pytest.raises(BadCursor, match="Start again"):
        Cursor.decode(words)


def test_a_cursor_comes_back_from_an_address():
    cursor = Cursor("1988-08-03", new_identifier(), backwards=True)
    assert Cursor.decode(cursor.encode()) == cursor
