"""The answers of the API as serializers, made from the public shapes. They describe; nothing is run
through them."""

from __future__ import annotations

from functools import cache
from typing import Any

from rest_framework import serializers

from archive.edition import vocabulary as v
from archive.edition.shapes import Shape
from archive.edition.shapes.base import Codes, LanguageMap, Part, Role
from archive.edition.shapes.testimonies import PassageShape


class Stamp(Part):
    """When and as which version the record was published. `digest` is the SHA-256 of the canonical JSON
    (RFC 8785) of the record's own, whole answer without `edition` and `linked`; the ledger holds the same."""

    version = serializers.IntegerField(help_text="1 at first; the next number at every new publication.")
    digest = serializers.CharField(help_text="SHA-256, hexadecimal.")
    published = serializers.DateTimeField()


class Link(Part):
    """Another public record. A link goes when the record it leads to is withdrawn."""

    id = serializers.CharField(help_text="Its permanent identifier.")
    title = LanguageMap(help_text="What it is called.")


class NoLinks(serializers.DictField):
    """What a kind without links has in their place: `{}`."""


class Trouble(Part):
    """What is wrong with a request."""

    code = serializers.CharField(help_text="A word for programs; it does not change.")
    message = serializers.CharField(help_text="A sentence for people: what to do.")
    parameter = serializers.CharField(required=False, help_text="The parameter that cannot be read.")
    allowed = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="What stands there instead."
    )


class Problem(Part):
    """Every answer with a status of 400 or above."""

    error = Trouble()


class AccountOfPassage(Part):
    """The testimony that a passage stands in."""

    id = serializers.CharField(help_text="Its permanent identifier.")
    title = LanguageMap(help_text="What it is called.")
    warnings = Codes(v.ContentWarning.choices, help_text="What to know before reading any of it.")


class Passage(PassageShape):
    """One turn of a testimony. `edition` is the testimony's: its version, and the digest of the whole."""

    position = serializers.IntegerField(min_value=1, help_text="Its place among the public passages, from 1.")
    sample = serializers.BooleanField(help_text="Part of the sample collection: not evidence of anything.")
    testimony = AccountOfPassage()
    edition = Stamp()


class Offer(Part):
    """A list that the archive offers."""

    kind = serializers.CharField()
    address = serializers.URLField()
    description = serializers.CharField()


class Contents(Part):
    """What this archive offers to programs."""

    name = serializers.CharField(help_text="What this archive is called.")
    contact = serializers.CharField(allow_blank=True, help_text="An e-mail address or a web page.")
    lists = Offer(many=True)
    passages = serializers.CharField(help_text="Where the passages of a testimony are (RFC 6570).")
    search = serializers.CharField(help_text="Where to search in every kind (RFC 6570).")
    files = serializers.CharField(
        help_text="Where the file is that a testimony's `media` or a victim's `portrait` names as `file` "
        "(RFC 6570)."
    )
    documentation = serializers.URLField()
    schema = serializers.URLField()


@cache
def answer_of(shape: type[Shape]) -> type[Part]:
    """One record, whole: its own facts, its stamp, its links."""
    links = {
        name: link_of(role)(many=True, required=False, help_text=f"{role.help.capitalize()}.")
        for name, role in shape.roles.items()
    }
    says = "Links to other records, by role; empty roles are left out."
    linked = _made(f"{name_of(shape)}Links", Part, says, links)() if links else NoLinks()
    stamped = {"edition": Stamp(), "linked": linked}
    return _made(name_of(shape), shape, shape.__doc__ or "", stamped)


@cache
def brief_of(shape: type[Shape]) -> type[Part]:
    """One record as a list shows it: without what is too long for a list."""
    if not shape.apart:
        return answer_of(shape)
    left_out: dict[str, Any] = dict.fromkeys(shape.apart)
    says = f"{shape.__doc__} In a list, without: {', '.join(shape.apart)}."
    return _made(f"{name_of(shape)}Brief", answer_of(shape), says, left_out)


@cache
def page_of(shape: type[Shape]) -> type[Part]:
    """A page of a list."""
    return page_with(brief_of(shape), name_of(shape), shape.plural)


def page_with(result: type[Part], name: str, plural: str) -> type[Part]:
    """A page of such answers."""
    return _made(
        f"{name}Page",
        Part,
        f"A page of {plural}.",
        {
            "results": result(many=True),
            "next": serializers.URLField(
                allow_null=True, help_text="The address of the next page; null at the end."
            ),
            "count": serializers.IntegerField(
                required=False, help_text="With `count=1`: how many there are, counted up to 1000."
            ),
            "count_is_exact": serializers.BooleanField(
                required=False, help_text="Whether `count` is all of them; false says “1,000 or more”."
            ),
        },
    )


@cache
def _link_of(to: tuple[str, ...], note: type[Part] | None) -> type[Part]:
    kinds = "Or".join(map(pascal, to))
    fields = {"kind": serializers.ChoiceField(choices=[(kind, kind) for kind in to])}
    bases = (note, Link) if note else (Link,)
    says = (note.__doc__ if note and "__doc__" in vars(note) else None) or Link.__doc__ or ""
    name = f"LinkTo{kinds}{note.__name__ if note else ''}"
    return type(name, bases, {**fields, "__doc__": says, "__module__": __name__})


def link_of(role: Role) -> type[Part]:
    """A link in one role, with what stands on it."""
    return _link_of(role.to, role.note)


def pascal(kind: str) -> str:
    """A kind as the name of a schema: `VictimGroup`."""
    return "".join(part.capitalize() for part in kind.split("_"))


def name_of(shape: type[Shape]) -> str:
    """What the schema of a kind's answer is called."""
    return pascal(shape.kind)


def _made(name: str, base: type[Part], says: str, fields: dict[str, Any]) -> type[Part]:
    return type(name, (base,), {**fields, "__doc__": says, "__module__": __name__})
