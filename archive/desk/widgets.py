"""Form widgets of the desk: a text per language, and a historical date. Both work without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from archive.core.dates import HistoricalDate
from archive.core.languages import direction
from archive.desk.date_words import in_words
from archive.edition.vocabulary import Calendar

Texts = Mapping[str, Any]
_OTHER = "{name}-other-{number}-{part}"


class _OwnTemplate(forms.Widget):
    """A widget whose template stands with the desk's other templates."""

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        return render_to_string(template_name, context)


class LanguageMapWidget(_OwnTemplate):
    """One row per language of the archive, one for each other language in use, and one to add another."""

    template_name = "desk/widgets/language_map.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, long: bool = False, lists: bool = False):
        super().__init__(attrs)
        self.long, self.lists = long, lists

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        texts: Texts = value or {}
        ours = dict(settings.LANGUAGES)
        others = [tag for tag in texts if tag not in ours]
        element = context["widget"]["attrs"].get("id", f"id_{name}")
        context["widget"] |= {
            "long": self.long or self.lists,
            "rows": [self._row(name, element, tag, label, texts) for tag, label in ours.items()],
            "others": [
                self._other(name, element, number, tag, texts) for number, tag in enumerate([*others, ""])
            ],
        }
        return context

    def _row(self, name: str, element: str, tag: str, label: str, texts: Texts) -> dict[str, Any]:
        first = tag == next(iter(dict(settings.LANGUAGES)))
        return {
            "name": f"{name}-{tag}",
            "id": element if first else f"{element}-{tag}",
            "label": label,
            "tag": tag,
            "dir": direction(tag),
            "text": self._shown(texts.get(tag, "")),
        }

    def _other(self, name: str, element: str, number: int, tag: str, texts: Texts) -> dict[str, Any]:
        def part(what: str) -> str:
            return _OTHER.format(name=name, number=number, part=what)

        return {
            "tag_name": part("tag"),
            "name": part("text"),
            "id": f"{element}-other-{number}",
            "tag": tag,
            "dir": direction(tag) if tag else "auto",
            "text": self._shown(texts.get(tag, "")) if tag else "",
        }

    def _shown(self, text: Any) -> str:
        return "\n".join(text) if isinstance(text, list) else text

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, Any]:
        ours = {tag: data.get(f"{name}-{tag}", "") for tag, _label in settings.LANGUAGES}
        texts = {tag: text for tag, text in ours.items() if text.strip()}
        for number in self._numbers(data, name):
            tag = data.get(_OTHER.format(name=name, number=number, part="tag"), "").strip()
            text = data.get(_OTHER.format(name=name, number=number, part="text"), "")
            if tag or text.strip():
                texts[tag] = text
        return {tag: self._read(text) for tag, text in texts.items()}

    def _read(self, text: str) -> Any:
        text = text.strip().replace("\r\n", "\n")
        if self.lists:
            return [line.strip() for line in text.split("\n") if line.strip()]
        return text if self.long else " ".join(text.split())

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{tag}" in data for tag, _label in settings.LANGUAGES)

    @staticmethod
    def _numbers(data: Any, name: str) -> list[int]:
        pattern = re.compile(re.escape(name) + r"-other-(\d+)-text\Z")
        return sorted(int(found[1]) for key in data if (found := pattern.match(key)))


class HistoricalDateWidget(_OwnTemplate, forms.MultiWidget):
    """A date as the source gives it, its calendar, and how it was understood; explains itself."""

    template_name = "desk/widgets/historical_date.html"

    class Media:
        js = ["desk/dates.js"]

    def __init__(self, attrs: dict[str, Any] | None = None):
        parts: dict[str, forms.Widget | type[forms.Widget]] = {
            "stated": forms.TextInput(),
            "calendar": forms.Select(choices=Calendar.choices),
            "edtf": forms.TextInput(),
        }
        super().__init__(parts, attrs)

    def decompress(self, value: HistoricalDate | None) -> list[str]:
        return [value.stated, value.calendar, value.edtf] if value else ["", Calendar.GREGORIAN, ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        stated, calendar, edtf = context["widget"]["subwidgets"]
        chosen = calendar["value"][0] if calendar["value"] else Calendar.GREGORIAN
        context["widget"] |= {
            "stated": stated,
            "calendar": calendar,
            "calendars": [(code, label, code == chosen) for code, label in Calendar.choices],
            "edtf": edtf,
        }
        context["widget"]["understood"] = in_words(value) if isinstance(value, HistoricalDate) else ""
        return context
