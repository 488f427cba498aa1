"""What a reader may mean while still typing: records of such a name, in any script, or such a title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from archive.edition import names
from archive.edition.models import Record
from archive.edition.search.finding import find
from archive.edition.search.query import Asked
from archive.edition.shapes import SHAPES
from archive.edition.vocabulary import Output
from archive.pages.addresses import address_of
from archive.pages.lists import TITLES
from archive.pages.page import page
from archive.pages.reading import COLUMNS, Published
from archive.pages.shown.texts import Text, best, numeral

MOST = 8
FEWEST_SIGNS = 2  # what begins with one letter is half the archive


@page
def suggest(request: HttpRequest, language: str) -> HttpResponse:
    """A few records for the words typed so far (`q`), of one `kind` or of any, as JSON.

    `name` is what the list is called, `said` what there is to say of it; each suggestion has the `text` of
    its title, its `language` and `direction`, the name that is like the words where it is another (`also`),
    the `kind` in the reader's language, and its address, `href`. Three queries with the ledger's.
    """
    asked = Asked.of(request.GET.get("q", ""))
    kind = kind if (kind := request.GET.get("kind", "")) in SHAPES else ""
    found = list(_suggested(asked, kind, language)) if len(asked.typed) >= FEWEST_SIGNS else []
    said = ngettext("%(number)s suggestion", "%(number)s suggestions", len(found))
    answer = {
        "name": _("Suggestions"),
        "said": said % {"number": numeral(len(found))},
        "suggestions": found,
    }
    return JsonResponse(answer, headers={"Content-Language": language, "X-Robots-Tag": "noindex"})


def _suggested(asked: Asked, kind: str, language: str) -> Iterator[dict[str, Any]]:
    output = Output.WEB.value
    kinds = [kind] if kind else None
    by_name = names.find(asked.plain, output=output, kinds=kinds, most=MOST) if asked.plain else []
    like = {each.record: Text(each.text, each.language) for each in by_name}
    if not like and not asked.asks:
        return
    records = Record.on_pages.values_list(*COLUMNS)
    answer = find(asked, records, output=output, kind=kind, named=list(like), size=MOST, only_titles=True)
    order = {identifier: place for place, identifier in enumerate(like)}
    answer.named.sort(key=lambda row: order[row[0]])
    for record in map(Published.of, [*answer.named, *answer.rows][:MOST]):
        called = best(record.title)
        also = like.get(record.id)
        yield {
            **_said(called),
            "also": _said(also) if also and str(also) != str(called) else None,
            "kind": str(TITLES[record.kind][0]),
            "href": address_of(language, record.kind, record.id, record.title),
        }


def _said(text: Text) -> dict[str, str]:
    return {"text": str(text), "language": text.tag, "direction": text.dir}
