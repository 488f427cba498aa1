"""The page that opens: on the record, once, and with nothing of it anywhere afterwards."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from archive.desk.models import Deed
from testimonies.models import IdentityOpened, Narrator, SealedIdentity
from testimonies.sealing.openings import note_opening
from tests.core.sealing.keyring import OURS, SECOND, STRANGER
from tests.safety.test_serving import a_desk, a_site
from tests.testimonies.sealing.reports import at_the_desk, everything_told
from tests.testimonies.sealing.world import SECRETS, narrator, statements_seen
from tests.universe import Universe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cheap_keys")]
WHY = "The court asked for her."


@pytest.fixture
def ben(world: Universe, her: Narrator) -> Client:
    return at_the_desk(world.ben)


def page_of(her: Narrator) -> str:
    return reverse("sealing:open", args=[her.pk])


def typed(browser: Client, her: Narrator, **more: Any) -> dict[str, Any]:
    """The form as a browser sends it, after it loaded the page."""
    found = re.search(r'name="once" value="([^"]+)"', browser.get(page_of(her)).text)
    file = SimpleUploadedFile("key.txt", OURS.file.encode())
    return {"once": found and found[1], "key": file, "passphrase": OURS.passphrase, "why": WHY} | more


def opened(browser: Client, her: Narrator, **more: Any) -> Any:
    return browser.post(page_of(her), typed(browser, her, **more))


def test_who_she_is_is_shown_and_the_opening_is_noted(ben: Client, her: Narrator):
    answer = opened(ben, her)
    assert [secret for secret in SECRETS if secret not in answer.text] == []
    row = IdentityOpened.objects.get()
    assert (row.who, row.why, row.narrator, row.key) == ("ben", WHY, her.identifier, OURS.public.fingerprint)
    assert f"Noted as opening 1:{row.hash}." in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert Deed.objects.get(act=Deed.Act.OPEN).why == WHY


def test_nothing_of_it_is_kept(ben: Client, her: Narrator, caplog: Any, tmp_path: Path, monkeypatch: Any):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    caplog.set_level(0)
    with statements_seen() as seen:
        answer = opened(ben, her)
    kept = "\n".join(seen) + caplog.text + str(answer.headers)
    kept += "".join(str(each.get_decoded()) for each in Session.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT one::text FROM "{table}" one')
            kept += "".join(row for (row,) in cursor.fetchall())
    assert WHY in kept
    for secret in (*SECRETS, OURS.passphrase, OURS.file[-200:-100]):
        assert secret not in kept
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [10, 70_000, 3_000_000])
def test_an_uploaded_key_never_touches_the_disk(
    ben: Client, her: Narrator, size: int, monkeypatch: pytest.MonkeyPatch
):
    def never(*_: Any, **__: Any) -> None:
        raise AssertionError("it was written to the disk")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", never)
    answer = opened(ben, her, key=SimpleUploadedFile("key.txt", b"x" * size))
    told = {10: "not the file of a private key", 70_000: "too large to be", 3_000_000: "64 KB at most"}
    assert told[size] in answer.text
    assert not IdentityOpened.objects.exists()


def test_a_reload_opens_nothing_again(ben: Client, her: Narrator):
    form = typed(ben, her)
    ben.post(page_of(her), form)
    form["key"].seek(0)
    again = ben.post(page_of(her), form)
    assert "This form was used before" in again.text
    assert not any(secret in again.text for secret in SECRETS)
    assert IdentityOpened.objects.count() == 1


def test_a_wrong_passphrase_opens_nothing_and_is_a_deed(ben: Client, her: Narrator):
    answer = opened(ben, her, passphrase="river lantern eleven coper")
    assert "This is not the passphrase" in answer.text
    assert "river lantern" not in answer.text
    assert not IdentityOpened.objects.exists()
    deed = Deed.objects.get(act=Deed.Act.TRIED)
    assert (deed.who, deed.identifier) == ("ben", her.identifier)
    assert deed.why.startswith("Tried, and nothing was shown: This is not the passphrase")
    assert deed.why.endswith(WHY)
    assert "river" not in deed.why


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"key": ""}, "Choose the file of the private key"),
        ({"key": SimpleUploadedFile("k", STRANGER.file.encode())}, "does not open this; it was sealed for"),
        ({"key": SimpleUploadedFile("k", OURS.file[:-60].encode())}, "cut off before its end"),
        ({"key": SimpleUploadedFile("k", b"\xff\x00\xfe")}, "not the file of a private key"),
        ({"passphrase": ""}, "This field is required"),
        ({"why": "  "}, "This field is required"),
        ({"once": "another"}, "This form was used before"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(ben: Client, her: Narrator, wrong: dict[str, Any], told: str):
    answer = opened(ben, her, **wrong)
    assert answer.status_code == 200
    assert told in answer.text
    assert OURS.passphrase not in answer.text
    assert not IdentityOpened.objects.exists()


def test_the_row_is_there_before_anything_is_read(ben: Client, her: Narrator, monkeypatch: Any):
    there: list[int] = []

    def looking(_data: bytes) -> None:
        there.append(IdentityOpened.objects.count())
        raise OSError(SECRETS[0])

    monkeypatch.setattr("testimonies.sealing.opening.from_bytes", looking)
    ben.raise_request_exception = False
    assert opened(ben, her).status_code == 500
    assert there == [1]


@pytest.mark.parametrize(
    "broken",
    ["testimonies.sealing.opening.from_bytes", "testimonies.sealing.opening_page.harmless",
     "testimonies.sealing.opening_page.unlocked"],
)  # fmt: skip
def test_an_error_while_opening_tells_nobody_anything(
    ben: Client, her: Narrator, caplog: Any, settings: Any, monkeypatch: pytest.MonkeyPatch, broken: str
):
    def fails(*what: Any) -> None:
        raise ValueError(f"cannot do {what}")

    monkeypatch.setattr(broken, fails)
    for settings.DEBUG in (False, True):
        said = everything_told(ben, page_of(her), typed(ben, her), caplog)
        assert "ValueError" in said
        for secret in (*SECRETS, OURS.passphrase, OURS.file[-200:-100]):
            assert secret not in said


def test_a_box_that_was_moved_is_told(ben: Client, her: Narrator):
    other, box = narrator(), her.identities.get()
    SealedIdentity.objects.create(narrator=other, sealed=box.sealed, keys=box.keys, sealed_by="ada")
    assert f"this was sealed for the narrator {her.identifier}" in opened(ben, other).text


def test_without_the_right_there_is_no_such_page(world: Universe, her: Narrator):
    assert at_the_desk(world.ada).get(page_of(her)).status_code == 403
    assert Client().get(page_of(her)).status_code == 302


def test_a_forged_form_opens_nothing(world: Universe, her: Narrator, ben: Client):
    form = typed(ben, her)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ben.cookies
    assert strict.post(page_of(her), form).status_code == 403
    assert not IdentityOpened.objects.exists()


def test_where_nothing_is_sealed_no_key_is_asked_for(ben: Client):
    page = ben.get(page_of(narrator())).text
    assert "nothing to open" in page
    assert 'type="file"' not in page


def test_the_list_of_openings_is_checked_and_shows_its_head(world: Universe, her: Narrator, ben: Client):
    opened(ben, her)
    note_opening(narrator="all", by=world.ben, why="A new lawyer.", key=SECOND.public)
    first, second = IdentityOpened.objects.order_by("pk")
    at = reverse("sealing:openings")
    reader = at_the_desk(world.ada)
    page = reader.get(at).text
    assert "2 openings, none missing or changed." in page
    assert f"2:{second.hash}" in page
    assert WHY in page
    assert "all, to change keys" in page
    assert "What you noted is among them" in reader.get(at, {"head": f"1:{first.hash}"}).text
    assert "does not hold the opening" in reader.get(at, {"head": f"3:{first.hash}"}).text
    assert "NUMBER:HASH" in reader.get(at, {"head": "what"}).text
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE testimonies_identityopened DISABLE TRIGGER USER")
        cursor.execute("UPDATE testimonies_identityopened SET who = 'nobody' WHERE id = %s", [first.pk])
        cursor.execute("ALTER TABLE testimonies_identityopened ENABLE TRIGGER USER")
    assert "opening 1 is not what was written" in reader.get(at).text
    world.ada.groups.clear()
    assert at_the_desk(world.ada).get(at).status_code == 403


LOADED = """
import sys
import archive.urls, archive.wsgi
print(*(name for name in sys.modules if name.startswith(("archive.core.sealing", "testimonies"))))
"""
ASKED = """
from types import SimpleNamespace
from testimonies.sealing import views
nobody = SimpleNamespace(has_perm=lambda permission: False)
try:
    views.open_page(SimpleNamespace(user=nobody), 1)
except Exception as refused:
    print(type(refused).__name__)
"""
OPENS = frozenset(
    f"{room}.{name}"
    for room in ("archive.core.sealing", "testimonies.sealing")
    for name in (
        "opening",
        "opening_page",
        "private_keys",
        "key_files",
        "shares",
        "rotation",
        "local",
        "terminal",
    )
)


def test_what_opens_is_loaded_for_its_page_alone_and_not_without_the_right():
    """In processes of their own, with every module loaded that the server loads."""
    refused, loaded = a_desk(ASKED + LOADED).splitlines()
    assert refused == "PermissionDenied"
    assert "testimonies.sealing.views" in loaded.split()
    assert set(loaded.split()) & OPENS == set()


def test_a_site_has_nothing_that_seals_or_opens():
    assert a_site(LOADED).split() == []
