"""What the engine must know of a language: words in tables, nothing else.

The engine holds no word of any language. A new language is one more filled-in table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = frozenset[str]
Phrases = Mapping[tuple[str, ...], str]  # words in a row -> what they mean


def words(*texts: str) -> Words:
    """Words written with spaces or line breaks between them."""
    return frozenset(word for text in texts for word in text.split())


def ordered(text: str) -> tuple[str, ...]:
    """Words whose order means something, such as numbers."""
    return tuple(text.split())


def lines(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases with bars between them."""
    return tuple(tuple(phrase.split()) for phrase in text.split("|") if phrase.strip())


def phrases(**meanings: str) -> dict[tuple[str, ...], str]:
    """Phrases with bars between them, under the meaning they share."""
    return {phrase: meaning for meaning, text in meanings.items() for phrase in lines(text)}


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The tables of one language. All words are lower case, with a straight apostrophe."""

    language: str
    capitals: bool = True  # whether names begin with a capital letter

    # small words
    stops: Words
    articles: Words
    conjunctions: Words
    prepositions: Words
    that: Words
    who: Words
    where: Words = frozenset()
    auxiliaries: Words
    passives: Words = frozenset()
    participle_endings: tuple[str, ...] = ("\0",)
    as_words: Words = frozenset()
    negations: Words = frozenset()
    adverbs: Words
    adverb_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ("\0",)  # a lower-case word ending so is no part of an office
    definite_articles: Words = frozenset()
    loose_links: Words = frozenset()  # links that may be followed by any noun: president of, lawyer for
    pronouns: Mapping[str, str]  # word -> m, f, p (several) or ? (either)
    possessives: Mapping[str, str]
    abbreviations: Words = frozenset()
    to: Words = frozenset()
    by: Words = frozenset()
    first_person: Words = frozenset()
    own_words: Words = frozenset()  # words that only a speaker uses: my, our
    possessive_marks: Words = frozenset()

    # saying: phrase -> say, note, feel, ask, demand, read, call, tell
    sayings: Phrases
    doubtful_verbs: Words = frozenset()  # also nouns: verbs only right after their subject
    including: Words = frozenset()
    objects: Words = frozenset()
    according: tuple[tuple[str, ...], ...] = ()
    answering: Words = frozenset()  # verbs of saying of one who was asked
    telling: Words = frozenset()  # verbs of saying that are followed by the one who is told
    addressees: Words = frozenset()  # reporters, journalists, delegates
    inverted_only: Words = frozenset()
    introducing: tuple[tuple[str, ...], ...] = ()  # my name is
    words_of: tuple[tuple[str, ...], ...] = ()  # these were the words of
    question_labels: Words = frozenset()
    answer_labels: Words = frozenset()

    # people
    titles: Mapping[str, str]  # word before a name -> m, f or ?
    former: Words
    roles: Words
    people: Mapping[str, str]  # mother -> f, survivors -> p
    kin: Words = frozenset()
    role_links: Words
    particles: Words
    given_names: Mapping[str, str]
    naming: Words = frozenset()  # a teacher named Ida Noll
    unnamed_leads: Words = frozenset()
    aged: Words = frozenset()
    single: Words = frozenset()  # one of the drivers
    list_leads: tuple[tuple[str, ...], ...] = ()
    attending: Words = frozenset()
    modes: Phrases = field(default_factory=dict)

    usual_modes: Mapping[str, str] = field(default_factory=dict)  # event -> mode of all who take part

    # organisations and places
    organisation_words: Words
    organisation_nouns: Words
    organisation_links: Words
    loose_bodies: Words = frozenset()  # any organisation may be called so: the group
    bodies: Words  # who can be asked to act: government, authorities, community
    things: Words  # last words of names that are neither people, places nor organisations
    countries: Words
    nationalities: Words = frozenset()
    place_leads: Words

    # the event
    events: Mapping[str, str]  # noun -> kind
    parts: Words = frozenset()  # exhibition
    host_leads: tuple[tuple[str, ...], ...] = ()
    host_verbs: Words = frozenset()
    host_nouns: tuple[tuple[str, ...], ...] = ()  # the Committee, co-host of the event
    held: Words = frozenset()  # what is done with events
    gathering: Words = frozenset()  # what people do who hold one
    months: Mapping[str, int]
    weekdays: Words = frozenset()
    city_leads: Words = frozenset()
    city_nouns: Words = frozenset()  # the district of Paris
    hosting: Words = frozenset()
    list_words: Words = frozenset()
    ordinal_days: Mapping[str, int] = field(default_factory=dict)
    date_leads: Words = frozenset()
    day_parts: Words = frozenset()

    # figures
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague_numbers: Mapping[str, tuple[int | None, int | None]]
    about: tuple[tuple[str, ...], ...] = ()
    at_least: tuple[tuple[str, ...], ...] = ()
    at_most: tuple[tuple[str, ...], ...] = ()
    ranges: Words = frozenset()
    percent: Words = frozenset()
    units: Words = frozenset()
    small_numbers: Mapping[str, int] = field(default_factory=dict)  # only in compounds: thirty-one
    range_leads: Words = frozenset()  # between
    few: Words = frozenset()
    of: Words = frozenset()
    ordinals: Words = frozenset()
    numbered: Words = frozenset()  # words before a number that is a name: article, room, resolution
    currencies: Words = frozenset()
    not_counted: Words = frozenset()
    everyday: Words = frozenset()  # people counted in passing: two brothers
    bearing: Words = frozenset()  # what is worth counting even where there are few
    plural_endings: tuple[str, ...] = ("",)

    # demands
    asking: Phrases = field(default_factory=dict)  # -> somebody, something, either
    demand_links: Words = frozenset()  # called on the one … and on the other
    modals: tuple[tuple[str, ...], ...] = ()
    time_has_come: tuple[tuple[str, ...], ...] = ()

    # documents, titles, topics
    documents: Mapping[str, str]
    title_leads: Words = frozenset()
    title_nouns: Words = frozenset()
    display_words: Words = frozenset()  # banners, placards: what is written on them is not said
    so_called: tuple[tuple[str, ...], ...] = ()
    subjects: Phrases = field(default_factory=dict)  # -> topic
