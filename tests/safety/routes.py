"""Every public address: found in the URL resolver, given example arguments, and asked in every way."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, RoutePattern

from archive.core.identifiers import new_identifier
from archive.edition.shapes import KIND_OF_PLURAL, SHAPES
from tests.safety.hiding import Hidden

NOT_PUBLIC = ("desk/", "admin/")
# Routes that end in a pattern of their own instead of named parameters: what to ask there.
BY_PATTERN: dict[str, list[str]] = {
    "api/": [
        "api/", "api/v1", "api/v2/", "api/v1/secrets/", "api/v1/events/x/y/", "api/../desk/", "api/v1/desk/",
    ],
}  # fmt: skip
ODD_ADDRESSES = [
    "/favicon.ico", "/robots.txt", "/static/", "/static/no.css", "/static/../manage.py", "/nothing", "/en",
    "/xx/", "/en/secrets/", "/en/events/%00", "/en/events/%FF", "/%2e%2e/desk/", "/desk", "/.env", "/media/x",
    "/en//events/", "/EN/events/", "/en/events/?after=%00", "/sitemap.xml", "/feed", "/oai", "/api/v1/a.json",
]  # fmt: skip
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
WAYS: list[dict[str, str]] = [
    {"HTTP_ACCEPT": "application/json"}, {"HTTP_ACCEPT": "text/html"}, {"HTTP_ACCEPT": "image/png"},
    {"HTTP_ACCEPT": "application/xml"}, {"HTTP_ACCEPT_LANGUAGE": "fa"}, {"HTTP_ACCEPT_ENCODING": "gzip, br"},
    {"HTTP_ORIGIN": "https://elsewhere.example"}, {"HTTP_COOKIE": "desk=abcdefgh12345678; desk_csrf=a"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST"}, {"HTTP_RANGE": "bytes=0-9"}, {"HTTP_IF_NONE_MATCH": "*"},
    {"HTTP_X_FORWARDED_HOST": "elsewhere.example", "HTTP_X_ORIGINAL_URL": "/desk/"},
    {"HTTP_AUTHORIZATION": "Basic YWRhOmFkYQ=="}, {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
]  # fmt: skip


@dataclass(frozen=True)
class Route:
    """One pattern of the resolver, from its beginning."""

    pattern: str
    parameters: tuple[str, ...]
    open_ended: bool  # a regular expression, not a path with parameters


def public_routes(patterns: Any = None, before: str = "") -> Iterator[Route]:
    """Every pattern outside the desk."""
    for each in patterns if patterns is not None else get_resolver().url_patterns:
        here = before + (str(each.pattern) if isinstance(each.pattern, RoutePattern) else "")
        if here.startswith(NOT_PUBLIC):
            continue
        if isinstance(each, URLResolver):
            yield from public_routes(each.url_patterns, here)
        elif isinstance(each, URLPattern):
            yield Route(here, tuple(each.pattern.converters), isinstance(each.pattern, RegexPattern))


def examples(hidden: Hidden) -> dict[str, list[str]]:
    """What to put in place of each parameter of a route. A new parameter is added here."""
    identifiers = [ids[0] for ids in hidden.public.values()]
    identifiers += [identifier for ids in hidden.identifiers.values() for identifier in ids.values()]
    return {
        "language": [code for code, _name in settings.LANGUAGES],
        "plural": list(KIND_OF_PLURAL),
        "identifier": [*identifiers, new_identifier(), "0", "null", "*", "%25", "ZZZZZZZZZZZ"],
        "words": ["a", "b/c", hidden.canaries.words_for_search()[0]],
        "tag": ["fa", "en", "fr", "ku-Latn", "pt-BR"],
        "form": ["atom", "json", "ndjson", "csv"],
        "name": [*hidden.files["public"][:6], *hidden.files["hidden"], "no.mp3", "../a", "%00"],
    }


def addresses(route: Route, known: dict[str, list[str]], *, most: int = 10**6) -> list[str]:
    """Addresses of a route. Raises KeyError for a parameter nobody gave examples of."""
    if route.open_ended:
        return [f"/{each}" for each in BY_PATTERN[route.pattern]]
    varied = [known[name] for name in route.parameters]
    found = []
    for values in itertools.product(*varied):
        address = route.pattern
        for value in values:
            address = re.sub(r"<[^>]*>", quote(value).replace("\\", ""), address, count=1)
        found.append(f"/{address}")
    step = max(1, len(found) // most)
    return found[::step]


class _Asking(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("name")
        if tag in {"input", "select", "textarea", "button"} and name:
            self.names.add(name)
        if tag == "a" and (href := dict(attrs).get("href")):
            self.names.update(parse_qs(urlsplit(href).query))


def parameters_of_schema(client: Client) -> dict[str, set[str]]:
    """The query parameters of every address, as the API describes itself."""
    answer = client.get("/api/v1/schema/", {"format": "json"})
    if answer.status_code != 200:
        return {}
    return {
        address: {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}
        for address, item in answer.json()["paths"].items()
        for operation in [item.get("get", {})]
    }


def parameters_of_pages(client: Client, pages: list[str]) -> set[str]:
    """What the forms and the links of these pages ask with."""
    forms = _Asking()
    for page in pages:
        forms.feed(client.get(page).content.decode())
    return forms.names


def values_for(name: str, kind: str | None, hidden: Hidden) -> list[str]:
    """What to give to a query parameter: what is hidden, what is public, and nonsense."""
    about = name if name in SHAPES else kind or "person"
    ids = [known.get(about, next(iter(known.values()))) for known in hidden.identifiers.values()]
    words = hidden.canaries.words_for_search()
    years = [token for token in hidden.canaries.places if re.fullmatch(r"1[0-5]\d\d", token)]
    return [
        *ids,
        hidden.public["person"][0],
        words[-1],
        years[0],
        f"{years[1]}-05-17",
        "1",
        "newest",
        "%",
        "yaml",
    ]


def with_query(address: str, **parameters: str) -> str:
    return f"{address}?{urlencode(parameters)}"
