"""A reader who opens pages and sees what stands on them."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client
from lxml import html

from archive.desk.models import Publishable
from archive.edition.models import Record


class Reader:
    """Opens pages in one language."""

    def __init__(self, language: str = "en"):
        self.language, self.client = language, Client()

    def get(self, path: str = "", **parameters: str) -> HttpResponse:
        return self.client.get(f"/{self.language}/{path}", parameters)

    def opens(self, path: str = "", **parameters: str) -> Page:
        answer = self.get(path, **parameters)
        assert answer.status_code == 200, (path, answer.status_code)
        return Page(answer)

    def reads(self, record: Publishable) -> Page:
        """The page of a published record, at its canonical address."""
        return self.opens(Record.objects.get(pk=record.identifier).path)


class Page:
    """What stands on a page."""

    def __init__(self, answer: HttpResponse):
        self.source = answer.content.decode()
        self.tree = html.fromstring(self.source)

    def __contains__(self, words: str) -> bool:
        return words in self.text

    @property
    def text(self) -> str:
        return self.of(self.tree)

    def elements(self, where: str) -> list[html.HtmlElement]:
        """What `tag`, `.class` or `tag.class` finds."""
        tag, _dot, name = where.partition(".")
        having = f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name else ""
        return self.tree.xpath(f"//{tag or '*'}{having}")

    def all(self, where: str) -> list[str]:
        return [self.of(each) for each in self.elements(where)]

    def attributes(self, where: str, name: str) -> list[str]:
        return [each.get(name) for each in self.elements(where) if each.get(name) is not None]

    @staticmethod
    def of(element: html.HtmlElement) -> str:
        shown = element.xpath(".//text()[not(ancestor::*[contains(@class, 'cal') and @hidden])]")
        return " ".join("".join(shown).split())
