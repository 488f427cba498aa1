"""What every record at the desk has in common, and what those have that can become public."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.core.identifiers import new_identifier


class DeskRecord(models.Model):
    """A record at the desk with a permanent identifier. It is changed under its row's lock."""

    kind: ClassVar[str]
    facts_on_links: ClassVar[bool] = False  # others show some of its facts on their links to it

    identifier = models.CharField(
        _("identifier"), max_length=11, unique=True, default=new_identifier, editable=False
    )
    note = models.TextField(_("curator’s note"), blank=True, help_text=_("Never published."))
    sample = models.BooleanField(_("sample"), default=False, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        abstract = True

    def lends_facts_to(self) -> Iterable[Publishable]:
        """The records at the desk whose public form shows facts of this one, public or not."""
        return ()


class Publishable(DeskRecord):
    """A desk record that can become public. Whether it is, is never stored here: the edition says so."""

    bears_names: ClassVar[bool] = False  # in a field `names`, by which it is found in any script

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Trigger(
                name="withdraw_before_deleting",
                operation=pgtrigger.Delete,
                when=pgtrigger.Before,
                func="""
                    IF EXISTS (SELECT FROM edition.record WHERE id = OLD.identifier) THEN
                        RAISE EXCEPTION 'withdraw % before you delete it', OLD.identifier;
                    END IF;
                    RETURN OLD;
                """,
            )
        ]
