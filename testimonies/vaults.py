"""The two vaults: of originals, which nobody but the desk reads, and of the copies made for the public."""

from django.conf import settings

from archive.core.media.vault import Vault


def originals() -> Vault:
    return Vault(settings.VAULT / "originals")


def copies() -> Vault:
    return Vault(settings.VAULT / "copies")
