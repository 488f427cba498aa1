"""English: organisations, places, events, documents, figures and subjects."""

from __future__ import annotations

from archive.ingest.rules.table import lines, ordered, phrases, words

ORGANISATION_WORDS = words(
    """committee council association foundation institute ministry commission organisation organization
    union party court tribunal university network centre center society federation league front movement
    congress parliament assembly senate bundestag agency office bureau department coalition alliance
    campaign fund bank church corps guard guards army police forces authority board secretariat delegation
    watch international amnesty reporters initiative project trust school college academy group forum club
    newspaper times post guardian herald news agency house company corporation ltd inc service services
    nations reuters afp bbc cnn academy collective ombudsman bar syndicate confederation consortium
    mission brigade battalion companies archive archives chamber cabinet directorate inspectorate registry
    library circle guild platform observatory museum museums parish municipality radio television"""
)
ORGANISATION_NOUNS = words(
    """organisation organization group committee council association foundation institute commission
    ngo coalition network court tribunal ministry government parliament union party movement
    campaign agency office federation society league centre center delegation panel mission police
    army embassy regime authorities parish diocese congregation choir orchestra faculty newspaper
        assembly board company bureau department forum charity
    archive bar"""
)
ORGANISATION_LINKS = words("of for the and on in to against & from with de des du pour la les et des droits")
BODIES = words(
    """government governments authorities community council union states state parliament ministry
    court commission assembly nations committee institutions leaders officials regime police army
    president minister donors secretary-general countries country members member world capital
    capitals administration prosecutors judges office bank companies company courts congress senate
    republic high commissioner congress lawmakers judiciary delegates everyone organisations
    organizations mayor city archive archives we"""
)
THINGS = words(
    """day days convention conventions act acts law treaty declaration covenant protocol charter street
    square avenue road prize award awards medal war wars hall hotel palace river sea mountain
    massacre genocide holocaust spring revolution rights article resolution report january february
    march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday week month ngo ngos pm mp mps tv dna ceo hiv gmt ist edt est ok
    room building theatre theater cathedral mosque airport prison camp festival summit conference
    meeting session hearing trial exhibition programme program plan agreement accord accords bill
    code constitution statute principles guidelines index review fund night morning island islands
    valley bridge gate station hospital cemetery memorial park centre center god christmas easter
    ramadan nowruz press release statement age"""
)
PLACE_LEADS = words("in at near outside from")
NATIONALITIES = words(
    """iranian french german british american european english irish scottish italian spanish
    portuguese dutch belgian swiss austrian swedish norwegian danish finnish polish czech hungarian
    romanian bulgarian greek turkish kurdish arab arabic persian iraqi syrian lebanese jordanian
    palestinian israeli egyptian libyan tunisian algerian moroccan saudi yemeni afghan pakistani
    indian chinese japanese korean russian ukrainian belarusian canadian mexican brazilian argentine
    argentinian chilean colombian peruvian cuban african asian western eastern northern southern
    muslim christian jewish islamic catholic sunni shia shiite baha'i yazidi rohingya uyghur tibetan
    latin middle soviet nazi bosnian serbian croatian kosovar albanian rwandan sudanese ethiopian
    eritrean nigerian kenyan ugandan congolese south north west east"""
)
EVENTS = {
    **dict.fromkeys(
        words("""conference symposium congress summit gathering meeting assembly forum seminar colloquium"""),
        "conference",
    ),
    **dict.fromkeys(words("""hearing session inquiry briefing"""), "hearing"),
    **dict.fromkeys(["exhibition", "exhibit", "display"], "exhibition"),
    **dict.fromkeys(words("""protest demonstration rally march vigil sit-in strike picket"""), "protest"),
    **dict.fromkeys(words("""panel roundtable round-table discussion debate webinar workshop"""), "panel"),
    **dict.fromkeys(
        words("""ceremony commemoration memorial anniversary service unveiling funeral"""),
        "ceremony",
    ),
    **dict.fromkeys(["trial", "tribunal"], "trial"),
    **dict.fromkeys(words("""event launch festival screening concert evening"""), "other"),
}
PARTS = words("exhibition exhibit display screening concert vigil workshop")
HOST_LEADS = lines(
    """hosted by | co-hosted by | organised by | organized by | co-organised by | co-organized by |
    jointly organised by | jointly organized by | convened by | sponsored by | co-sponsored by |
    arranged by | called by | held by | at the invitation of | at the initiative of |
    on the initiative of | put together by | staged by | mounted by | set up by"""
)
HOST_VERBS = words(
    """held holds hosted organised organized convened hosts organises organizes convenes staged
    co-hosted co-organised"""
)
HOST_NOUNS = lines(
    "host of | co-host of | co-hosts of | organiser of | organizer of | co-organiser of | sponsor of"
)
HELD = words(
    """held hosted organised organized convened opened staged hosts holds place took spoke brought
    attended marked addressed sponsored co-sponsored continued rallied marched met gathered began
    continues opens"""
)
GATHERING = words("gathered rallied marched convened demonstrated assembled")
DATE_LEADS = words("on last this next")

NUMBERS = {
    name: value
    for value, name in enumerate(
        ordered("""two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen"""),
        start=2,
    )
} | {
    name: 10 * value
    for value, name in enumerate(
        ordered("""twenty thirty forty fifty sixty seventy eighty ninety"""), start=2
    )
}
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
VAGUE_NUMBERS: dict[str, tuple[int | None, int | None]] = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "millions": (2_000_000, None),
}
ABOUT = lines(
    """about | some | around | nearly | almost | roughly | approximately | an estimated | estimated |
    close to"""
)
AT_LEAST = lines(
    """more than | over | at least | no fewer than | no less than | upwards of | as many as | well over"""
)
AT_MOST = lines("""fewer than | less than | up to | at most | under | no more than""")
PERCENT = words("percent per cent %")
UNITS = words(
    """years year months month weeks week days day hours hour minutes minute decades decade kilometres
    km metres miles nights night winters summers generations centuries mornings evenings"""
)
NOT_COUNTED = words(
    """times ways parts points sides reasons pages things articles steps chapters questions occasions
    am pm a.m p.m o'clock"""
)

EVERYDAY = words(
    """brothers sisters sons daughters parents men women boys girls guests listeners speakers friends
    colleagues neighbours neighbors drivers pensioners kids"""
)
BEARING = words(
    """cases executions deaths arrests remains bodies skulls skeletons graves names signatures sentences
    disappearances complaints files records documents dead missing killed countries villages barracks
    prisons massacres killings kidnappings strikes protests detentions cells trenches boxes convicts
    convictions cemeteries measures states files"""
)

DOCUMENTS = {
    **dict.fromkeys(words("""report reports study dossier findings"""), "report"),
    **dict.fromkeys(["resolution", "resolutions"], "resolution"),
    **dict.fromkeys(["letter", "letters"], "letter"),
    **dict.fromkeys(
        words("""law act bill code constitution statute decree amnesty fatwa edict"""),
        "law",
    ),
    **dict.fromkeys(words("""convention covenant treaty declaration charter protocol"""), "treaty"),
    **dict.fromkeys(words("""book memoir novel diary"""), "book"),
    **dict.fromkeys(words("""statement communiqué communique petition appeal"""), "statement"),
    **dict.fromkeys(["film", "documentary", "recording"], "recording"),
    **dict.fromkeys(words("""judgment verdict ruling indictment"""), "ruling"),
}
TITLE_LEADS = words("entitled titled called named title theme motto slogan headed known dubbed")
TITLE_NOUNS = words(
    """exhibition exhibit book film documentary novel memoir report play song poem conference panel
    event campaign slogan motto theme project series article novel diary album seminar session
    symposium resolution study paper essay petition letter collection word words phrase term"""
)
DISPLAY_WORDS = words(
    """chanted chanting chant slogans banner banners placard placards sign signs poster posters plaque
    inscription t-shirts carrying holding bearing reading displayed marked inscribed labelled slogan
    slogans headline captioned"""
)
SO_CALLED = lines(
    """so-called | what it calls | what they call | what he called | known as | the word | the words |
    the term | the phrase"""
)
SUBJECTS = phrases(
    **{
        "human rights": "human rights",
        "impunity": "impunity",
        "enforced disappearance": "enforced disappearances | enforced disappearance | the disappeared"
        " | forced disappearances",
        "torture": "torture",
        "death penalty": "death penalty | capital punishment",
        "executions": "executions | extrajudicial executions | summary executions",
        "massacre": "massacre",
        "genocide": "genocide",
        "crimes against humanity": "crime against humanity | crimes against humanity",
        "war crimes": "war crimes",
        "political prisoners": "political prisoners",
        "reparation": "reparation | reparations",
        "mass graves": "mass graves | mass grave",
        "transitional justice": "transitional justice",
        "right to truth": "right to truth | right to the truth | right to know the truth",
        "freedom of expression": "freedom of expression | press freedom | freedom of the press",
        "women's rights": "women's rights",
        "minority rights": "minority rights | rights of minorities",
        "forced displacement": "forced displacement | forced evictions | deportations",
        "arbitrary detention": "arbitrary detention",
    }
)
