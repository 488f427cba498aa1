"""Events, and who was there as what."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.core.languages import in_language
from archive.desk.fields import Dated, LanguageMapField
from archive.desk.history import keeps_history, keeps_history_of
from archive.desk.models import Publishable
from archive.edition.vocabulary import EventKind, Mode


@keeps_history()
class Event(Publishable, Dated):
    """A conference, hearing, exhibition, protest, massacre, trial…; it may be part of another."""

    kind = "event"
    facts_on_links = True  # its statements show the role their speaker held at it, and its date

    title = LanguageMapField(_("title"))
    event_kind = models.CharField(
        _("kind"), max_length=20, choices=EventKind.choices, default=EventKind.CONFERENCE
    )
    summary = LanguageMapField(_("summary"), blank=True)
    part_of = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    hosts = models.ManyToManyField(
        "events.Organisation", verbose_name=_("hosts"), blank=True, related_name="hosted"
    )
    places = models.ManyToManyField(
        "events.Place", verbose_name=_("places"), blank=True, related_name="events"
    )
    sources = models.ManyToManyField(
        "events.Source", verbose_name=_("sources"), blank=True, related_name="tells_of"
    )
    topics = models.ManyToManyField(
        "events.Topic", verbose_name=_("topics"), blank=True, related_name="events"
    )
    also_present = LanguageMapField(
        _("also present"),
        blank=True,
        help_text=_("Those who were there without a name, in the source’s words."),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(part_of=None) | ~Q(part_of=F("id")),
                name="event_is_not_part_of_itself",
                violation_error_message=_("An event cannot be part of itself."),
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.title, "en")[0]

    def lends_facts_to(self) -> Iterator[Publishable]:
        yield from self.statements.all()
        yield from self.claims_made.all()
        yield from self.demands.all()


@keeps_history()
class Appearance(models.Model):
    """A person at an event, with the role as it was then."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="appearances")
    person = models.ForeignKey(
        "events.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="appearances",
    )
    role = LanguageMapField(_("role then"), blank=True, help_text=_("The role or office as it was then."))
    mode = models.CharField(_("mode"), max_length=12, choices=Mode.choices, default=Mode.UNKNOWN)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                name="appearance_once_per_person_and_event",
                violation_error_message=_("This person already appears at this event."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {in_language(self.role, 'en')[0] or self.get_mode_display()}"


keeps_history_of(Event, "hosts", "places", "sources", "topics")
