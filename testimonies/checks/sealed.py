"""The first check: no name of the narrator, nor any other protected word, in any script or spelling."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from archive.core.names import hits
from archive.core.words import folded
from archive.desk.checks import Finding, checks
from archive.edition.models import Record
from archive.edition.rendering import Rendering
from events.models import Claim
from testimonies.checks.places import texts_of
from testimonies.models import ClaimSubject, Narrator, Testimony, Victim, VictimGroup
from testimonies.sealing.words import protected_words, words_key


@checks(Testimony)
def of_testimony(testimony: Testimony, rendering: Rendering) -> Iterator[Finding]:
    yield from _in_texts(rendering, testimony.narrator)
    yield from _in_titles(rendering, testimony.narrator)


@checks(Claim)
def of_claim(claim: Claim, rendering: Rendering) -> Iterator[Finding]:
    """A claim drawn from a testimony: the narrator's words count; of any other claim, nobody's."""
    subject = ClaimSubject.objects.filter(claim=claim).select_related("testimony__narrator").first()
    if subject and subject.testimony:
        yield from _in_texts(rendering, subject.testimony.narrator)


@checks(Victim)
def of_victim(victim: Victim, rendering: Rendering) -> Iterator[Finding]:
    yield from _in_texts(rendering, None)


@checks(VictimGroup)
def of_group(group: VictimGroup, rendering: Rendering) -> Iterator[Finding]:
    yield from _in_texts(rendering, None)


def _in_texts(rendering: Rendering, narrator: Narrator | None) -> Iterator[Finding]:
    """A protected word in the record's own texts stops it, and so does a name that it may never hold."""
    for where, text in texts_of(rendering):
        for name in rendering.never:
            if f" {name} " in f" {folded(text)} ":
                told = _("“%(name)s” stands there, a name that is not to be shown any more.")
                yield Finding(
                    check=_("Sealed words"), where=where, stops=True, what=told % {"name": name}
                )  # fmt: skip
    digests, labels = _protected(narrator)
    key = words_key()
    for where, text in texts_of(rendering):
        for span in hits(text, digests, key):
            told = _("“%(word)s” may be a protected word (%(labels)s). Withhold it, or give a pseudonym.")
            yield Finding(
                check=_("Sealed words"), where=where, stops=True,
                what=told % {"word": span.of(text), "labels": labels},
            )  # fmt: skip


def _in_titles(rendering: Rendering, narrator: Narrator) -> Iterator[Finding]:
    """In the title of a public record that it leads to: that record is public anyway, the tie is not."""
    digests, labels = _protected(narrator)
    key = words_key()
    linked = Record.objects.filter(pk__in=[link.target for link in rendering.links]).only("title", "kind")
    for record in linked:
        for text in record.title.values():
            for span in hits(text, digests, key):
                told = _("It leads to “%(title)s”; “%(word)s” may be a protected word (%(labels)s).")
                yield Finding(
                    check=_("Sealed words"), where=_("link"), stops=False,
                    what=told % {"title": text, "word": span.of(text), "labels": labels},
                )  # fmt: skip


def _protected(narrator: Narrator | None) -> tuple[frozenset[str], str]:
    """The hashes to look for, and what they are hashes of: labels, never words."""
    words = list(protected_words(narrator))
    labels = ", ".join(sorted({each.label for each in words}))
    return frozenset(digest for each in words for digest in each.digests), labels
