"""Attribution: whose words a quotation holds, told by the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.core.spans import Span
from archive.ingest.engine.mentions import Mention
from archive.ingest.engine.sayings import SPEAKS, Saying
from archive.ingest.engine.scenes import Scene
from archive.ingest.engine.tokens import Page, PhraseBook, Token

DASHES = frozenset(",–—-")
LEADS = frozenset(":,")
LONGEST_VERB = 4  # words of a verb of saying, such as “went on to say”


@dataclass(frozen=True)
class Attribution:
    """Who speaks, in which words the text names them, by which rule and how surely."""

    rule: str
    confidence: float
    speaker: str = ""
    words: Span | None = None
    saying: Saying | None = None
    direct: bool = False  # the quotation stands right beside its verb
    scene: Scene | None = None  # where the verb stands, if in another sentence


def in_sentence(page: Page, scene: Scene, place: int) -> Attribution | None:
    """The attribution of the quotation at a place, from its own sentence."""
    tokens = scene.sentence.tokens
    after = _after(scene, place)
    before = _before(scene, place)
    led_in = before is not None and _is_led_in(tokens, place, before)
    if before is not None and led_in and (after is None or tokens[place - 1].text == ":" or after.joined):
        return _by(before, "said-beside", 0.93, direct=True)
    if after is not None:
        return _by(after, "said-beside", 0.95, direct=True)
    if before is not None:
        return _by(before, "said-in-sentence", 0.8)
    return _without_verb(page, scene, place) or _anywhere(scene, place)


def _by(saying: Saying, rule: str, confidence: float, *, direct: bool = False) -> Attribution:
    subject = saying.subject
    return Attribution(
        rule=rule,
        confidence=confidence if subject.who else confidence - 0.25,
        speaker=subject.who,
        words=subject.span,
        saying=saying,
        direct=direct,
    )


def _after(scene: Scene, place: int) -> Saying | None:
    """The saying whose words begin right after a quotation."""
    tokens = scene.sentence.tokens
    begins = place + 1
    while begins < len(tokens) and tokens[begins].text in DASHES:
        begins += 1
    for saying in scene.sayings:
        first = saying.first
        if not saying.inverted and not saying.joined and saying.kind != "according":
            first = min(first, saying.subject.first)
        if 0 <= first - begins <= 1 and (first == begins or tokens[begins].is_word):
            return saying
    return None


def _before(scene: Scene, place: int) -> Saying | None:
    """The last saying before a quotation, no other quotation standing between them."""
    tokens = scene.sentence.tokens
    for saying in reversed(scene.sayings):
        if saying.last <= place and (saying.inverted or saying.subject.last <= place):
            others = any(token.quote >= 0 for token in tokens[saying.last : place])
            carries_on = saying.follows_quote or _is_led_in(tokens, place, saying)
            return saying if not others or (carries_on and tokens[place - 1].text in LEADS) else None
    return None


def _is_led_in(tokens: Sequence[Token], place: int, saying: Saying) -> bool:
    between = tokens[saying.last : place]
    return not between or between[-1].text in LEADS


def _without_verb(page: Page, scene: Scene, place: int) -> Attribution | None:
    """“Tolen: …” before a quotation, or “…,” and a speaker with a verb that no table holds."""
    tokens = scene.sentence.tokens
    speakers = [m for m in scene.mentions if m.kind in SPEAKS and m.gender != "o"]
    if place > 0 and tokens[place - 1].text == ":":
        before = [m for m in speakers if m.last < place]
        if before:
            return _named(before[0], "introduced", 0.7, direct=True)
    if _is_said_by_whoever(page, tokens, place):
        return Attribution("said-in-sentence", 0.5, direct=True)
    if not _leads_on(tokens, place):
        return None
    following = place + 1
    while following < len(tokens) and tokens[following].text in DASHES:
        following += 1
    beside = next((m for m in speakers if m.first in (following, following + 1)), None)
    if beside is not None and (beside.first == following or tokens[following].is_word):
        return _named(beside, "said-in-sentence", 0.6, direct=True)
    people = [m for m in speakers if m.kind in ("person", "office", "pronoun") and m.first > place]
    return _named(people[0], "said-in-sentence", 0.5, direct=True) if people and place == 0 else None


def _is_said_by_whoever(page: Page, tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of saying leads in to a quotation, whatever its subject: “A voice called out, …”."""
    end = place
    while end > 0 and tokens[end - 1].text in LEADS:
        end -= 1
    begins = range(max(0, end - LONGEST_VERB), end)
    return any(at + len(page.sayings.at(tokens, at)) == end for at in begins if page.sayings.at(tokens, at))


def _leads_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a quotation ends as one does before the words for its speaker."""
    said = tokens[place].text.rstrip("\"”’'»“ ")
    comma = place + 1 < len(tokens) and tokens[place + 1].text == ","
    return said.endswith((",", "?", "!")) or (comma and place == 0)


def _named(mention: Mention, rule: str, confidence: float, *, direct: bool) -> Attribution:
    return Attribution(rule, confidence, mention.who, mention.span, None, direct)


def _anywhere(scene: Scene, place: int) -> Attribution | None:
    """The nearest saying of the sentence."""
    near = sorted(scene.sayings, key=lambda saying: abs(saying.first - place))
    return _by(near[0], "said-in-sentence", 0.65) if near else None


def subject_of(page: Page, scene: Scene) -> Mention | None:
    """Whom a sentence is about that has no verb of saying: words quoted in it may be theirs."""
    if PhraseBook(page.rules.modals).anywhere(scene.sentence.tokens) >= 0:
        return None  # “The Council must …”: somebody asks it to
    subject = next((m for m in scene.mentions if not scene.governs(page, m)), None)
    if subject is None or subject.kind not in SPEAKS or subject.kind in ("pronoun", "place"):
        return None
    return subject
