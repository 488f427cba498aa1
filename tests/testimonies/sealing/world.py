"""What the tests of sealing share: a narrator, who she is, and keys for which the desk seals."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import Permission, User
from django.db import connection

from testimonies.models import Narrator, SealedIdentity
from testimonies.sealing.actions import seal_identity
from testimonies.sealing.identity import Identity
from tests.universe import Universe

SHE = Identity(
    names="Mahnaz Ferasat\nمهناز فراست",
    contact="Orchard Street 4\nmahnaz@example.org, +00 912 555 0199",
    relations="sister: Laleh Ormandi",
    interviewer="Tomas Relk",
    note="Call in the evening only.",
)
SECRETS = (
    "Mahnaz",
    "Ferasat",
    "مهناز",
    "Orchard",
    "example.org",
    "912 555",
    "sister",
    "Laleh",
    "Relk",
    "evening",
)


def narrator() -> Narrator:
    return Narrator.objects.create(label="weaver, interview 7")


def sealed(world: Universe, identity: Identity = SHE) -> SealedIdentity:
    """A narrator's identity, sealed by Ada."""
    return seal_identity(narrator(), identity=identity, by=world.ada)


def may_open(user: User) -> User:
    """The same account with the right to open identities."""
    user.user_permissions.add(Permission.objects.get(codename="open_identity"))
    return User.objects.get(pk=user.pk)


@contextmanager
def statements_seen() -> Any:
    """Every statement that reaches the database, with its values."""
    seen: list[str] = []

    def see(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(f"{sql} {params}")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(see):
        yield seen
