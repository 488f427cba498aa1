"""Tags of the desk's templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.text import capfirst

from archive.desk.admin.lists import STATES
from archive.desk.models import Publishable
from archive.desk.previews import registered

register = template.Library()


@register.simple_tag
def record_url(record: Publishable, tool: str) -> str:
    """One of a record's own pages at the desk."""
    return registered(record).tool_url(record, tool)


@register.simple_tag
def tool_url(pages: Any, record: Any, tool: str) -> str:
    """The same, where the pages are known."""
    return pages.tool_url(record, tool)


@register.simple_tag
def state_mark(state: str) -> str:
    """A record's state, told by its word."""
    return format_html('<span class="state state-{}">{}</span>', state, STATES[state])


@register.filter
def verbose_name(record: Publishable) -> str:
    """What kind of record it is."""
    return capfirst(str(record._meta.verbose_name))
