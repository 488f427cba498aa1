"""What has opened after an embargo is like what never had one."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from archive.desk.calendar import keep_dates
from archive.desk.models import Difference
from archive.desk.review import Refused
from archive.edition.models import Record
from tests.safety.hearing import curators
from tests.safety.interview import Interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Interview:
    """Approved under an embargo; its day came, and the calendar opened it."""
    one = Interview(*curators())
    one.embargo(3)
    one.publish()
    later = timezone.now() + timedelta(days=4)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    list(keep_dates())
    return one


def test_a_change_that_takes_nothing_away_publishes_nothing_anew(opened: Interview):
    before = Record.objects.get(pk=opened.testimony.identifier).version
    opened.touch()
    assert Record.objects.get(pk=opened.testimony.identifier).version == before
    assert not Difference.objects.exists()


def test_there_is_nothing_to_ask_for(opened: Interview):
    with pytest.raises(Refused, match="Nothing to ask for"):
        opened.ask()


def test_the_check_of_what_is_public_finds_nothing(opened: Interview):
    call_command("check_public", stdout=StringIO())
