"""Words too common to find anything by. The lists are short.

What may be a name, a people or a noun in one of the four languages is not on them, though a grammar would
have it: علی (Ali), هما (Homa), کرد (a Kurd), أم (a mother), May, Will, Said, car, son, été (the summer).
A word is one or is not, whatever the language of its text: what a reader types has no language, and must
not ask for a word that the index left out.
"""

from archive.core.analysis.spelling import table

STOP_WORDS = (
    table("""
    a an the and or but nor if then than that this these those of to in on at by for from with without into
    onto upon over under about as is am are was were be been being has have had having do does did doing
    not no he she it we they you i me him her his hers its our ours your yours their theirs them my
    who whom whose which what when where why how there here so such very too also only just
    can could would should shall might must because while until during between
    both each few more most other some any all own same dont doesnt didnt isnt arent wasnt
    werent cant couldnt wouldnt havent hasnt hadnt wont theyre hes shes im ive youre were weve
    """)
    | table("""
    le la les l un une des du de d et ou mais donc ni que qu qui quoi dont où ce cet cette ces c ca cela
    ceci se s sa ses mon ma mes m ton ta tes t notre nos votre vos leur leurs je j tu il ils elle elles
    nous vous y en ne n pas plus au aux à par pour dans sur sous avec sans chez vers entre comme si
    est sont était étaient être sera seront fut furent ont avait avaient avoir ayant étant
    lui eux moi toi même aussi très tout tous toute toutes quand ainsi alors puis lors depuis
    jusqu lorsqu puisqu quoiqu quelqu
    """)
    | table("""
    و در به از که این آن را با است بود شد می نمی برای تا بر یا هم نیز اما ولی اگر چون پس
    من تو او ما شما آنها آنان ایشان وی خود هر همه هیچ یک چه چرا چگونه کجا کی
    بودند شدند هست هستند نیست نیستند باشد باشند شده بوده شود شوند کردند کرده کند کنند میشود میکند
    میشد میکرد میشوند میکنند دیگر فقط بعد قبل نه بله هنوز همین همان چنین چنان اینها بی ها های
    """)
    | table("""
    و في من إلى عن أن كان كانت كانوا يكون تكون هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللواتي
    هو هي هم هن نحن أنا أنت أنتم ما لا لم لن قد لقد ثم أو بل حتى إذا إذ لو كما كل بعض غير بين عند
    بعد قبل مع أي ليس ليست به بهم له لها لهم فيه فيها منه منها عليه عليها عليهم
    وهو وهي وكان وكانت ولم ولا وقد وأن
    """)
)
_NAMES_IN_CAPITALS = table("un us it who")


def is_stop(word: str, written: str) -> bool:
    """Whether a folded word says next to nothing; written UN or WHO it names something."""
    return word in STOP_WORDS and not (word in _NAMES_IN_CAPITALS and written.isupper())
