import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from tests.universe import Universe

pytestmark = pytest.mark.django_db
REFUSED, SEEN = 400, 200


@pytest.fixture
def reader(world: Universe) -> Client:
    """Somebody who may look at a few lists and nothing more."""
    account = User.objects.create_user("looks-on", is_staff=True)
    rights = ["view_statement", "view_event", "view_person", "view_claim"]
    account.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("statement", "person__names__text__startswith=L"),
        ("statement", "note__startswith=a"),
        ("statement", "text__regex=^W"),
        ("statement", "person__note__contains=x"),
        ("statement", "event__id__gt=0"),
        ("event", "note__startswith=a"),
        ("event", "revision__gt=3"),
        ("event", "appearances__person__names__text__startswith=L"),
        ("event", "history__note__startswith=a"),
        ("person", "note__isnull=0"),
        ("person", "history__pgh_context__metadata__contains=a"),
        ("claim", "statement__note__startswith=a"),
        ("claim", "value__startswith=f"),
    ],
)
def test_a_query_string_is_no_oracle(reader: Client, kind: str, asked: str):
    assert reader.get(reverse(f"admin:events_{kind}_changelist") + f"?{asked}").status_code == REFUSED


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("statement", "statement_kind__exact=quotation"),
        ("statement", "state=public"),
        ("statement", "q=graves"),
        ("statement", "person__id__exact=1"),
        ("event", "event_kind__exact=hearing&state=draft"),
        ("event", "o=-3"),
        ("claim", "preferred__exact=1"),
    ],
)
def test_what_the_lists_themselves_offer_works(reader: Client, kind: str, asked: str):
    assert reader.get(reverse(f"admin:events_{kind}_changelist") + f"?{asked}").status_code == SEEN


def test_sorting_goes_by_declared_columns_only(reader: Client):
    first = reader.get(reverse("admin:events_statement_changelist"))
    assert first.context["cl"].sortable_by == ("last_change",)
    for asked in ("o=note", "o=1", "o=person__note", "o=99"):
        page = reader.get(reverse("admin:events_statement_changelist") + f"?{asked}")
        assert "note" not in str(page.context["cl"].queryset.query.order_by)


def test_who_may_only_look_gets_no_input_and_no_tool_to_change(reader: Client, world: Universe):
    page = reader.get(reverse("admin:events_event_change", args=[world.hearing.pk])).content.decode()
    assert "On 3 May" in page
    assert 'name="title-en"' not in page
    assert "Withdraw" not in page
    assert reader.get(reverse("admin:events_event_withdraw", args=[world.hearing.pk])).status_code == 403
    assert reader.get(reverse("admin:events_event_ask", args=[world.hearing.pk])).status_code == 403


def test_who_may_not_look_sees_nothing(reader: Client, world: Universe):
    for tool in ("preview", "history", "mentions"):
        assert reader.get(reverse(f"admin:events_source_{tool}", args=[world.article.pk])).status_code == 403
    assert reader.get(reverse("admin:events_source_read", args=[world.article.pk])).status_code == 403
