"""The English table."""

from __future__ import annotations

from babel import Locale

from archive.ingest.rules import en_people as people
from archive.ingest.rules import en_speech as speech
from archive.ingest.rules import en_things as things
from archive.ingest.rules.table import Rules, ordered, words

CALENDAR = Locale("en")
MONTHS = {
    name.casefold().rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in CALENDAR.months["format"][width].items()
} | {"sept": 9}
COUNTRIES = frozenset(
    {name.casefold().replace("’", "'") for code, name in CALENDAR.territories.items() if len(code) == 2}
    | {
        "uk",
        "us",
        "u.s",
        "usa",
        "u.k",
        "britain",
        "england",
        "scotland",
        "wales",
        "burma",
        "europe",
        "africa",
    }
    | {"asia", "america", "middle east", "turkey", "gaza", "kurdistan", "czech republic", "latin america"}
) - {"european union", "eurozone", "united nations", "world"}

RULES = Rules(
    language="en",
    stops=speech.STOPS,
    articles=speech.ARTICLES,
    conjunctions=speech.CONJUNCTIONS,
    prepositions=speech.PREPOSITIONS,
    that=words("that"),
    who=words("who whom whose which"),
    where=words("where when"),
    auxiliaries=speech.AUXILIARIES,
    passives=speech.PASSIVES,
    participle_endings=("ing",),
    as_words=words("as"),
    negations=words("not never no n't nor"),
    adverbs=speech.ADVERBS,
    adverb_endings=("ly",),
    verb_endings=("ed", "ing"),
    definite_articles=words("the this that"),
    loose_links=words("of for on"),
    pronouns=speech.PRONOUNS,
    possessives=speech.POSSESSIVES,
    abbreviations=speech.ABBREVIATIONS,
    to=words("to"),
    by=words("by"),
    first_person=words("i we"),
    own_words=words("i we me us my our mine ours i'm i've i'd i'll we've we're we'll"),
    possessive_marks=words("'s '"),
    sayings=speech.SAYINGS,
    doubtful_verbs=speech.DOUBTFUL_VERBS,
    including=words("including"),
    objects=words("it them him us me"),
    according=speech.ACCORDING,
    answering=words("answered answers replied replies responded responds"),
    telling=words("told tell tells telling reminded reminds assured informed"),
    addressees=speech.ADDRESSEES,
    introducing=speech.INTRODUCING,
    words_of=speech.WORDS_OF,
    question_labels=words("q question interviewer host anchor byline"),
    answer_labels=words("a answer"),
    titles=people.TITLES,
    former=people.FORMER,
    roles=people.ROLES,
    people=people.PEOPLE,
    kin=people.KIN,
    role_links=people.ROLE_LINKS,
    particles=people.PARTICLES,
    given_names=people.GIVEN_NAMES,
    naming=words("named called"),
    unnamed_leads=people.UNNAMED_LEADS,
    aged=words("aged age"),
    single=words("one another"),
    list_leads=people.LIST_LEADS,
    attending=people.ATTENDING,
    modes=people.MODES,
    usual_modes=dict.fromkeys(("webinar", "videoconference", "livestream"), "video"),
    organisation_words=things.ORGANISATION_WORDS,
    organisation_nouns=things.ORGANISATION_NOUNS,
    organisation_links=things.ORGANISATION_LINKS,
    loose_bodies=words("group organisation organization ngo body charity agency association network"),
    bodies=things.BODIES,
    things=things.THINGS,
    countries=COUNTRIES,
    nationalities=things.NATIONALITIES,
    place_leads=things.PLACE_LEADS,
    events=things.EVENTS,
    parts=things.PARTS,
    host_leads=things.HOST_LEADS,
    host_verbs=things.HOST_VERBS,
    host_nouns=things.HOST_NOUNS,
    held=things.HELD,
    gathering=things.GATHERING,
    months=MONTHS,
    weekdays=frozenset(name.casefold() for name in CALENDAR.days["format"]["wide"].values()),
    city_leads=words("in"),
    city_nouns=words(
        "city town arrondissement district municipality suburb outskirts capital borough centre hall"
    ),
    hosting=words("host hosted hosts"),
    list_words=words("and the with both by as well &"),
    ordinal_days={
        name: day
        for day, name in enumerate(
            ordered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
            start=1,
        )
    },
    date_leads=things.DATE_LEADS,
    day_parts=words("morning afternoon evening night noon midnight"),
    numbers=things.NUMBERS,
    multipliers=things.MULTIPLIERS,
    vague_numbers=things.VAGUE_NUMBERS,
    about=things.ABOUT,
    at_least=things.AT_LEAST,
    at_most=things.AT_MOST,
    ranges=words("to and - –"),
    percent=things.PERCENT,
    units=things.UNITS,
    small_numbers={"one": 1},
    range_leads=words("between from"),
    few=words("few couple"),
    of=words("of"),
    ordinals=words("st nd rd th"),
    numbered=words(
        """article articles section chapter page paragraph resolution room no number phase figure table
        grade class square gate cell bus case file chamber law act annex part day since until in by of
        year aged age turned december november petition sector # route room platform line block ward"""
    )
    - words("of by in"),
    currencies=words("$ € £ dollars euros pounds crowns usd eur"),
    everyday=things.EVERYDAY,
    bearing=things.BEARING,
    plural_endings=("s", "men", "people", "dead", "missing", "children", "police", "remains"),
    not_counted=things.NOT_COUNTED,
    asking=speech.ASKING,
    demand_links=words("on upon to for"),
    modals=speech.MODALS,
    time_has_come=speech.TIME_HAS_COME,
    documents=things.DOCUMENTS,
    title_leads=things.TITLE_LEADS,
    title_nouns=things.TITLE_NOUNS,
    display_words=things.DISPLAY_WORDS,
    so_called=things.SO_CALLED,
    subjects=things.SUBJECTS,
)
