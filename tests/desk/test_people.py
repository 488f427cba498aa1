"""Who may do what, and how accounts are made."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from archive.desk.models import Deed, GivenPassword
from archive.desk.roles import ADMINISTRATOR, APPROVER, CURATOR, make_groups
from tests.universe import Universe, user

pytestmark = pytest.mark.django_db
OWN = "a longer password of my own"


def at_the_desk(account: User) -> Client:
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def first_accounts() -> str:
    out = StringIO()
    call_command("first_curator", stdout=out)
    return out.getvalue()


def password_of(name: str, told: str) -> str:
    return next(line.split()[1] for line in told.splitlines() if line.split()[:1] == [name])


def test_the_first_start_makes_two_accounts_and_says_their_passwords_once():
    told = first_accounts()
    assert User.objects.get(username="curator").check_password(password_of("curator", told))
    assert User.objects.get(username="approver").check_password(password_of("approver", told))
    assert first_accounts() == ""
    assert User.objects.count() == 2
    assert set(Group.objects.values_list("name", flat=True)) == {CURATOR, APPROVER, ADMINISTRATOR}


def test_the_accounts_of_the_sample_do_not_stand_in_the_way():
    User.objects.create_user("sample-curator", is_active=False)
    assert "approver" in first_accounts()


def test_nobody_works_with_a_password_that_somebody_else_knows():
    told = first_accounts()
    client = Client()
    sent = {"username": "curator", "password": password_of("curator", told)}
    client.post(reverse("admin:login"), sent)
    for page in ("admin:index", "admin:events_event_changelist", "admin:desk_deed_changelist"):
        assert client.get(reverse(page)).headers["Location"] == reverse("admin:password_change")
    change = {"old_password": sent["password"], "new_password1": OWN, "new_password2": OWN}
    client.post(reverse("admin:password_change"), change)
    assert client.get(reverse("admin:index")).status_code == 200


NOBODY_MAY = ["auth.change_group", "desk.add_deed", "desk.change_deed", "desk.delete_deed",
              "desk.change_publicationrequest", "events.add_eventversion", "edition.add_record",
              "edition.delete_ledgerentry"]  # fmt: skip
EVERYBODY_MAY = ["events.change_event", "desk.ask_publication", "desk.withdraw_publication",
                 "desk.view_deed", "edition.view_ledgerentry"]  # fmt: skip


@pytest.mark.parametrize(
    ("group", "may", "may_not"),
    [
        (CURATOR, [], ["desk.approve_publication", "auth.change_user"]),
        (APPROVER, ["desk.approve_publication"], ["auth.change_user"]),
        (ADMINISTRATOR, ["desk.approve_publication", "auth.change_user"], []),
    ],
)
def test_each_group_may_do_its_work_and_no_more(group: str, may: list[str], may_not: list[str]):
    make_groups()
    account = user("somebody", group)
    assert [each for each in EVERYBODY_MAY + may if not account.has_perm(each)] == []
    assert [each for each in NOBODY_MAY + may_not if account.has_perm(each)] == []


def test_nobody_writes_deeds_requests_or_the_edition_by_hand(world: Universe):
    world.ben.is_superuser = True
    world.ben.save()
    boss = at_the_desk(world.ben)
    for rows in ("desk_deed", "desk_publicationrequest", "edition_ledgerentry"):
        assert boss.get(reverse(f"admin:{rows}_changelist")).status_code == 200
        assert boss.get(reverse(f"admin:{rows}_add")).status_code == 403
    deed = Deed.objects.first()
    assert boss.post(reverse("admin:desk_deed_change", args=[deed.pk]), {"why": "x"}).status_code == 403
    assert boss.post(reverse("admin:desk_deed_delete", args=[deed.pk]), {"post": "yes"}).status_code == 403


def test_an_administrator_cannot_rise_above_the_groups(world: Universe):
    chief = user("chief", ADMINISTRATOR)
    page = at_the_desk(chief).get(reverse("admin:auth_user_change", args=[chief.pk])).content.decode()
    for power in ("is_superuser", "user_permissions", "is_staff"):
        assert power not in page
    root = User.objects.create_superuser("root", password=OWN)
    assert at_the_desk(chief).get(reverse("admin:auth_user_change", args=[root.pk])).status_code == 302
    assert at_the_desk(chief).get(reverse("admin:auth_user_delete", args=[world.ada.pk])).status_code == 403


def test_an_account_made_at_the_desk_sets_its_own_password_first(world: Universe):
    chief = at_the_desk(user("chief", ADMINISTRATOR))
    sent = {"username": "cleo", "usable_password": "true", "password1": OWN, "password2": OWN,
            "groups": [Group.objects.get(name=CURATOR).pk]}  # fmt: skip
    chief.post(reverse("admin:auth_user_add"), sent)
    cleo = User.objects.get(username="cleo")
    assert cleo.is_staff
    assert GivenPassword.objects.filter(account=cleo).exists()
    assert Deed.objects.filter(act="account", title="cleo", who="chief").exists()


def test_a_curator_sees_no_accounts(ada: Client):
    assert ada.get(reverse("admin:auth_user_changelist")).status_code == 403


def test_too_many_wrong_passwords_are_answered_with_a_sentence(world: Universe, settings):
    settings.AXES_ENABLED = True
    client = Client()
    for _attempt in range(settings.AXES_FAILURE_LIMIT + 1):
        answer = client.post(reverse("admin:login"), {"username": "ada", "password": "wrong"})
    assert answer.status_code == 429
    assert "Wait a quarter of an hour" in answer.content.decode()


def test_the_first_page_says_what_waits(ada: Client, world: Universe):
    page = ada.get(reverse("admin:index")).content.decode()
    assert "Take in an article" in page
    assert "Nothing waits for approval" in page
    assert "He asked for it" not in page
