"""Every desk model in every state in which the public may not see it, each field with its own canary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pghistory.models
from django.apps import apps
from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from archive.core.canonical import canonical
from archive.desk import review
from archive.desk.checks import findings_of
from archive.desk.models import Publishable
from archive.desk.renderers import rendering_of
from archive.edition import actions as edition
from archive.edition.models import File
from events.models import Topic
from testimonies.models import ClaimSubject, Consent, Derivative, IdentityOpened, Victim
from tests.safety.canaries import Canaries, Made, Plain, Words
from tests.safety.filling import filled, how, place_of
from tests.safety.filling_told import complete
from tests.safety.made import (
    bytes_of_copies,
    missing_links,
    publishable,
    publishables,
    ready_to_publish,
    related,
    said,
    stands_on_a_link,
    to_publishables,
)
from tests.universe import build

NO_HIDING_PLACE = {
    "contenttypes.ContentType": "names of the code's own models",
    "auth.Permission": "names of the code's own rights",
    "axes.AccessFailureLog": "switched off (AXES_ENABLE_ACCESS_FAILURE_LOG)",
}
STANDS = {"identifier", "exact", "start", "end", "text_sha256", "session_key", "rights"} | {
    "key", "proposed", "rule", "confidence",  # what was proposed never changes
}  # fmt: skip
ONLY_GROWS = (Consent, IdentityOpened)
STANDS_IN_A_SOURCE = {"text", "original", "sha256", "blocks"}  # while something is anchored in it


def is_history(model: type[models.Model]) -> bool:
    return issubclass(model, pghistory.models.Event)


def desk_models() -> list[type[models.Model]]:
    """Every table that is not the edition's and holds what somebody wrote. History fills itself."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label != "edition"
        and model._meta.managed
        and not model._meta.proxy
        and not is_history(model)
        and model._meta.label not in NO_HIDING_PLACE
    ]


@dataclass
class Hidden:
    """The archive with all that is hidden in it."""

    canaries: Canaries = field(default_factory=Canaries)
    plain: Plain = field(default_factory=Plain)
    identifiers: dict[str, dict[str, str]] = field(default_factory=dict)  # by state, by kind
    files: dict[str, list[str]] = field(default_factory=dict)  # names of the public ones, and of the others
    public: dict[str, list[str]] = field(default_factory=dict)  # identifiers of what is public, by kind
    more_states: dict[str, Callable[[Hidden, str], Made]] = field(default_factory=dict)
    states: int = 0

    def build(self) -> Hidden:
        world = build()
        self.ada, self.ben = world.ada, world.ben
        for state, hide in (STATES | self.more_states).items():
            self.states += 1
            made = hide(self, state)
            self.identifiers[state] = {each.kind: each.identifier for each in publishables(made)}
        self.canaries.forget_years_between()
        for record in edition.Record.objects.open():
            self.public.setdefault(record.kind, []).append(record.pk)
        named = set(
            File.objects.filter(record__in=edition.Record.objects.open()).values_list("pk", flat=True)
        )
        every = set(Derivative.objects.values_list("name", flat=True))
        self.files = {"public": sorted(named), "hidden": sorted(every - named)}
        return self

    # --- states ------------------------------------------------------------------------------------

    def draft(self, state: str) -> Made:
        return self.made(state, self.canaries)

    def asked(self, state: str) -> Made:
        made = self.made(state, self.canaries)
        for each in publishables(made):
            self.ask(each, state)
        return made

    def declined(self, state: str) -> Made:
        made = self.made(state, self.canaries)
        for each in publishables(made):
            why = self.canaries.word(f"{state}: why it was declined")
            review.decline(self.ask(each, state), by=self.ben, why=why)
        return made

    def withdrawn(self, state: str) -> Made:
        made = self.made(state, self.canaries)
        self.publish(made, state)
        for each in publishables(made):
            review.withdraw(each, by=self.ada, why=self.canaries.word(f"{state}: why it was withdrawn"))
        return made

    def deleted(self, state: str) -> Made:
        made = self.made(state, self.canaries)
        identifiers = {each: each.identifier for each in publishables(made)}
        for model in reversed(list(made)):
            if made[model].pk and model in set(desk_models()) and model is not IdentityOpened:
                made[model].delete()
        for each, identifier in identifiers.items():
            each.identifier = identifier
        return made

    def changed(self, state: str) -> Made:
        """Public in plain words; then every field was changed, and nobody approved it yet."""
        made = self.made(state, self.plain)
        self.publish(made, state)
        self.overwrite(made, state)
        return made

    def narrowed(self, state: str) -> Made:
        """The same, with each change carried into the public as far as it takes away."""
        made = self.changed(state)
        for each in publishables(made):
            review.narrow(each, by=self.ada, why=self.canaries.word(f"{state}: why it was narrowed"))
        return made

    def linked(self, state: str) -> Made:
        """Public records that lead to records that are not: what stands on such a link is hidden too."""
        target = self.made(state, self.canaries)
        public = self.made(state, self.plain)
        for each in publishables(public):
            self.lead(each, target)
        ClaimSubject.objects.filter(pk=public[ClaimSubject].pk).update(victim=target[Victim])
        for model, row in public.items():
            if model in set(desk_models()) and not isinstance(row, Publishable) and stands_on_a_link(model):
                values = filled(model, public | publishable(target), self.canaries, state)
                parent = next(
                    f.name for f in to_publishables(model) if f.remote_field.on_delete is models.CASCADE
                )
                values[parent] = public[related(model, parent)]
                model._default_manager.filter(pk=row.pk).delete()
                model._default_manager.create(**values)
        for each in ready_to_publish(public):
            self.canaries.show(canonical(rendering_of(each).document))  # a date it borrows is approved too
            self.publish_one(each, state)
        return target

    def closed(self, state: str) -> Made:
        """A consent that has ended: the record stands in the edition, and closed by itself."""
        made = self.made(state, self.canaries)
        past = timezone.now() - timedelta(seconds=1)
        for each in publishables(made):
            edition.publish(replace(rendering_of(each), closes_at=past))
        beside = Topic.objects.create(labels={"en": "A topic"}, broader=made[Topic])  # type: ignore[misc]
        review.approve(review.ask(beside, by=self.ada), by=self.ben)
        return made

    def shown(self, state: str) -> Made:
        """Everything published on purpose. What stands in the renderings must be found; the rest not."""
        made = self.made(state, self.canaries)
        for each in ready_to_publish(made):
            self.canaries.show(said(rendering_of(each)))
            self.publish_one(each, state)
        self.canaries.show(bytes_of_copies(made))
        return made

    # --- how ---------------------------------------------------------------------------------------

    def made(self, state: str, words: Words) -> Made:
        made: Made = {ContentType: ContentType.objects.first(), Permission: Permission.objects.first()}  # type: ignore[dict-item]
        waiting, hurry = desk_models(), False
        while waiting:
            ready = [model for model in waiting if hurry or not missing_links(model, made, waiting)]
            before = len(waiting)
            for model in ready:
                try:
                    made[model] = model._default_manager.create(**filled(model, made, words, state))
                except LookupError:
                    continue
                waiting.remove(model)
                if hurry:
                    break
            assert len(waiting) < before or not hurry, (
                f"The sweep cannot make {[model._meta.label for model in waiting]}: "
                "give their required links a recipe in tests/safety/filling.py."
            )
            hurry = len(waiting) == before
        complete(made, words, state)
        for each in publishables(made):
            each.refresh_from_db()
            self.lead(each, made, many_only=True)
            words.kept(f"{state} {each._meta.label}.identifier", each.identifier)
        return made

    def lead(self, record: Publishable, targets: Made, *, many_only: bool = False) -> None:
        """Points every link of a record at the targets."""
        for each in record._meta.many_to_many:
            if each.related_model in targets:
                getattr(record, each.name).set([targets[each.related_model]])  # type: ignore[index]
        for link in () if many_only else to_publishables(type(record)):
            if getattr(record, link.name) is not None:
                setattr(record, link.name, targets[link.related_model])  # type: ignore[index]
        record.save()

    def overwrite(self, made: Made, state: str) -> None:
        for model, row in made.items():
            if model not in set(desk_models()) or isinstance(row, User):
                continue
            if model in ONLY_GROWS:
                model._default_manager.create(**filled(model, made, self.canaries, state))
                continue
            stays = STANDS | (STANDS_IN_A_SOURCE if model.__name__ == "Source" else set())
            for name, value in filled(model, made, self.canaries, state).items():
                if name not in stays:
                    setattr(row, name, value)
            row.save()

    def ask(self, record: Publishable, state: str) -> Any:
        found = findings_of(record, rendering_of(record))
        answers = {each.key: self.canaries.word(f"{state}: what was answered") for each in found if each.asks}
        why = self.canaries.word(f"{state}: why it was asked")
        return review.ask(record, by=self.ada, why=why, answers=answers)

    def publish_one(self, record: Publishable, state: str) -> None:
        why = self.canaries.word(f"{state}: why it was approved")
        review.approve(self.ask(record, state), by=self.ben, why=why)

    def publish(self, made: Made, state: str) -> None:
        for each in ready_to_publish(made):
            self.publish_one(each, state)


STATES: dict[str, Callable[[Hidden, str], Made]] = {
    "a draft": Hidden.draft,
    "asked for": Hidden.asked,
    "declined": Hidden.declined,
    "withdrawn": Hidden.withdrawn,
    "deleted": Hidden.deleted,
    "changed since": Hidden.changed,
    "narrowed": Hidden.narrowed,
    "linked to": Hidden.linked,
    "closed": Hidden.closed,
    "public, but not this field": Hidden.shown,
}


def fields_of(canaries: Canaries) -> dict[str, str]:
    """For each field of each desk model: what is put in, and whether any of it was public when published."""
    public = {place.rpartition(" ")[2].rstrip(",") for place in canaries.shown.values()}
    public |= {place.partition(",")[0].rpartition(" ")[2] for place in canaries.shown.values()}
    return {
        place_of(each): how(each) + (", public" if place_of(each) in public else "")
        for model in desk_models()
        for each in model._meta.concrete_fields
    }
