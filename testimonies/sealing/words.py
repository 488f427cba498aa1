"""Protected words: known by their keyed hashes only, so that the database tells nobody what they are."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db.models import Q, QuerySet

from archive.core.names import forms_of, keyed
from testimonies.models import Narrator, ProtectedWord


def words_key() -> bytes:
    """The key of the hashes, made of ARCHIVE_WORDS_KEY for this use alone."""
    return hashlib.blake2b(settings.WORDS_KEY.encode(), person=b"protected words").digest()


def digests_of(word: str) -> list[str]:
    """The hashes of every form in which a name, a number or an address may come back."""
    return sorted(keyed(forms_of(word), words_key()))


def protected_words(narrator: Narrator | None) -> QuerySet[ProtectedWord]:
    """What no text of this narrator may hold: her own protected words, and those of the whole archive."""
    everybodys = Q(narrator=None)
    return ProtectedWord.objects.filter(everybodys | Q(narrator=narrator) if narrator else everybodys)
