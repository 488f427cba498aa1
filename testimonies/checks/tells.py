"""What in a text tells about its speaker: an age, an occupation, a relation, a service, a place of work.

Tables of words in four languages, not a judgement: each match is shown to the curator where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.core.words import folded

AGE, OCCUPATION, RELATION = "age", "occupation", "relation"

_OCCUPATIONS = {
    "teacher": "teacher professeur institutrice instituteur enseignante enseignant "
    "معلم دبیر آموزگار معلمة مدرس مدرسة",
    "nurse": "nurse infirmiere infirmier پرستار ممرضة ممرض",
    "doctor": "doctor physician surgeon medecin chirurgien پزشک جراح طبیب طبيب طبيبة",
    "student": "student etudiante etudiant دانشجو طالبة طالب",
    "lawyer": "lawyer advocate avocate avocat وکیل محامية محام محامي",
    "engineer": "engineer ingenieure ingenieur مهندس مهندسة",
    "journalist": "journalist reporter journaliste روزنامه‌نگار خبرنگار صحفية صحفي",
    "baker": "baker boulangere boulanger نانوا خباز خبازة",
    "driver": "driver chauffeur راننده سائق سائقة",
    "guard": "guard warder gardienne gardien نگهبان زندانبان حارسة حارس",
    "soldier": "soldier conscript officer soldat officier سرباز افسر جندي ضابط",
    "farmer": "farmer fermiere fermier agricultrice agriculteur کشاورز فلاح فلاحة مزارع",
    "tailor": "tailor seamstress couturiere tailleur خیاط خياط خياطة",
    "clerk": "clerk secretary employee secretaire employee کارمند منشی موظف موظفة سكرتيرة",
    "fisher": "fisherman fisher pecheur ماهیگیر صیاد صياد",
    "priest": "priest pastor imam cleric pretre pasteur روحانی کشیش امام کاهن قس",
}  # fmt: skip
_RELATIONS = {
    "parent": "my father|my mother|mon pere|ma mere|پدرم|مادرم|پدر من|مادر من|أبي|والدي|أمي|والدتي",
    "child": "my son|my daughter|my child|mon fils|ma fille|پسرم|دخترم|فرزندم|ابني|ابنتي|ولدي",
    "sibling": "my brother|my sister|mon frere|ma soeur|برادرم|خواهرم|أخي|أختي|شقيقي|شقيقتي",
    "spouse": "my husband|my wife|my fiance|my fiancee|mon mari|ma femme|mon epoux|mon epouse|"
    "همسرم|شوهرم|زنم|نامزدم|زوجي|زوجتي|خطيبي|خطيبتي",
    "relative": "my uncle|my aunt|my cousin|mon oncle|ma tante|mon cousin|ma cousine|عمویم|"
    "عمه‌ام|دایی‌ام|خاله‌ام|پسرعمویم|دخترعمویم|عمي|خالي|عمتي|خالتي",
    "cellmate": "my cellmate|my cell mate|mon codetenu|"
    "ma codetenue|هم‌سلولی‌ام|هم‌بندی‌ام|رفيق زنزانتي",
}  # fmt: skip
_AGES = re.compile(
    r"\b(?:i was|i am|aged|age of|at)\s+(\d{1,2})(?:\s+years)?\b(?!\s*(?:o|am|pm|h|:|people|of))"
    r"|\bj avais\s+(\d{1,2})\s+ans\b|\b(\d{1,2})\s+ans\b|\b(\d{1,2})\s+years old\b"
    r"|\b(\d{1,2})\s+سال(?:ه|م|گی)\w*|\b(\d{1,2})\s+ساله\b|\bعمری\s+(\d{1,2})\b"
)


@dataclass(frozen=True)
class Tell:
    """Something a text tells of its speaker: `value` is the same in every language."""

    kind: str
    value: str
    words: str


def _words(listed: str, between: str) -> str:
    return "(?:" + "|".join(re.escape(folded(each)) for each in listed.split(between)) + ")"


# of an occupation only what is said of oneself: “I was then a teacher”, “معلم بودم”
_I_WAS = _words(
    "i was|i am|i m|i worked as|i became|j etais|j ai ete|je suis|je travaillais comme|كنت|أنا|عملت|أعمل", "|"
)
_SO_I_WAS = _words("بودم|هستم|شدم", "|")
_OCCUPATION_WORDS = {
    value: re.compile(
        rf"\b{_I_WAS}(?: (?!و)\w+){{0,5}} (?P<en>{_words(listed, ' ')})\b"
        rf"|\b(?P<fa>{_words(listed, ' ')})(?: \w+){{0,3}} {_SO_I_WAS}\b"
    )
    for value, listed in _OCCUPATIONS.items()
}
_RELATION_WORDS = {
    value: re.compile(rf"\b[وفبل]?{_words(listed, '|')}\b") for value, listed in _RELATIONS.items()
}


def tells_in(text: str) -> Iterator[Tell]:
    """Every tell of a text, each value once."""
    plain = folded(text)
    for kind, table in ((OCCUPATION, _OCCUPATION_WORDS), (RELATION, _RELATION_WORDS)):
        for value, words in table.items():
            if found := words.search(plain):
                yield Tell(kind, value, found.group())
    if found := _AGES.search(plain):
        yield Tell(AGE, next(filter(None, found.groups())), found.group())
