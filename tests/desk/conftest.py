"""Somebody sits at the desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from archive.desk.models import Publishable
from tests.universe import Universe


@pytest.fixture(autouse=True)
def _static_files_need_not_be_collected(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}


@pytest.fixture
def ada(world: Universe) -> Client:
    """The curator's browser."""
    client = Client()
    client.force_login(world.ada, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def ben(world: Universe) -> Client:
    """The approver's browser."""
    client = Client()
    client.force_login(world.ben, backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(record: Publishable, page: str = "change") -> str:
    """One of a record's own pages at the desk."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def typed(page: Any, form: str = "//*[@id='content-main']//form") -> dict[str, Any]:
    """What a browser would send of the form on a page, if nobody changed anything."""
    found = html.fromstring(page.content.decode()).xpath(form)[0]
    sent: dict[str, Any] = {}
    for name, value in found.form_values():
        if "__prefix__" not in name:
            sent.setdefault(name, []).append(value)
    return {name: values if len(values) > 1 else values[0] for name, values in sent.items()}
