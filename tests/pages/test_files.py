import hashlib
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from archive.desk import review
from archive.edition.models import PIECE, File, Record
from archive.pages.files import CutShort
from tests.pages.recordings import heard, sound

pytestmark = pytest.mark.django_db
NAME = "heardheardheard.wav"
WHOLE = sound()


@pytest.fixture
def recording(world, told) -> str:  # type: ignore[no-untyped-def]
    """The address of a public recording of several pieces."""
    heard(world, told)
    assert len(WHOLE) > 2 * PIECE
    return f"/files/{NAME}"


def got(answer) -> bytes:  # type: ignore[no-untyped-def]
    return b"".join(answer.streaming_content)


def test_a_recording_is_sent_whole_and_never_taken_for_anything_else(recording, client: Client):
    answer = client.get(recording)
    assert (answer.status_code, got(answer)) == (200, WHOLE)
    assert answer["Content-Type"] == "audio/wav"
    assert answer["Content-Length"] == str(len(WHOLE))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"] == "inline"
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert answer["ETag"] == f'"{hashlib.sha256(WHOLE).hexdigest()}"'
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert not answer.cookies


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1), ("bytes=0-", 0, len(WHOLE)), ("bytes=5-9", 5, 10), ("bytes=-7", -7, None),
        (f"bytes={PIECE - 2}-{PIECE + 2}", PIECE - 2, PIECE + 3),
        (f"bytes=10-{10**17}", 10, None), (f"bytes=-{10**17}", 0, None),
    ],
)  # fmt: skip
def test_a_player_gets_the_stretch_it_asks_for(recording, client: Client, asked, start, end):
    answer = client.get(recording, headers={"range": asked})
    wanted = WHOLE[start:end]
    first = start % len(WHOLE)
    assert (answer.status_code, got(answer)) == (206, wanted)
    assert answer["Content-Range"] == f"bytes {first}-{first + len(wanted) - 1}/{len(WHOLE)}"
    assert answer["Content-Length"] == str(len(wanted))


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,5-6", "bytes=9-5", "bytes=-", "lines=1-2", "bytes", "bytes=٣-٤", "bytes=" + "9" * 30]
)
def test_what_cannot_be_understood_and_several_stretches_are_answered_with_the_whole(
    recording, client: Client, asked
):
    answer = client.get(recording, headers={"range": asked.encode().decode("latin-1")})
    assert (answer.status_code, got(answer)) == (200, WHOLE)
    assert "Content-Range" not in answer


@pytest.mark.parametrize(
    "asked", [f"bytes={len(WHOLE)}-", f"bytes={len(WHOLE) + 5}-{len(WHOLE) + 9}", "bytes=-0"]
)
def test_a_stretch_beyond_the_end_is_told_so_with_the_length(recording, client: Client, asked):
    answer = client.get(recording, headers={"range": asked})
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(WHOLE)}")


def test_a_stretch_of_what_was_there_before_is_answered_with_the_whole(recording, client: Client):
    tag = client.get(recording)["ETag"]
    same = client.get(recording, headers={"range": "bytes=0-3", "if-range": tag})
    other = client.get(recording, headers={"range": "bytes=0-3", "if-range": '"older"'})
    dated = client.get(recording, headers={"range": "bytes=0-3", "if-range": "Mon, 23 Nov 2026 20:00:00 GMT"})
    assert (same.status_code, other.status_code, dated.status_code) == (206, 200, 200)


def test_what_a_reader_has_already_is_not_sent_again(recording, client: Client, django_assert_num_queries):
    tag = client.get(recording)["ETag"]
    with django_assert_num_queries(1, using="public"):
        answer = client.get(recording, headers={"if-none-match": tag})
    assert (answer.status_code, answer["ETag"]) == (304, tag)


def test_asking_only_for_the_headers_reads_no_piece(recording, client: Client, django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        answer = client.head(recording, headers={"range": "bytes=0-3"})
        assert got(answer) == b""
    assert (answer.status_code, answer["Content-Length"]) == (200, str(len(WHOLE)))
    assert client.post(recording).status_code == 405


def test_the_first_bytes_come_after_two_queries(recording, client: Client, django_assert_num_queries):
    with django_assert_num_queries(2, using="public"):
        answer = client.get(recording)
        assert next(iter(answer.streaming_content))


@pytest.mark.parametrize("kind", ["image/svg+xml", "text/html", "application/pdf", "audio/x evil"])
def test_what_could_hold_a_program_is_never_shown_in_its_place(recording, client: Client, kind):
    File.objects.filter(pk=NAME).update(media_type=kind)
    assert client.get(recording)["Content-Disposition"] == "attachment"


def test_a_withdrawal_takes_the_file_at_once_even_from_who_has_it(recording, client: Client, told, world):
    tag = client.get(recording)["ETag"]
    review.withdraw(told.account, by=world.ada, why="She asked.")
    assert client.get(recording).status_code == 404
    assert client.get(recording, headers={"if-none-match": tag}).status_code == 404
    assert client.get(recording, headers={"range": "bytes=0-3", "if-range": tag}).status_code == 404


def test_a_consent_that_ends_closes_the_file_by_itself(recording, client: Client, told):
    record = Record.objects.get(pk=told.account.identifier)
    Record.objects.filter(pk=record.pk).update(closes_at=record.published_at - timedelta(days=1))
    assert client.get(recording).status_code == 404


def test_a_file_of_what_may_only_be_taken_away_has_no_address(recording, client: Client, told):
    Record.objects.filter(pk=told.account.identifier).update(outputs=["dumps"])
    assert client.get(recording).status_code == 404
    Record.objects.filter(pk=told.account.identifier).update(outputs=["api"])
    assert client.get(recording).status_code == 200


def test_a_withdrawal_in_the_middle_breaks_off_instead_of_passing_for_the_whole(recording, client: Client):
    pieces = iter(client.get(recording).streaming_content)
    next(pieces)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM edition.piece")
    with pytest.raises(CutShort):
        list(pieces)


@pytest.mark.parametrize("name", ["nothing", "..%2f..%2fmanage.py", "%00", "a" * 5000, "heardheardheard"])
def test_a_name_that_was_never_given_is_not_found(world, client: Client, name):
    assert client.get(f"/files/{name}").status_code == 404
