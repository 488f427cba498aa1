"""Where pages are: `/<language>/<plural>/<id>/<words>`, and the same page in the other languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from archive.core.languages import direction
from archive.edition.models import record_path


@dataclass(frozen=True)
class InOtherWords:
    """The same page in one of the archive's languages; `kept` is what its address ends with for a reader."""

    language: str
    name: str
    dir: str
    href: str
    here: bool
    kept: str = ""


def in_every_language(path: str, language: str, kept: str = "") -> Iterator[InOtherWords]:
    """A page (its path below the language) in all languages of the archive."""
    for code, name in settings.LANGUAGES:
        yield InOtherWords(code, name, direction(code), below(code, path), code == language, kept)


def below(language: str, path: str = "") -> str:
    """The address of a path in a language."""
    return iri_to_uri(f"/{language}/{path}")


def address_of(language: str, kind: str, identifier: str, title: Mapping[str, str]) -> str:
    """The canonical address of a record's page in a language."""
    return below(language, record_path(kind, identifier, dict(title)))


def with_query(address: str, **parameters: str) -> str:
    """An address with those parameters that say something."""
    said = {name: value for name, value in parameters.items() if value}
    return f"{address}?{urlencode(said)}" if said else address


def absolute(address: str) -> str:
    """The whole address, as others link to it."""
    return settings.ARCHIVE_URL + address


def language_of_path(path: str) -> str | None:
    """The language an address begins with, if it is one of the archive's."""
    first = path.lstrip("/").split("/", maxsplit=1)[0]
    return first if first in dict(settings.LANGUAGES) else None


def best_language(request: HttpRequest) -> str:
    """The archive's language that a reader's browser asks for first."""
    for asked, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:500]):
        try:
            return get_supported_language_variant(asked)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
