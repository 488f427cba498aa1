"""A web page's article: its title, headings, paragraphs and list items, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import trafilatura
from lxml import etree

from archive.ingest.rawtext import Raw
from archive.ingest.rules.furniture import is_byline

TAG_LINE = re.compile(r"(?:\w+\s?:\s*)?(?:#\s?[\w'’]*[,;·|]?\s*)+")
ENOUGH = 250  # characters; less than this and the page is read again without guessing
KINDS = {"head": "heading", "p": "paragraph", "item": "list-item", "quote": "paragraph"}
PLAIN_KINDS = {f"h{level}": "heading" for level in range(1, 7)} | {
    "p": "paragraph",
    "li": "list-item",
    "blockquote": "paragraph",
    "td": "paragraph",
    "div": "paragraph",
}
NOT_ARTICLE = [
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "iframe",
    "template",
    "svg",
    "select",
]


def blocks_of_web_page(html: str, *, url: str = "") -> Iterator[Raw]:
    """The blocks of the article in a page: as trafilatura finds it, or all its text where that is little."""
    page = _parsed(html)
    if page is None:
        return
    title = _title(page)
    found = _found_by_trafilatura(page, url)
    plain = None if sum(len(block.words) for block in found) >= ENOUGH else _everything(page)
    blocks = plain if plain and _length(plain) > 1.5 * _length(found) else found
    if title and not any(_same(title, block.words) for block in blocks[:3]):
        yield Raw("title", title)
    headings = _headings(page)
    for place, block in enumerate(blocks):
        is_title = place < 3 and title and _same(title, block.words)
        yield Raw("title" if is_title else _kind(block, headings), block.words)
    have = " ".join(block.words for block in blocks)
    yield from (Raw("paragraph", words) for words in _tag_lines(page) if words not in have)


def _kind(block: Raw, headings: set[str]) -> str:
    if block.words.casefold() in headings:
        return "heading"
    return "byline" if block.kind != "heading" and is_byline(block.words) else block.kind


def _headings(page: Any) -> set[str]:
    heads = page.iter("h1", "h2", "h3", "h4", "h5", "h6")
    return {" ".join(head.text_content().split()).casefold() for head in heads}


def _tag_lines(page: Any) -> list[str]:
    """Lines of hashtags: what an article calls itself, though it stands below the article."""
    found = []
    for part in page.iter("p", "div", "li", "span"):
        words = " ".join(part.text_content().split())
        if "#" in words and len(words) < 300 and TAG_LINE.fullmatch(words):
            found.append(words)
    return list(dict.fromkeys(found))


def _parsed(html: str) -> Any:
    try:
        page = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    for quote in page.iter("q"):  # a browser shows these with marks; as text they would lose them
        _wrap(quote)
    return page


def _wrap(quote: Any) -> None:
    quote.text = "“" + (quote.text or "")
    if len(quote):
        quote[-1].tail = (quote[-1].tail or "") + "”"
    else:
        quote.text += "”"


def _title(page: Any) -> str:
    headings = [" ".join(head.text_content().split()) for head in page.iter("h1")]
    return next((words for words in headings if words), "") if len(headings) <= 3 else ""


def _found_by_trafilatura(page: Any, url: str) -> list[Raw]:
    xml = trafilatura.extract(
        lxml.html.tostring(page, encoding="unicode"),
        url=url or None,
        output_format="xml",
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
    )
    return list(_from_xml(etree.fromstring(xml.encode()))) if xml else []


def _from_xml(document: Any) -> Iterator[Raw]:
    main = document.find("main")
    for part in () if main is None else main.iter(*KINDS):
        nested = part.find(".//p") is not None or any(above.tag in KINDS for above in part.iterancestors())
        if nested and part.tag != "p":
            continue  # a quote or item is read either as its paragraphs or as a part of one
        for words in _lines(part):
            yield Raw(KINDS[part.tag], words)


def _lines(part: Any) -> list[str]:
    for line_break in part.iter("lb", "br"):
        line_break.tail = "\n\n" + (line_break.tail or "")
    lines = "".join(part.itertext()).split("\n\n")
    return [words for line in lines if (words := " ".join(line.split()))]


def _everything(page: Any) -> list[Raw]:
    """All text of the page but scripts, menus and forms, by its innermost blocks."""
    etree.strip_elements(page, *NOT_ARTICLE, with_tail=False)
    blocks = []
    for part in page.iter(*PLAIN_KINDS):
        if not any(True for _ in part.iterdescendants(*PLAIN_KINDS)):
            blocks += [Raw(PLAIN_KINDS[part.tag], words) for words in _lines(part)]
    if not blocks:
        blocks = [Raw("paragraph", words) for words in _lines(page)]
    return blocks


def _length(blocks: list[Raw]) -> int:
    return sum(len(block.words) for block in blocks)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
