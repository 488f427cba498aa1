"""What the engine hands to the curator: proposals with evidence, and the sentence behind each rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from archive.core.spans import Span


@dataclass(frozen=True)
class Proposed:
    """One record the article seems to hold, where it stands in the text, and why we think so."""

    key: str
    kind: str
    spans: tuple[Span, ...]
    fields: dict[str, Any] = field(default_factory=dict)
    rule: str = ""
    confidence: float = 0.5

    @property
    def why(self) -> str:
        return RULES[self.rule]


KINDS = (
    "event",
    "person",
    "organisation",
    "place",
    "statement",
    "claim",
    "demand",
    "topic",
    "document",
)

RULES = {
    # statements
    "said-beside": "Words in quotation marks with a verb of saying and its speaker right beside them.",
    "said-in-sentence": "Words in quotation marks inside a sentence that says whose words they are.",
    "introduced": "Words in quotation marks introduced by a colon and the name of the speaker.",
    "same-breath": "Words in quotation marks that go on, in the same paragraph, after the speaker was named.",
    "sentence-before": "A whole sentence in quotation marks; the sentence before it is about this speaker.",
    "paragraph-before": "A quoted paragraph without an attribution; the speaker of the one before is taken.",
    "sentence-after": "A whole sentence in quotation marks; the sentence after it says whose they were.",
    "asked-before": "A whole sentence in quotation marks, after somebody was asked.",
    "introduces-self": "Words in quotation marks in which the speaker says who they are.",
    "unmarked": "Words without quotation marks, in the first person, with a verb of saying and its speaker.",
    "headed": "Paragraphs in the first person under a heading that names a person.",
    "quoted-alone": "A whole sentence in quotation marks; the text does not say who spoke.",
    "interview": "An answer in an interview: a paragraph that begins with the speaker's label.",
    "read-aloud": "Words that the speaker read or recited from somebody else.",
    "within": "Words in quotation marks within another quotation, with a speaker of their own.",
    "reported": "Reported speech: a verb of saying, its speaker and the clause that tells what was said.",
    "according": "Reported speech: “according to” somebody.",
    "asked-for": "Reported speech: somebody asks somebody for something.",
    # people, organisations, places
    "named": "A name with a title, an office or a given name, or that speaks.",
    "listed": "A name in a list of speakers or guests.",
    "unnamed": "People who speak or take part and are not named; kept in the words of the text.",
    "organisation-name": "A name that holds a word such as committee, council or university.",
    "acronym": "A name in capitals.",
    "country": "The name of a country or region.",
    "place-after-preposition": "A name after a word of place.",
    # the rest
    "occasion": "The first words for a gathering, with the date and the place that stand nearest.",
    "part-of-occasion": "Something that was held at the event, such as an exhibition.",
    "figure": "A figure with the words that say what is counted.",
    "asked-to-act": "Somebody asks somebody to do something.",
    "asked-for-thing": "Somebody asks for something to be done; the text does not say of whom.",
    "must-act": "Somebody who can act must or should do something.",
    "hashtag": "A hashtag, also a broken one.",
    "heading": "A section heading.",
    "subject": "A subject heading of the archive that the text names.",
    "cited": "A document that the text names.",
}
