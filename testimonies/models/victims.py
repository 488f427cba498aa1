"""Persons to whom it was done, and groups of them. What is known of them stands in claims."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import LanguageMapField
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.vocabulary import Relation
from events.models.authorities import Authority, Name


@keeps_history()
class VictimGroup(Publishable):
    """People known as a group: “the prisoners of …”. How many they were is for claims to say."""

    kind = "victim_group"
    bears_names = True

    names = LanguageMapField(_("names"))
    description = LanguageMapField(_("description"), blank=True)
    as_stated = models.CharField(
        _("as stated"), max_length=300, blank=True, help_text=_("The source’s own words for the group.")
    )
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    events = models.ManyToManyField(
        "events.Event", verbose_name=_("events"), blank=True, related_name="victim_groups"
    )
    places = models.ManyToManyField(
        "events.Place", verbose_name=_("places"), blank=True, related_name="victim_groups"
    )
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="victim_groups"
    )

    class Meta(Publishable.Meta):
        verbose_name = _("group of victims")
        verbose_name_plural = _("groups of victims")
        constraints = [
            models.CheckConstraint(
                condition=Q(part_of=None) | ~Q(part_of=F("id")),
                name="victimgroup_is_not_part_of_itself",
                violation_error_message=_("A group cannot be part of itself."),
            )
        ]

    def __str__(self) -> str:
        return in_language(self.names, "en")[0]


@keeps_history()
class Victim(Authority):
    """A person to whom it was done."""

    kind = "victim"

    years = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("years"), default=list, blank=True,
        help_text=_("Under which the memorial list names the victim: each that a source gives, with commas."),
    )  # fmt: skip
    places = models.ManyToManyField(
        "events.Place", verbose_name=_("places"), blank=True, related_name="victims",
        help_text=_("Under which the memorial list names the victim."),
    )  # fmt: skip
    events = models.ManyToManyField(
        "events.Event", verbose_name=_("events"), blank=True, related_name="victims"
    )
    groups = models.ManyToManyField(VictimGroup, verbose_name=_("groups"), blank=True, related_name="victims")
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="victims"
    )
    portrait = models.ForeignKey(
        "testimonies.Media", verbose_name=_("portrait"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip

    class Meta(Authority.Meta):
        verbose_name = _("victim")
        verbose_name_plural = _("victims")


@keeps_history()
class VictimName(Name):
    victim = models.ForeignKey(Victim, on_delete=models.CASCADE, related_name="names")

    class Meta(Name.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(
                fields=["victim", "language"],
                condition=Q(preferred=True),
                name="victimname_one_preferred_per_language",
                violation_error_message=_("Only one name per language can be the preferred one."),
            )
        ]


@keeps_history()
class VictimRelation(models.Model):
    """What another victim is to a victim."""

    victim = models.ForeignKey(Victim, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(
        Victim, verbose_name=_("other victim"), on_delete=models.PROTECT, related_name="related_to"
    )
    relation = models.CharField(
        _("is the victim’s"), max_length=12, choices=Relation.choices, default=Relation.RELATIVE
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.CheckConstraint(
                condition=~Q(victim=F("other")),
                name="victimrelation_of_two",
                violation_error_message=_("A victim is not related to itself."),
            ),
            models.UniqueConstraint(
                fields=["victim", "other", "relation"], name="victimrelation_once",
                violation_error_message=_("This relation is noted already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_relation_display()}: {self.other}"


keeps_history_of(VictimGroup, "events", "places", "topics")


keeps_history_of(Victim, "places", "events", "groups", "topics")
