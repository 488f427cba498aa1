"""Words too common to find anything by. The lists are short.

What may be a name, a country or a noun is not on them, though a grammar would have it: علی (Ali),
منی (Mona), هما, May, Will, Said, été (the summer).
"""

from archive.core.analysis.spelling import table

_LISTS = {
    "en": """
    a an the and or but nor if then than that this these those of to in on at by for from with without into
    onto upon over under about as is am are was were be been being has have had having do does did doing not no
    he she it we they you i me him her his hers its our ours your yours their theirs them my mine
    who whom whose which what when where why how there here so such very too also only just
    can could would should shall might must because while until during between before after
    once both each few more most other some any all own same dont doesnt didnt isnt arent wasnt
    werent cant couldnt wouldnt havent hasnt hadnt wont its theyre hes shes im ive youre were weve
    """,
    "fr": """
    le la les l un une des du de d et ou mais donc ni car que qu qui quoi dont où ce cet cette ces c ca cela
    ceci se s sa son ses mon ma mes m ton ta tes t notre nos votre vos leur leurs je j tu il ils elle elles on nous
    vous y en ne n pas plus au aux a à par pour dans sur sous avec sans chez vers entre comme si
    est sont était étaient être sera seront fut furent ont avait avaient avoir ayant étant
    lui eux moi toi même aussi très tout tous toute toutes quand où ainsi alors puis lors depuis avant après
    jusqu lorsqu puisqu quoiqu quelqu
    """,
    "fa": """
    و در به از که این آن را با است بود شد می نمی برای تا بر یا هم نیز اما ولی اگر چون پس
    من تو او ما شما آنها آنان ایشان وی خود خویش هر همه هیچ یک چه چرا چگونه کجا کی
    بودند شدند هست هستند نیست نیستند باشد باشند شده بوده شود شوند کرد کردند کرده کند کنند می‌شود می‌کند
    می‌شد می‌کرد می‌شوند می‌کنند دیگر فقط بعد قبل پیش روی زیر بین نه بله هنوز همین همان چنین چنان
    اینها بی جز ها های
    """,
    "ar": """
    و في من إلى عن أن إن ان كان كانت كانوا يكون تكون هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللواتي
    هو هي هم هن نحن أنا أنت أنتم ما لا لم لن قد لقد ثم أو أم بل حتى إذا إذ لو كما كل بعض غير بين عند
    بعد قبل فوق تحت منذ مع أي ليس ليست به بها بهم له لها لهم فيه فيها منه منها عليه عليها عليهم
    وهو وهي وكان وكانت ولم ولا وقد وأن التى
    """,
}  # fmt: skip

STOP_WORDS: dict[str, frozenset[str]] = {language: table(words) for language, words in _LISTS.items()}
# Where the language is not known, these are nouns or names in another.
_WORTH_FINDING = table("son sans car pour comment ton mine elle or nos sera mon ma")


def is_stop(word: str, languages: tuple[str, ...], *, written: str) -> bool:
    """Whether a word says next to nothing; `written` all in capitals (WHO, US, EU) it is a name."""
    if not any(word in STOP_WORDS[language] for language in languages):
        return False
    if len(languages) > 1 and word in _WORTH_FINDING:
        return False
    return len(written) < 2 or not written.isupper()
