"""Accounts at the desk, beyond what Django knows of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class GivenPassword(models.Model):
    """A password that somebody else chose: its owner sets another before doing anything else."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="given_password"
    )
    given_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"of {self.account}"
