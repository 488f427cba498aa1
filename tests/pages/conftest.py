"""Pages are tested without collected static files: their plain addresses do."""

import pytest


@pytest.fixture(autouse=True)
def _static_files_need_not_be_collected(settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings.STATIC_ROOT = tmp_path
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}
