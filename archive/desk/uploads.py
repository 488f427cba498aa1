"""Where a large upload lies while it comes in: on the vault's disk, where nobody else reads."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BesideTheVault(TemporaryFileUploadHandler):
    """Django's own, which makes its folder first: closed to all but the desk."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        settings.FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        super().new_file(*args, **kwargs)
