"""French words brought down to their stems: the Snowball stemmer, given back what folding took.

Readers type French with and without accents, so the stem must follow from the folded word alone; where
the stemmer leans on an accent, the ending tells which one stood there.
"""

import re
from functools import lru_cache

from Stemmer import Stemmer

from archive.core.analysis.spelling import rows, spelt

_SNOWBALL = Stemmer("french", 0)
# What the stemmer would throw together, and what it would not bring together.
_KNOWN = rows("""
mere: meres
mer: mers
pere: peres
fils:
fil:
tuer: tue tues tuee tuees tuent tuant tuait tuaient tueront tuerie tueries
temoin: temoins temoignage temoignages temoigner temoigne temoignent temoigna temoignait temoignant
arreter: arrestation arrestations arrete arretes arretee arretees arreta arreterent arretent arretait
mourir: meurt meurent mourut moururent mourant mourants mourait
mort: morts morte mortes
pendre: pendu pendus pendue pendues pendaison pendaisons pendait
disparaitre: disparu disparus disparue disparues disparait disparaissent disparurent disparition disparitions
detenir: detenu detenus detenue detenues detention detentions
juger: juge juges jugee jugees jugement jugements jugeait
battre: battu battus battue battues battait battaient
yeux: oeil
corps:
temps:
pays:
gens:
fois:
foi:
paris:
""")
_ENDINGS = (
    (re.compile(r"(?<=\w{2}[^aeo]i)s\Z|(?<=\w{3}u)s\Z"), ""),  # the stemmer takes these for no plural
    (re.compile(r"(?<=\w{2})ieres?\Z"), "ier"),
    (re.compile(r"(?<=\w{3})(?:ees|ee|es|e)\Z|(?<=\w{2})(?:ees|es)\Z"), "é"),  # mute or sounded, it goes
    (re.compile(r"(?<=\w{3}ut)ions?\Z"), ""),  # exécution with exécuter
)


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """The stem of one folded French word."""
    if known := _KNOWN.get(word):
        return frozenset({known})
    for ending, other in _ENDINGS:
        word = ending.sub(other, word)
    return frozenset({spelt(_SNOWBALL.stemWord(word))})
