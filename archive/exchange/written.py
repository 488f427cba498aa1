"""Feeds as they are written: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from archive.exchange.entries import Entry

# When an empty feed changed last: not now, or it would never be the same twice.
NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class About:
    """What stands at the head of a feed."""

    title: str
    description: str
    language: str
    page: str
    address: str


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NOTHING_YET)


def as_atom(about: About, entries: Sequence[Entry]) -> bytes:
    """The feed as Atom."""
    feed = _Atom(about.title, about.page, about.description, language=about.language, feed_url=about.address)
    for each in entries:
        feed.add_item(
            each.title,
            each.page,
            escape(each.words),  # Atom's summaries are HTML
            unique_id=each.permanent,
            updateddate=each.published,
            categories=[each.kind, *(f"warning:{code}" for code in each.warnings)],
        )
    return feed.writeString("utf-8").encode()


def as_json_feed(about: About, entries: Sequence[Entry]) -> bytes:
    """The feed as JSON Feed 1.1; `_archive` holds what the format has no place for."""
    return orjson.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": about.title,
            "description": about.description,
            "language": about.language,
            "home_page_url": about.page,
            "feed_url": about.address,
            "items": [_item(each) for each in entries],
        }
    )


def _item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.permanent,
        "url": entry.page,
        "title": entry.title,
        "content_text": entry.words,
        "language": entry.language,
        "date_modified": entry.published.isoformat(),
        "tags": [entry.kind, *(f"warning:{code}" for code in entry.warnings)],
        "_archive": {"kind": entry.kind, "warnings": list(entry.warnings), "sample": entry.sample},
    }
