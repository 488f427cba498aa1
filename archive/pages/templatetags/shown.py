"""How templates write what pages show: texts with their language, numbers as readers write them."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from archive.pages.addresses import below
from archive.pages.shown.texts import Linked, Text, best, numeral, reader

register = template.Library()


@register.filter
def text(words: Text) -> SafeString | str:
    """A short text among others, isolated, with its language and direction."""
    if not words:
        return ""
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', words.tag, words.dir, words.words)


@register.filter
def tongue(words: Text) -> SafeString | str:
    """The attributes of an element that holds nothing but this text."""
    return format_html('lang="{}" dir="{}"', words.tag, words.dir) if words else ""


@register.filter
def link(linked: Linked) -> SafeString:
    """A link to another record."""
    title = linked.title
    return format_html(
        '<a href="{}"><bdi lang="{}" dir="{}">{}</bdi></a>', linked.href, title.tag, title.dir, title.words
    )


@register.filter(name="best")
def best_for_reader(texts: dict[str, str]) -> Text:
    """The text of a language map for this reader."""
    return best(texts)


@register.filter
def number(value: int) -> str:
    """A whole number as the reader's language writes it."""
    return numeral(value)


@register.simple_tag
def to(path: str = "") -> str:
    """The address of a path in the reader's language."""
    return below(reader(), path)


@register.simple_tag
def font(name: str) -> str:
    """The address of one of the archive's own fonts."""
    return static(f"fonts/{name}.woff2")
