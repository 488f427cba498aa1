"""English words brought down to their stems: the Snowball stemmer, British and American spelling as one."""

import re
from functools import lru_cache

from Stemmer import Stemmer

from archive.core.analysis.spelling import rows

_SNOWBALL = Stemmer("english", 0)
_KNOWN = rows("""
man: men
woman: women
child: children
person: people persons
foot: feet
tooth: teeth
wife: wives
life: lives
knife: knives
bring: brought
bury: buried buries burial burials
buy: bought
catch: caught
die: died dies dying
drive: drove driven
fall: fell fallen
fight: fought
flee: fled fleeing
forget: forgot forgotten
give: gave given
hang: hung hanged hangs hanging hangings
hear: heard
hide: hid hidden
hold: held
keep: kept
know: knew known
lead: led
lose: lost
rise: rose risen
run: ran running
see: saw seen
seek: sought
sell: sold
send: sent
shoot: shot shots shooting shootings
sleep: slept
speak: spoke spoken
stand: stood
steal: stole stolen
swear: swore sworn
take: took taken
teach: taught
tell: told
think: thought
throw: threw thrown
understand: understood
weep: wept
wear: wore worn
write: wrote written
witness: witnesses witnessed witnessing
executive: executives
jail: gaol gaols jailed jails jailing gaoled
center: centre centres centers
theater: theatre theatres theaters
program: programme programmes programs
gray: grey
defense: defence defences defenses
offense: offence offences offenses
license: licence licences licensed licences
analysis: analyses
analyze: analyse analysed analyzed analysing analyzing
news: news
gay: gays
""")
_SPELLINGS = (
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|er|ers|able|hood|hoods|ful|less)?\Z)"), "or"),
    (re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)\Z)"), "iz"),
)


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """The stem of one folded English word."""
    if known := _KNOWN.get(word):
        return frozenset({known})
    for spelling, other in _SPELLINGS:
        word = spelling.sub(other, word)
    return frozenset({_SNOWBALL.stemWord(word)})
