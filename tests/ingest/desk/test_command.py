"""`manage.py ingest`, as somebody at a terminal uses it."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from archive.ingest.models import Intake
from events.models import Source
from tests.ingest.desk.conftest import ARTICLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The article in a file."""
    path = tmp_path / "families.txt"
    path.write_text(ARTICLE)
    return str(path)


def ingest(*words: str) -> str:
    out = io.StringIO()
    call_command("ingest", *words, stdout=out)
    return out.getvalue()


def test_it_prints_what_was_proposed_and_where_to_go_on(file: str, ada: User):
    said = ingest(file, "--from", "https://example.org/families", "--taken-at", "2025-05-04")
    assert "Statements (" in said
    assert "We counted 400 graves behind the prison" in said
    assert "speaker: Leyla Ormand" in said
    assert f"/desk/ingest/{Intake.objects.get().pk}/" in said
    source = Source.objects.get()
    assert (source.filename, source.taken_at.year) == ("families.txt", 2025)


def test_a_dry_run_stores_nothing(file: str, ada: User):
    assert "Nothing was stored" in ingest(file, "--dry-run")
    assert not Source.objects.exists()


def test_json_is_for_programs(file: str, ada: User):
    answer = json.loads(ingest(file, "--json"))
    assert answer["language"] == "en"
    kinds = {each["kind"] for each in answer["proposals"]}
    assert {"event", "person", "statement"} <= kinds


def test_an_article_can_be_piped_in(ada: User, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    ingest("-")
    assert Source.objects.get().filename == ""


def test_the_same_article_again_says_so_and_where(file: str, ada: User):
    ingest(file)
    with pytest.raises(CommandError, match=r"taken in already.*/desk/ingest/"):
        ingest(file)


def test_other_words_from_the_same_address_ask_for_a_switch(file: str, ada: User, tmp_path: Path):
    ingest(file, "--from", "https://example.org/families")
    other = tmp_path / "later.txt"
    other.write_text(ARTICLE + "\nA later line.\n")
    with pytest.raises(CommandError, match="--new-version"):
        ingest(str(other), "--from", "https://example.org/families")
    said = ingest(str(other), "--from", "https://example.org/families", "--new-version")
    assert "Stored as a new version" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["no-such-file.txt"], "No such file"),
        (["."], "directory"),
        (["FILE", "--by", "nobody"], "no account"),
        (["FILE", "--taken-at", "yesterday"], "is not a time"),
        (["FILE", "--taken-at", "2025-13-41"], "is not a time"),
        (["FILE", "--language", "Klingonish"], "not a language tag"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(file: str, ada: User, words: list[str], told: str):
    with pytest.raises(CommandError, match=told):
        ingest(*[file if word == "FILE" else word for word in words])
    assert not Source.objects.exists()


def test_with_several_curators_it_asks_who(file: str, ada: User, ben: User):
    with pytest.raises(CommandError, match="--by NAME"):
        ingest(file)
    ingest(file, "--by", "ben")
    assert Intake.objects.get().by == ben
