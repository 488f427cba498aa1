"""Sealing at the desk: what is sealed is nowhere else, and its words are protected."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from archive.core.names import hits
from archive.core.sealing.opening import unlocked
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import ProtectedWord, SealedIdentity
from testimonies.sealing.actions import protect_word, release_word, seal_identity
from testimonies.sealing.identity import Identity, from_bytes
from testimonies.sealing.keys import seal_keys, told_about_keys
from testimonies.sealing.words import protected_words, words_key
from tests.core.sealing.keyring import OURS, SECOND
from tests.testimonies.sealing.world import SECRETS, SHE, narrator, sealed, statements_seen
from tests.universe import Universe

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sealing_for_two(settings: Any) -> None:
    settings.SEAL_KEYS = [str(OURS.public), str(SECOND.public)]


def found(text: str, row: SealedIdentity) -> bool:
    digests = {each for word in protected_words(row.narrator) for each in word.digests}
    return bool(hits(text, digests, words_key()))


@pytest.mark.parametrize("pair", [OURS, SECOND])
def test_each_key_opens_what_was_sealed(world: Universe, pair: Any):
    row = sealed(world)
    opened = from_bytes(unlocked(pair.file, pair.passphrase).opened(row.sealed))
    assert opened.identity == SHE.checked()
    assert opened.narrator == row.narrator.identifier
    assert row.keys == sorted([OURS.public.fingerprint, SECOND.public.fingerprint])


def test_nothing_of_an_identity_reaches_the_database_in_the_open(world: Universe):
    her = narrator()
    with statements_seen() as seen:
        seal_identity(her, identity=SHE, by=world.ada)
    said = "\n".join(seen)
    assert her.identifier in said
    assert [secret for secret in SECRETS if secret.casefold() in said.casefold()] == []


def test_no_table_holds_anything_of_it_afterwards(world: Universe):
    sealed(world)
    everything = ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'edition')"
        )
        for schema, table in cursor.fetchall():
            cursor.execute(f'SELECT one::text FROM "{schema}"."{table}" one')
            everything += "".join(row for (row,) in cursor.fetchall())
    assert "weaver, interview 7" in everything
    assert [secret for secret in SECRETS if secret.casefold() in everything.casefold()] == []


def test_sealing_leaves_a_deed_and_raises_the_revision(world: Universe):
    row = sealed(world)
    deed = Deed.objects.get(act=Deed.Act.SEAL)
    assert (deed.who, deed.kind, deed.identifier) == ("ada", "narrator", row.narrator.identifier)
    assert row.narrator.revision == 1


def test_sealing_anew_adds_a_box_and_keeps_what_was_protected(world: Universe):
    first = sealed(world)
    seal_identity(first.narrator, identity=Identity(names="Mahnaz Ferasat\nMahnaz Tulan"), by=world.ada)
    assert first.narrator.identities.count() == 2
    assert found("Laleh Ormandi", first)
    assert found("Tulan", first)
    labels = [word.label for word in protected_words(first.narrator)]
    assert labels.count("name") == 3


@pytest.mark.parametrize(
    "text",
    [
        "She is called Mahnaz.",
        "It was FERASAT who came",
        "مهناز آنجا بود",
        "Write to mahnaz@example.org",
        "009125550199",
        "asked by T. Relk",
        "her sister, Lale",
    ],
)
def test_what_was_sealed_is_found_in_a_text_without_being_known(world: Universe, text: str):
    assert found(text, sealed(world))


@pytest.mark.parametrize(
    "text", ["They came at night to number 4.", "My sister came.", "Call in the evening only."]
)
def test_everyday_words_of_an_identity_are_no_find(world: Universe, text: str):
    assert not found(text, sealed(world))


def test_the_hashes_mean_nothing_under_another_key(world: Universe, settings: Any):
    row = sealed(world)
    settings.WORDS_KEY = "another one of fifty signs, as after a theft of the database alone"
    assert not found("Mahnaz Ferasat", row)


def test_a_word_is_protected_for_one_or_for_all(world: Universe):
    her, other = sealed(world), sealed(world, Identity(names="Omid Selani"))
    protect_word(her.narrator, label="her village", word="Tarnaveh", by=world.ada)
    protect_word(None, label="the helper", word="Jorun Vask", by=world.ada)
    assert found("in Tarnaveh", her)
    assert not found("in Tarnaveh", other)
    assert found("Vask", her)
    assert found("Vask", other)
    assert [word.label for word in protected_words(None)] == ["the helper"]
    whys = Deed.objects.filter(act=Deed.Act.SEAL).values_list("why", flat=True)
    assert {"Protected a word: her village", "Protected a word: the helper"} <= set(whys)


def test_the_same_word_twice_is_one(world: Universe):
    her = sealed(world).narrator
    rows = {protect_word(her, label="her village", word="Tarnaveh", by=world.ada).pk for _ in range(2)}
    assert len(rows) == 1


def test_a_word_is_released_for_a_reason_that_stays(world: Universe):
    her = sealed(world)
    word = protect_word(her.narrator, label="her village", word="Tarnaveh", by=world.ada)
    with pytest.raises(Refused, match="Say why"):
        release_word(word, by=world.ada, why=" ")
    release_word(word, by=world.ada, why="It is in every paper.")
    assert not found("Tarnaveh", her)
    assert Deed.objects.filter(
        act=Deed.Act.SHOW, why="No longer protected, her village: It is in every paper."
    )


@pytest.mark.parametrize(
    ("label", "word", "told"), [(" ", "Tarnaveh", "Say what it is"), ("x", " – ", "could be looked for")]
)
def test_what_cannot_be_protected_is_told(world: Universe, label: str, word: str, told: str):
    with pytest.raises(Refused, match=told):
        protect_word(None, label=label, word=word, by=world.ada)


def test_who_has_no_right_seals_and_protects_nothing(world: Universe):
    stranger = User.objects.create_user("stranger")
    her, word = narrator(), protect_word(None, label="x", word="Tarnaveh", by=world.ada)
    for deed in (
        lambda: seal_identity(her, identity=SHE, by=stranger),
        lambda: protect_word(her, label="x", word="Tarnaveh", by=stranger),
        lambda: release_word(word, by=stranger, why="because"),
    ):
        with pytest.raises(Refused, match="may not do this"):
            deed()
    assert not SealedIdentity.objects.exists()
    assert ProtectedWord.objects.count() == 1


@pytest.mark.parametrize(
    ("keys", "told"),
    [([], "make a key with make_keys"), (["seal1:abc"], "ARCHIVE_SEAL_KEYS is wrong, so nothing was sealed")],
)
def test_without_a_good_key_nothing_is_kept_at_all(
    world: Universe, settings: Any, tmp_path: Any, keys: list[str], told: str
):
    settings.SEAL_KEYS, settings.VAR_DIR = keys, tmp_path
    with pytest.raises(Refused, match=told):
        sealed(world)
    assert not SealedIdentity.objects.exists()
    assert not ProtectedWord.objects.exists()


def test_an_identity_that_cannot_be_sealed_is_told(world: Universe):
    with pytest.raises(Refused, match="at least one name"):
        sealed(world, Identity())


def test_the_desk_says_plainly_when_one_key_is_all_there_is(settings: Any):
    assert told_about_keys() == ""
    settings.SEAL_KEYS = settings.SEAL_KEYS[:1]
    assert "If it is lost, so are they" in told_about_keys()


def test_a_key_named_twice_is_one(settings: Any):
    settings.SEAL_KEYS = [str(OURS.public)] * 2
    assert seal_keys() == [OURS.public]
