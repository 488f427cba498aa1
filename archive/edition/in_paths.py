"""Parts of public addresses that several rooms know. Whoever imports this can write `<language:…>`."""

from django.conf import settings
from django.urls import register_converter

from archive.edition.shapes import KIND_OF_PLURAL


class InPath:
    """A part of an address that is what it says."""

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class LanguageInPath(InPath):
    """One of the archive's languages."""

    regex = r"[a-z]{2,3}(?:-[a-zA-Z]{2,4})?"

    def to_python(self, value: str) -> str:
        if value not in dict(settings.LANGUAGES):
            raise ValueError(value)  # no address of the archive
        return value


class PluralInPath(InPath):
    """What a list of one kind is called in addresses: `events`, `people`."""

    regex = "|".join(KIND_OF_PLURAL)


class TagInPath(InPath):
    """Any language that a text may be in: `fa`, `ku-Latn`, `pt-BR`."""

    regex = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"


register_converter(LanguageInPath, "language")
register_converter(PluralInPath, "plural")
register_converter(TagInPath, "tag")
