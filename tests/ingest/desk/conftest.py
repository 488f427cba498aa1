"""Curators, and articles taken in through the real verbs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from archive.desk.roles import APPROVER, CURATOR, make_groups
from archive.ingest.actions import take_in
from archive.ingest.models import Intake
from tests.universe import user

ARTICLES = Path(__file__).resolve().parents[3] / "archive" / "ingest" / "articles"
ARTICLE = """Families meet at Port Amaly

On 3 May a conference was held in Port Amaly, hosted by the Committee of Karsavan Families.

“We counted 400 graves behind the prison,” said Leyla Ormand, a former teacher.

She called on the Ministry of Justice to open the archive of the prison. \
“Nobody has answered us. We will write again,” Ormand said.
"""


@pytest.fixture
def ada(db) -> User:  # type: ignore[no-untyped-def]
    """A curator."""
    make_groups()
    return user("ada", CURATOR)


@pytest.fixture
def ben(ada: User) -> User:
    """Somebody who approves."""
    return user("ben", APPROVER)


@pytest.fixture
def stranger(ada: User) -> User:
    """An account without any right."""
    return User.objects.create_user("stranger", password="a long enough password", is_staff=True)


@pytest.fixture
def intake(ada: User) -> Intake:
    """The article of the families, taken in."""
    return take_in(data=ARTICLE.encode(), by=ada, taken_from="https://example.org/families")


@pytest.fixture
def taking(ada: User) -> Callable[[Path], Intake]:
    """Takes in an article of the evaluation set."""
    return lambda file: take_in(data=file.read_bytes(), by=ada, filename=file.name)


@pytest.fixture(autouse=True)
def _style_sheets_as_they_are(settings) -> None:  # type: ignore[no-untyped-def]
    """Pages name their style sheets without a digest, so that nothing has to be collected first."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
