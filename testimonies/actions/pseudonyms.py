"""Changing names: what another name stands for, where the real one stands, and where it may be missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from rapidfuzz.fuzz import ratio

from archive.core.languages import is_language, script_of
from archive.core.names import alike, occurrences, parts
from archive.core.spans import Span
from archive.core.words import folded
from archive.desk.models import Deed
from archive.desk.review import Refused
from testimonies.actions.changing import at_work, noted, reasoned
from testimonies.actions.places import words_of
from testimonies.models import Passage, Pseudonym, Testimony

LIKE = 74.0  # of 100: “Parnik” for “Parnak”; below that most hits are other words
SHORTEST = 4
AROUND = 40


@dataclass(frozen=True)
class Hit:
    """A place where a real name stands, or may stand, with what is around it."""

    where: str
    language: str
    before: str
    words: str
    after: str
    passage: Passage | None = None
    number: int = 0


@dataclass(frozen=True)
class _Text:
    where: str
    language: str
    text: str
    passage: Passage | None = None
    number: int = 0

    def hit(self, place: Span) -> Hit:
        return Hit(
            self.where, self.language, self.text[max(0, place.start - AROUND) : place.start],
            place.of(self.text), self.text[place.end : place.end + AROUND], self.passage, self.number,
        )  # fmt: skip


def found(testimony: Testimony, names: Sequence[str]) -> list[Hit]:
    """Every place where one of these names stands, in every text of a testimony."""
    return [each.hit(place) for each in _texts(testimony) for place in occurrences(each.text, names) if names]


def likely_missed(testimony: Testimony, names: Sequence[str]) -> list[Hit]:
    """Places that may be one of these names and are not found: a part of it alone, a word much like it."""
    pieces = list(dict.fromkeys(piece for name in names for piece in parts(name)))
    hits: list[Hit] = []
    for each in _texts(testimony) if pieces else ():
        taken = occurrences(each.text, names)
        near = occurrences(each.text, pieces)
        near += [place for place in words_of(each.text) if _resembles(place.of(each.text), pieces)]
        free = [place for place in dict.fromkeys(near) if not any(place.overlaps(one) for one in taken)]
        hits += [each.hit(place) for place in sorted(free)]
    return hits


def _resembles(word: str, pieces: Sequence[str]) -> bool:
    plain = folded(word)
    return any(
        len(plain) >= SHORTEST
        and len(folded(piece)) >= SHORTEST
        and script_of(word) == script_of(piece)
        and ratio(plain, folded(piece)) >= LIKE
        for piece in pieces
    )


def _texts(testimony: Testimony) -> Iterator[_Text]:
    """Every text in which names are changed."""
    for language, text in testimony.title.items():
        yield _Text(_("Title"), language, text)
    for language, text in testimony.summary.items():
        yield _Text(_("Summary"), language, text)
    for number, passage in enumerate(testimony.passages.prefetch_related("translations"), 1):
        yield _Text(
            _("Passage %(number)s") % {"number": number}, passage.language, passage.text, passage, number
        )
        for each in passage.translations.all():
            told = _("Passage %(number)s, translation") % {"number": number}
            yield _Text(told, each.language, each.text, passage, number)


def give_pseudonym(
    testimony: Testimony,
    *,
    names: Sequence[str],
    instead: Mapping[str, str],
    by: User,
    pseudonym: Pseudonym | None = None,
) -> Pseudonym:
    """Lets a name stand for another from now on, in every text; or changes one that does already."""
    names = list(dict.fromkeys(name for each in names if (name := " ".join(each.split()))))
    instead = {language: text.strip() for language, text in instead.items() if text.strip()}
    _refuse_unsound(names, instead)
    with at_work(testimony, by=by) as testimony:
        others = [each for each in testimony.pseudonyms.all() if each != pseudonym]
        taken = {folded(name) for each in others for name in each.names}
        if again := next((name for name in names if folded(name) in taken), ""):
            raise Refused(_("“%(name)s” has a pseudonym already: change that one.") % {"name": again})
        made = (
            testimony.pseudonyms.filter(pk=pseudonym.pk).first()
            if pseudonym
            else Pseudonym(testimony=testimony, names=[])
        )
        if made is None:
            raise Refused(_("Somebody has taken this pseudonym away meanwhile."))
        widens = bool(set(map(folded, made.names)) - set(map(folded, names)))
        made.names, made.instead, made.decided_by = names, dict(instead), by.get_username()
        made.save()
        act = Deed.Act.SHOW if widens else Deed.Act.WITHHOLD
        told = _("A name is changed to %(pseudonym)s") % {"pseudonym": str(made)}
        noted(act, testimony, by=by, why=f"{made.mark}: {told}")
    return made


def take_back(pseudonym: Pseudonym, *, by: User, why: str) -> None:
    """Lets the real name stand again; the public goes on without it until somebody else has approved that."""
    reasoned(why)
    with at_work(pseudonym.testimony, by=by, why=why) as testimony:
        fresh = testimony.pseudonyms.filter(pk=pseudonym.pk).first()
        if fresh is None:
            raise Refused(_("Somebody has taken this pseudonym away meanwhile."))
        told = f"{fresh.mark}: {why}"
        fresh.delete()
        noted(Deed.Act.SHOW, testimony, by=by, why=told)


def _refuse_unsound(names: Sequence[str], instead: Mapping[str, str]) -> None:
    if not names:
        raise Refused(_("Write the real name, in each script it is written in."))
    if any(len(name) > 200 for name in names):
        raise Refused(_("A name has 200 signs at most. Write each name in a line of its own."))
    if any(not is_language(language) for language in instead):
        raise Refused(_("Give the pseudonym by language, such as en and fa."))
    if not instead:
        raise Refused(_("Write the pseudonym, in at least one language."))
    for text in instead.values():
        pieces = [piece for name in names for piece in parts(name)]
        if occurrences(text, names) or any(alike(piece, word) for piece in pieces for word in text.split()):
            raise Refused(
                _("“%(pseudonym)s” holds the real name or a part of it. Choose another.")
                % {"pseudonym": text}
            )
