"""What web pages leave around an article: lines to drop, and lines that are bylines.

A line is furniture only when it is short, and begins with, or is, one of these.
"""

from __future__ import annotations

import re

from archive.ingest.rules.table import words

SIZE = re.compile(r"\d{2,4} ?[x×] ?\d{2,4}")  # of the advertisement that stood here
LONGEST = 140  # characters; anything longer is prose, whatever it begins with

BEGINS = tuple(
    """share this|share on|share via|read more|read also|read next|also read|see also:|advertisement
    advertise with|follow us|follow @|subscribe|sign up|click here|click to|we use cookies|this site uses
    this website uses|accept cookies|accept all|cookie|related:|related articles|related stories|related news
    more from|more on this|recommended|most read|trending|popular|photo:|photo by|photo credit|image:
    image credit|file photo|picture:|video:|watch:|listen:|copyright|©|(c) 20|all rights reserved|terms of
    privacy policy|download our|download the app|leave a comment|leave a reply|comments|post a comment
    print this|email this|tweet|facebook|whatsapp|telegram|linkedin|skip to|back to top|jump to|home >|home ›
    home »|newsletter|get our|get the latest|support our|donate|log in|sign in|register|story continues
    article continues|continue reading|loading|your email|in this article|table of contents|you may also
    you might also|don't miss|next article|previous article|next:|previous:|partager|lire aussi|à lire
    suivez-nous|abonnez-vous|publicité|s'abonner|inscrivez-vous|nous utilisons des cookies|crédit photo
    بیشتر بخوانید|مطالب مرتبط
    ما را دنبال|اشتراک|همرسانی|تبلیغات|اقرأ أيضا|اقرأ المزيد|شارك|تابعونا|إعلان""".replace("\n", "|").split(
        "|"
    )
)
BEGINS = tuple(line.strip() for line in BEGINS if line.strip())
IS = frozenset(
    words("""share print email menu search close home news world tweet save comment reply more ad ads
        facebook twitter x instagram youtube whatsapp telegram copy link en fr fa ar english
        français""")
)
BYLINE_BEGINS = (
    "by ",
    "reporting by ",
    "published",
    "updated",
    "posted",
    "last updated",
    "last modified",
    "par ",
    "publié",
    "mis à jour",
    "نوشته",
    "به قلم",
    "بقلم",
    "from our correspondent",
    "from a correspondent",
    "staff writer",
    "staff report",
)
BYLINE_WORDS = 12


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article."""
    words = _plain(line)
    if len(words) > LONGEST:
        return False
    if not any(letter.isalnum() for letter in words):
        return bool(words)
    if SIZE.fullmatch(words):
        return True
    return words.rstrip(":.! ") in IS or any(_begins(words, lead) for lead in BEGINS)


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote the article, or when it was put out."""
    words = _plain(line)
    if len(words.split()) > BYLINE_WORDS or words.endswith(("?", "!", ".")):
        return False
    return words.startswith(BYLINE_BEGINS)


def _plain(line: str) -> str:
    return " ".join(line.replace("’", "'").casefold().split())


def _begins(words: str, lead: str) -> bool:
    """Whether the words begin with the lead, as whole words and not as the start of a sentence."""
    if not words.startswith(lead):
        return False
    rest = words[len(lead) :]
    if rest[:1].isalnum() and lead[-1:].isalnum():
        return False
    prose = len(rest.split()) > 8 and rest.rstrip().endswith((".", "”", '"'))
    return not prose or not lead.isalpha()
