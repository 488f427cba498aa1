"""Who gives a testimony. The public sees a public name at most; the real identity is sealed."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history
from archive.desk.models import DeskRecord, Publishable
from archive.edition.vocabulary import NameUse


@keeps_history()
class Narrator(DeskRecord):
    """Somebody who gives testimony. Never public as a record: two testimonies of one narrator do not
    show that they belong together."""

    kind = "narrator"

    label = models.CharField(
        _("what the desk calls the narrator"),
        max_length=100,
        help_text=_("Such as “teacher from the north, interview 12”. Never the real name: it is sealed."),
    )
    name_kind = models.CharField(
        _("public name"), max_length=10, choices=NameUse.choices, default=NameUse.WITNESS,
        help_text=_("What readers see, as far as the consent of a testimony allows it."),
    )  # fmt: skip
    public_name = LanguageMapField(
        _("public name in each language"), blank=True, help_text=_("Empty for “a witness”.")
    )
    language = models.CharField(
        _("language"), max_length=12, default="en", help_text=_("For the receipt: en, fa, fr, ar …")
    )

    class Meta(DeskRecord.Meta):
        verbose_name = _("narrator")
        verbose_name_plural = _("narrators")
        constraints = [
            models.CheckConstraint(
                condition=Q(name_kind="witness", public_name={})
                | (~Q(name_kind="witness") & ~Q(public_name={})),
                name="narrator_has_a_name_or_is_a_witness",
                violation_error_message=_("Give the public name, or choose “a witness” and leave it empty."),
            )
        ]

    def __str__(self) -> str:
        shown = in_language(self.public_name, "en")[0]
        return f"{self.label} ({shown})" if shown else self.label

    def lends_facts_to(self) -> Iterator[Publishable]:
        yield from self.testimonies.all()
