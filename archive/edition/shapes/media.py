"""What is heard and seen: recordings, photographs, scans."""

from __future__ import annotations

from rest_framework import serializers

from archive.edition import vocabulary as v
from archive.edition.shapes.base import Code, FileName, LanguageMap, Part, Reference, Words


class MediaShape(Part):
    """A public copy of a recording or picture, without its metadata; the original stays at the desk."""

    id = Reference(help_text="Permanent identifier.")
    media_kind = Code(v.MediaKind.choices)
    file = FileName(help_text="Name below /files/; a new copy has a new name.")
    media_type = Words(help_text="RFC 6838")
    size = serializers.IntegerField(help_text="Bytes.")
    sha256 = Words(help_text="SHA-256 of the public copy.")
    duration_ms = serializers.IntegerField(allow_null=True)
    width = serializers.IntegerField(allow_null=True, help_text="Pixels.")
    height = serializers.IntegerField(allow_null=True, help_text="Pixels.")
    title = LanguageMap(weight="C")
    alternative = LanguageMap(weight="C", help_text="What is to be seen, in words.")
    credit = Words()
    rights_note = LanguageMap()
