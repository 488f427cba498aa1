"""Rows for the transcripts that were handed in before they had any: the audit names their digests."""

import re

from django.db import migrations

NOTED = re.compile(r"; (?P<form>\w*), SHA-256 (?P<sha256>[0-9a-f]{64}), (?P<size>\d+) bytes\Z")
TRANSLATED = re.compile(r"translation into (?P<language>[\w-]{2,12}),")


def note(apps, schema_editor):
    Deed = apps.get_model("desk", "Deed")
    HandedIn = apps.get_model("testimonies", "HandedIn")
    Testimony = apps.get_model("testimonies", "Testimony")
    for deed in Deed.objects.filter(act="take-in", kind="testimony", why__contains="SHA-256").order_by("pk"):
        noted = NOTED.search(deed.why)
        testimony = Testimony.objects.filter(identifier=deed.identifier).first()
        if not noted or testimony is None:
            continue
        into = TRANSLATED.match(deed.why)
        row = HandedIn.objects.create(
            testimony=testimony, what="translation" if into else "original", form=noted["form"],
            language=into["language"] if into else testimony.language, sha256=noted["sha256"],
            size=int(noted["size"]), taken_by=deed.who,
        )  # fmt: skip
        HandedIn.objects.filter(pk=row.pk).update(taken_at=deed.at)


class Migration(migrations.Migration):
    dependencies = [("testimonies", "0002_handed_in"), ("desk", "0003_heard_and_tried")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]
