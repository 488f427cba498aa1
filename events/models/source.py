"""Documents kept as evidence."""

from __future__ import annotations

from collections.abc import Iterator

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import Dated, LanguageMapField
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.vocabulary import Rights, SourceKind

DIGESTS_TELL_THE_TRUTH = """
    IF NEW.original IS NOT NULL AND encode(sha256(NEW.original), 'hex') <> NEW.sha256 THEN
        RAISE EXCEPTION 'the SHA-256 of the stored file is not what the row says';
    END IF;
    IF NEW.text <> '' AND encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') <> NEW.text_sha256 THEN
        RAISE EXCEPTION 'the SHA-256 of the text is not what the row says';
    END IF;
    RETURN NEW;
"""
TEXT_STANDS = """
    IF (NEW.text, NEW.original) IS DISTINCT FROM (OLD.text, OLD.original) AND (
        EXISTS (SELECT FROM events_statementanchor WHERE source_id = OLD.id)
        OR EXISTS (SELECT FROM events_claimanchor WHERE source_id = OLD.id)
        OR EXISTS (SELECT FROM events_demandanchor WHERE source_id = OLD.id)
    ) THEN
        RAISE EXCEPTION 'the text of a source cannot change while something is anchored in it';
    END IF;
    RETURN NEW;
"""


@keeps_history(exclude=("original",))
class Source(Publishable, Dated):
    """An article, report, resolution, recording, letter: held, or only cited.

    `original` is the file byte for byte, `text` its clean reading in which anchors count code points,
    `blocks` the paragraphs and headings of that reading: `[["paragraph", 0, 120], …]`.
    """

    kind = "source"
    facts_on_links = True  # its rights decide how much context an anchor shows

    source_kind = models.CharField(
        _("kind"), max_length=20, choices=SourceKind.choices, default=SourceKind.ARTICLE
    )
    title = LanguageMapField(_("title"))
    language = models.CharField(_("language"), max_length=12, blank=True)
    authors = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As the document names them.")
    )
    publisher = models.ForeignKey(
        "events.Organisation", verbose_name=_("publisher"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="published",
    )  # fmt: skip
    topics = models.ManyToManyField("events.Topic", verbose_name=_("topics"), blank=True)
    taken_from = models.CharField(
        _("taken from"), max_length=1000, blank=True, help_text=_("Address or place.")
    )
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    rights = models.CharField(
        _("rights"), max_length=10, choices=Rights.choices, default=Rights.CITATION,
        help_text=_("How much of the text readers may be shown."),
    )  # fmt: skip
    rights_note = LanguageMapField(_("note on rights"), blank=True)
    original = models.BinaryField(null=True, editable=False)
    filename = models.CharField(max_length=200, blank=True, editable=False)
    media_type = models.CharField(max_length=100, blank=True, editable=False)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True, editable=False)
    text = models.TextField(_("text"), blank=True, editable=False)
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64, blank=True, editable=False)
    blocks = models.JSONField(default=list, editable=False)
    previous = models.OneToOneField(
        "self", verbose_name=_("version before"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="next", editable=False,
    )  # fmt: skip

    class Meta(Publishable.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [models.Index(fields=["sha256"]), models.Index(fields=["text_sha256"])]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(original=None, sha256="") | (Q(original__isnull=False) & ~Q(sha256="")),
                name="source_file_and_digest_together",
            ),
            models.CheckConstraint(
                condition=Q(text="", text_sha256="") | (~Q(text="") & ~Q(text_sha256="")),
                name="source_text_and_digest_together",
            ),
        ]
        triggers = [
            *Publishable.Meta.triggers,
            pgtrigger.Trigger(
                name="digests_tell_the_truth",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=DIGESTS_TELL_THE_TRUTH,
            ),
            pgtrigger.Trigger(
                name="text_stands_while_anchored",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=TEXT_STANDS,
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title, "en")[0]

    def lends_facts_to(self) -> Iterator[Publishable]:
        for rows, owner in (("statementanchors", "statement"), ("claimanchors", "claim"),
                            ("demandanchors", "demand")):  # fmt: skip
            for row in getattr(self, rows).select_related(owner):
                yield getattr(row, owner)

    @property
    def held(self) -> bool:
        """Whether the archive keeps a copy, or only knows that the document exists."""
        return bool(self.sha256)


keeps_history_of(Source, "topics")
