"""What was said."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.desk.fields import Dated
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.shapes.base import beginning
from archive.edition.vocabulary import StatementKind, TranslationMeans

CITED_ONLY = _("A source whose text is not stored; a stored one is given by places in its text.")


@keeps_history()
class Statement(Publishable, Dated):
    """What a person or body said: quoted, reported, or read out from another.

    A reading belongs to who reads; `quotes` leads to the statement that is read, attributed to its
    own author.
    """

    kind = "statement"
    facts_on_links = True  # its claims and demands show its date

    statement_kind = models.CharField(
        _("kind"), max_length=12, choices=StatementKind.choices, default=StatementKind.QUOTATION
    )
    person = models.ForeignKey(
        "events.Person", verbose_name=_("speaker"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="statements",
    )  # fmt: skip
    organisation = models.ForeignKey(
        "events.Organisation", verbose_name=_("or speaking body"), on_delete=models.PROTECT, null=True,
        blank=True, related_name="statements",
    )  # fmt: skip
    speaker_as_stated = models.CharField(
        _("speaker as stated"), max_length=300, blank=True,
        help_text=_("The source’s own words, where nobody is named."),
    )  # fmt: skip
    event = models.ForeignKey(
        "events.Event", verbose_name=_("said at"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="statements",
    )  # fmt: skip
    text = models.TextField(_("text"), help_text=_("In the language it was said or reported in."))
    language = models.CharField(_("language"), max_length=12, default="en")
    position = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Among what was said at the event: smaller numbers come first.")
    )
    cited_from = models.ForeignKey(
        "events.Source",
        verbose_name=_("known from"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cited_statements",
        help_text=CITED_ONLY,
    )
    quotes = models.ForeignKey(
        "self", verbose_name=_("reads out"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="read_in", help_text=_("For a reading: the statement that is read, by its own author."),
    )  # fmt: skip
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="statements"
    )

    class Meta(Publishable.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(person=None) | Q(organisation=None),
                name="statement_has_one_speaker",
                violation_error_message=_("The speaker is either a person or a body, not both."),
            ),
            models.CheckConstraint(
                condition=Q(quotes=None) | Q(statement_kind="reading"),
                name="statement_only_a_reading_reads",
                violation_error_message=_("Only a reading reads out another statement."),
            ),
            models.CheckConstraint(
                condition=~Q(statement_kind="reading") | Q(quotes__isnull=False),
                name="statement_a_reading_reads_something",
                violation_error_message=_("Choose the statement that is read out."),
            ),
        ]

    def __str__(self) -> str:
        return beginning(self.text)

    def lends_facts_to(self) -> Iterator[Publishable]:
        yield from self.claims.all()
        yield from self.demands.all()


@keeps_history()
class Translation(models.Model):
    """A statement in another language: evidence with an author of its own."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text"))
    translator = models.CharField(_("translator"), max_length=200)
    means = models.CharField(
        _("how"), max_length=20, choices=TranslationMeans.choices, default=TranslationMeans.HUMAN
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")

    def __str__(self) -> str:
        return f"{self.language}, {self.translator}"


keeps_history_of(Statement, "topics")
