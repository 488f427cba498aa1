"""Pages are tested without collected static files: their plain addresses do."""

import pytest

from tests.pages.lanterns import Lanterns, light
from tests.pages.reader import Reader
from tests.universe import Universe


@pytest.fixture(autouse=True)
def _static_files_need_not_be_collected(settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings.STATIC_ROOT = tmp_path
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}


@pytest.fixture
def reader() -> Reader:
    """Somebody who reads in English."""
    return Reader()


@pytest.fixture
def lanterns(world: Universe) -> Lanterns:
    """The night of the lanterns, public."""
    return light(world)
