"""He or she: what pronouns beside a name say about whom they can mean elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from archive.ingest.engine.cast import Cast
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.sentences import Sentence
from archive.ingest.rules.table import Rules

SOMEBODY = ("person", "office", "people")


def infer_genders(read: Iterable[tuple[Sentence, Sequence[Mention]]], cast: Cast, rules: Rules) -> None:
    """Where a sentence speaks of one person only, its pronouns are that person's."""
    votes: dict[str, Counter[str]] = {}
    for sentence, mentions in read:
        somebody = [m for m in mentions if m.kind in SOMEBODY]
        if not somebody or not somebody[0].who:
            continue
        first = somebody[0]
        if sentence.tokens[first.first].norm in rules.possessives:
            continue  # “Her lawyer, Tom Abara, said that she …”: two people
        until = next((m.first for m in somebody[1:] if m.who != first.who), len(sentence.tokens))
        for token in sentence.tokens[first.last : until]:
            gender = rules.pronouns.get(token.norm) or rules.possessives.get(token.norm, "")
            if gender in ("m", "f"):
                votes.setdefault(first.who, Counter())[gender] += 1
    for key, counted in votes.items():
        member = cast.members[key]
        if member.gender == "?":
            member.gender = counted.most_common(1)[0][0]
