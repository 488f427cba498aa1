"""The verbs of accounts: made with a password that its owner has to change."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import Group, User
from django.db import transaction

from archive.desk.models import Deed, GivenPassword

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
GROUPS_OF_SIGNS = 5


def random_password() -> str:
    """Twenty signs in groups of four: 98 bits, easy to copy from a screen."""
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(4)) for _group in range(GROUPS_OF_SIGNS))


@transaction.atomic
def make_account(*, name: str, groups: tuple[str, ...], by: str) -> tuple[User, str]:
    """An account at the desk, and the password that is shown once and has to be changed."""
    password = random_password()
    account = User.objects.create_user(name, password=password, is_staff=True)
    account.groups.set(Group.objects.filter(name__in=groups))
    note_given_password(account, by=by, why=f"New account: {', '.join(groups)}.")
    return account, password


@transaction.atomic
def note_given_password(account: User, *, by: str, why: str) -> None:
    """Says that an account's password was chosen by somebody else, so that its owner changes it."""
    GivenPassword.objects.get_or_create(account=account)
    note_account(account, by=by, why=why)


def note_account(account: User, *, by: str, why: str) -> None:
    """One line of the audit about an account."""
    Deed.objects.create(
        act=Deed.Act.ACCOUNT, who=by, why=why, kind="account", identifier="", title=account.get_username()
    )
