"""What every verb about a testimony's text does first: may this person, and does the text still stand so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from archive.core.languages import in_language
from archive.core.spans import digest
from archive.desk.changes import change
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.models import Passage, PassageTranslation, Testimony
from testimonies.renderings.names import Renamed

LOOK, CHANGE = "testimonies.view_testimony", "testimonies.change_testimony"


@contextmanager
def at_work(testimony: Testimony, *, by: User, why: str = "") -> Iterator[Testimony]:
    """A change of a testimony by somebody who may: `with at_work(testimony, by=user) as testimony:`."""
    if not (by.is_active and by.has_perm(CHANGE)):
        raise Refused(_("Your account may not do this. Ask an administrator."))
    with change(testimony, by=by, why=why) as fresh:
        yield fresh


def passage_of(testimony: Testimony, passage: Passage) -> Passage:
    """The passage read anew under the testimony's lock."""
    fresh = testimony.passages.filter(pk=passage.pk).first()
    if fresh is None:
        raise Refused(_("Somebody has taken this passage away meanwhile. Look at the testimony again."))
    return fresh


def translation_of(passage: Passage, translation: PassageTranslation | None) -> PassageTranslation | None:
    """One of its translations, read anew; None for the original."""
    if translation is None:
        return None
    fresh = passage.translations.filter(pk=translation.pk).first()
    if fresh is None:
        raise Refused(_("Somebody has taken this translation away meanwhile. Look at the passage again."))
    return fresh


def text_of(passage: Passage, translation: PassageTranslation | None) -> str:
    return translation.text if translation else passage.text


def seen_as(text: str) -> str:
    """Names a text as somebody saw it, so that nobody changes another one unseen."""
    return digest(text)[:16]


def refuse_other_than(text: str, seen: str) -> None:
    """Raises Refused where a text is not the one that was seen; "" asks nothing."""
    if seen and seen != seen_as(text):
        raise Refused(
            _("Somebody changed this text while you were looking at it. Nothing was saved: look again.")
        )


def reasoned(why: str) -> None:
    if not why.strip():
        raise Refused(_("Say why: the reason is kept with the decision."))


def noted(act: Deed.Act, testimony: Testimony, *, by: User, why: str) -> None:
    """One line of the audit, under the title that the public would see: it can never be taken back."""
    title = in_language(Renamed.of(testimony).texts(testimony.title), "en")[0]
    Deed.objects.create(
        act=act, who=by.get_username(), why=why, kind=testimony.kind, identifier=testimony.identifier,
        title=title[:200],
    )  # fmt: skip
