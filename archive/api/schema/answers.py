"""The answers of the API as serializers, made from the public shapes. They describe; nothing is run
through them."""

from __future__ import annotations

from functools import cache
from typing import Any

from rest_framework import serializers

from archive.edition.shapes import Shape
from archive.edition.shapes.base import LanguageMap, Part, Role


class Stamp(Part):
    """When and as which version the record was published. `digest` is the SHA-256 of the canonical JSON
    (RFC 8785) of the answer without `edition` and `linked`; the ledger holds the same."""

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
    documentation = serializers.URLField()
    schema = serializers.URLField()


@cache
def answer_of(shape: type[Shape]) -> type[Part]:
    """One record: its own facts, its stamp, its links."""
    links = {
        name: link_of(role)(many=True, required=False, help_text=f"{role.help.capitalize()}.")
        for name, role in shape.roles.items()
    }
    says = "Links to other records, by role; empty roles are left out."
    linked = _made(f"{_name(shape)}Links", Part, says, links)() if links else NoLinks()
    stamped = {"edition": Stamp(), "linked": linked}
    return _made(_name(shape), shape, shape.__doc__ or "", stamped)


@cache
def page_of(shape: type[Shape]) -> type[Part]:
    """A page of a list."""
    return _made(
        f"{_name(shape)}Page",
        Part,
        f"A page of {shape.plural}.",
        {
            "results": answer_of(shape)(many=True),
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
    kinds = "Or".join(kind.capitalize() for kind in to)
    fields = {"kind": serializers.ChoiceField(choices=[(kind, kind) for kind in to])}
    bases = (note, Link) if note else (Link,)
    says = (note.__doc__ if note and "__doc__" in vars(note) else None) or Link.__doc__ or ""
    name = f"LinkTo{kinds}{note.__name__ if note else ''}"
    return type(name, bases, {**fields, "__doc__": says, "__module__": __name__})


def link_of(role: Role) -> type[Part]:
    """A link in one role, with what stands on it."""
    return _link_of(role.to, role.note)


def _name(shape: type[Shape]) -> str:
    return shape.kind.capitalize()


def _made(name: str, base: type[Part], says: str, fields: dict[str, Any]) -> type[Part]:
    return type(name, (base,), {**fields, "__doc__": says, "__module__": __name__})
