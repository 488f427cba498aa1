"""The comparison: an article's proposals beside what a careful reader labelled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from archive.ingest.engine import Proposed
from archive.ingest.likeness import (
    FOUND,
    overlap,
    plain,
    same_claim,
    same_described,
    same_document,
    same_label,
    same_name,
)
from archive.ingest.reading import Reading
from archive.ingest.scores import KINDS, Score, Scores

EXACT = 0.9  # overlap from which the extent of a quotation counts as right


class Comparison:
    """The proposals of an article beside its labels."""

    def __init__(self, reading: Reading, proposals: Sequence[Proposed], labels: dict[str, Any]):
        self.text = reading.text
        self.labels = labels
        self.proposals = proposals
        self.by_key = {proposed.key: proposed for proposed in proposals}
        self.scored: Scores = {kind: Score() for kind in KINDS}

    def scores(self) -> Scores:
        self._statements("quotation", "quotations")
        self._statements("paraphrase", "paraphrases")
        self._statements("reading", "readings")
        self._people()
        self._event()
        self._claims()
        self._demands()
        self._listed("topics", self._topics(), self._topic_labels(), same_label)
        self._listed("documents", self._documents(), self.labels.get("documents", []), same_document)
        return self.scored

    def _of(self, kind: str) -> list[Proposed]:
        return [proposed for proposed in self.proposals if proposed.kind == kind]

    def _words(self, proposed: Proposed) -> str:
        return " ".join(span.of(self.text) for span in proposed.spans)

    def _name(self, key: str) -> str:
        fields = self.by_key[key].fields if key in self.by_key else {}
        return fields.get("name") or fields.get("words") or ""

    # statements

    def _label_words(self, label: dict[str, Any]) -> str:
        if "spans" in label:
            return " ".join(self.text[start:end] for start, end in label["spans"])
        return str(label["text"])

    def _statements(self, kind: str, column: str) -> None:
        """Match labels and proposals by their words; a paraphrase that frames a quotation is neither."""
        wanted = [label for label in self.labels["statements"] if label["kind"] == kind]
        offered = [p for p in self._of("statement") if p.fields["statement_kind"] == kind]
        pairs = sorted(
            (
                (overlap(self._label_words(label), self._words(proposed)), at, number)
                for at, label in enumerate(wanted)
                for number, proposed in enumerate(offered)
            ),
            reverse=True,
        )
        labels: dict[int, int] = {}
        for shared, at, number in pairs:
            if shared >= FOUND and at not in labels and number not in labels.values():
                labels[at] = number
                self._found(column, wanted[at], offered[number], shared)
        score = self.scored[column]
        for at, label in enumerate(wanted):
            if at not in labels:
                score.missed.append(self._label_words(label)[:90])
        for number, proposed in enumerate(offered):
            if number not in labels.values() and not self._is_neither(proposed, kind):
                score.false.append(self._words(proposed)[:90])

    def _is_neither(self, proposed: Proposed, kind: str) -> bool:
        """A whole clause around a labelled quotation, or words that may be quoted or left in their clause."""
        words = plain(self._words(proposed))
        if kind == "quotation" and words in map(plain, self.labels.get("optional", [])):
            return True
        quoted = [plain(self._label_words(s)) for s in self.labels["statements"] if s["kind"] != "paraphrase"]
        return kind == "paraphrase" and any(quote and quote in words for quote in quoted)

    def _found(self, column: str, label: dict[str, Any], proposed: Proposed, shared: float) -> None:
        self.scored[column].right += 1
        if column == "quotations":
            self._count("extent", shared >= EXACT, f"{shared:.2f} {self._label_words(label)[:80]}")
        if column != "paraphrases":
            speaker = self._name(proposed.fields["speaker"])
            right = self._same_speaker(label["speaker"], speaker)
            self._count(
                "attributed", right, f"{label['speaker']!r}, not {speaker!r}: {self._words(proposed)[:60]}"
            )

    def _count(self, column: str, right: bool, words: str) -> None:
        if right:
            self.scored[column].right += 1
        else:
            self.scored[column].missed.append(words)
            self.scored[column].false.append(words)

    def _same_speaker(self, wanted: str, offered: str) -> bool:
        """Another name is wrong; an empty answer is not wrong for a speaker whom the text only describes."""
        if not wanted or not offered:
            named = any(same_name(wanted, person["name"]) for person in self.labels["people"])
            return (not wanted and not offered) or (not offered and not named)
        if same_name(wanted, offered) or overlap(wanted, offered) >= FOUND:
            return True
        return wanted in self.labels.get("unnamed", []) and same_described(wanted, offered)

    # people

    def _people(self) -> None:
        offered = [p for p in self._of("person") if not p.fields["unnamed"]]
        wanted = self.labels["people"]
        score = self.scored["people"]
        taken: set[str] = set()
        for label in wanted:
            match = next(
                (p for p in offered if p.key not in taken and same_name(label["name"], p.fields["name"])),
                None,
            )
            if match is None:
                score.missed.append(label["name"])
                continue
            taken.add(match.key)
            score.right += 1
            self._role(label, match)
            if label["mode"] != "unknown":
                right = match.fields["mode"] == label["mode"]
                self._count("mode", right, f"{label['name']}: {label['mode']}, not {match.fields['mode']}")
        score.false += [p.fields["name"] for p in offered if p.key not in taken]

    def _role(self, label: dict[str, Any], match: Proposed) -> None:
        wanted, offered = label["role"], match.fields["role"]
        if not wanted and not offered:
            return
        right = overlap(wanted, offered) >= FOUND or bool(wanted and plain(wanted) in plain(offered))
        words = f"{label['name']}: {wanted!r}, not {offered!r}"
        if right:
            self.scored["roles"].right += 1
            return
        if wanted:
            self.scored["roles"].missed.append(words)
        if offered:
            self.scored["roles"].false.append(words)

    # the event

    def _event(self) -> None:
        events = [p for p in self._of("event") if not p.fields["part_of"]]
        fields = events[0].fields if events else {}
        label = self.labels["event"]
        hosts = [self._name(key) for key in fields.get("hosts", [])]
        self._listed("hosts", hosts, label["hosts"], lambda one, other: overlap(one, other) >= FOUND)
        self._single("date", label["date"], fields.get("date_stated", ""))
        self._single("place", label["city"], fields.get("city", ""))

    def _single(self, column: str, wanted: str, offered: str) -> None:
        if (plain(wanted) and plain(wanted) in plain(offered)) or (
            plain(offered) and plain(offered) in plain(wanted)
        ):
            self.scored[column].right += 1
            return
        if wanted:
            self.scored[column].missed.append(f"{wanted!r}, not {offered!r}")
        if offered:
            self.scored[column].false.append(f"{offered!r}, not {wanted!r}")

    # claims, demands, lists

    def _claims(self) -> None:
        """By value and by what is counted; one label for each figure, whoever repeats it."""
        wanted = [(label["value"], label["counts"]) for label in self.labels["claims"]]
        found = [(p.fields["value_stated"], p.fields["counts"], p.fields["unit"]) for p in self._of("claim")]
        offered = [
            (value, counts)
            for value, counts, unit in found
            if not unit or any(same_claim((value, counts), label) for label in wanted)
        ]
        self._listed("claims", offered, wanted, same_claim, once=True)

    def _demands(self) -> None:
        offered = [p.fields["act"] for p in self._of("demand")]
        wanted = [self._act(label) for label in self.labels["demands"]]
        self._listed("demands", offered, wanted, lambda one, other: overlap(one, other) >= FOUND)

    def _act(self, label: dict[str, Any]) -> str:
        if "act_span" in label:
            start, end = label["act_span"]
            return self.text[start:end]
        return str(label["act"])

    def _topic_labels(self) -> list[str]:
        labels = self.labels.get("topics", [])
        return [self.text[each[0] : each[1]] if isinstance(each, list) else each for each in labels]

    def _topics(self) -> list[str]:
        """Hashtags and headings; subject headings of the archive are not labelled."""
        return [p.fields["label"] for p in self._of("topic") if p.fields["source"] != "subject"]

    def _documents(self) -> list[str]:
        return [p.fields["title"] for p in self._of("document")]

    def _listed(
        self,
        column: str,
        offered: Sequence[Any],
        wanted: Sequence[Any],
        same: Callable[[Any, Any], bool],
        *,
        once: bool = False,
    ) -> None:
        score = self.scored[column]
        taken: set[int] = set()
        for label in wanted:
            match = next((n for n, each in enumerate(offered) if n not in taken and same(each, label)), None)
            if match is None:
                score.missed.append(str(label))
            else:
                taken.add(match)
                score.right += 1
        score.false += [
            str(each)
            for number, each in enumerate(offered)
            if number not in taken and not (once and any(same(each, label) for label in wanted))
        ]
