"""People and organisations as authority records: one identity, many names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import script_of
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history
from archive.desk.models import Publishable
from archive.edition.vocabulary import NameKind, OrganisationKind


class Authority(Publishable):
    """Somebody or some body with many names; the preferred one of a language is shown to its readers."""

    bears_names = True

    if TYPE_CHECKING:  # each kind of authority has its own table of names
        names: Any

    description = LanguageMapField(_("description"), blank=True)

    class Meta(Publishable.Meta):
        abstract = True

    def __str__(self) -> str:
        names = sorted(
            self.names.all(), key=lambda name: (not name.preferred, name.language != "en", name.pk)
        )
        return names[0].text if names else f"({self.identifier})"


class Name(models.Model):
    """One name in one language and script."""

    text = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("language"), max_length=12, default="en", help_text="en, fa, fr, ar …")
    script = models.CharField(_("script"), max_length=4, blank=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=NameKind.choices, default=NameKind.OWN)
    preferred = models.BooleanField(_("preferred"), default=False, help_text=_("Shown to its readers."))

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        self.text = " ".join(self.text.split())
        self.script = script_of(self.text)


@keeps_history()
class Person(Authority):
    """Somebody who spoke, appeared, or is spoken of."""

    kind = "person"

    class Meta(Authority.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")


@keeps_history()
class PersonName(Name):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "language"],
                condition=Q(preferred=True),
                name="personname_one_preferred_per_language",
                violation_error_message=_("Only one name per language can be the preferred one."),
            )
        ]


@keeps_history()
class Organisation(Authority):
    """A committee, state body, party, court, association…"""

    kind = "organisation"

    organisation_kind = models.CharField(
        _("kind"), max_length=20, choices=OrganisationKind.choices, default=OrganisationKind.OTHER
    )
    parent = models.ForeignKey(
        "self", verbose_name=_("belongs to"), on_delete=models.PROTECT, null=True, blank=True,
        related_name="parts",
    )  # fmt: skip

    class Meta(Authority.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


@keeps_history()
class OrganisationName(Name):
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "language"],
                condition=Q(preferred=True),
                name="organisationname_one_preferred_per_language",
                violation_error_message=_("Only one name per language can be the preferred one."),
            )
        ]
