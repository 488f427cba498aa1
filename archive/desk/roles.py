"""The three groups at the desk, and what each may do."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db import transaction

CURATOR, APPROVER, ADMINISTRATOR = "curator", "approver", "administrator"
WORKROOMS = ("events", "testimonies", "ingest")  # the apps whose records curators add and change


@transaction.atomic
def make_groups() -> None:
    """Makes the groups, or brings them back to what they should be. Run after every migrate."""
    desk = Permission.objects.filter(content_type__app_label="desk")
    opens = Permission.objects.filter(codename="open_identity")  # sealed names, with their key
    work = Permission.objects.filter(content_type__app_label__in=WORKROOMS).exclude(
        content_type__model__endswith="version"
    )
    views = Permission.objects.filter(
        content_type__app_label__in=("desk", *WORKROOMS), codename__startswith="view_"
    ) | Permission.objects.filter(content_type__app_label="edition", codename="view_ledgerentry")
    curates = work | views | desk.filter(codename__in=["ask_publication", "withdraw_publication"])
    curates = curates.exclude(codename="open_identity")
    approves = curates | desk.filter(codename="approve_publication")
    accounts = Permission.objects.filter(content_type__app_label="auth", content_type__model="user")
    for name, permissions in (
        (CURATOR, curates),
        (APPROVER, approves),
        (ADMINISTRATOR, approves | accounts | opens),
    ):
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions.distinct())
