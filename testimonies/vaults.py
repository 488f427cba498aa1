"""The vaults: of originals and of transcripts, which nobody but the desk reads, and of the copies made for
the public."""

from django.conf import settings

from archive.core.media.vault import Vault


def originals() -> Vault:
    return Vault(settings.VAULT / "originals")


def copies() -> Vault:
    return Vault(settings.VAULT / "copies")


def transcripts() -> Vault:
    """Transcripts as they were handed in, byte for byte."""
    return Vault(settings.VAULT / "transcripts")
