"""What invented people are called and say, in four languages. All of it is made up for measuring."""

import random
from functools import cache
from itertools import accumulate

# Common given and family names: Perso-Arabic and Latin spelling.
GIVEN = """
حسین Hossein|علی Ali|محمد Mohammad|رضا Reza|مریم Maryam|زهرا Zahra|فاطمه Fatemeh|سارا Sara|بهرام Bahram
|کاوه Kaveh|پروین Parvin|شیرین Shirin|ناصر Nasser|مهدی Mehdi|لیلا Leila|حسن Hassan|اکبر Akbar|امیر Amir
|سعید Saeed|مینا Mina|نرگس Narges|جواد Javad|رویا Roya|داریوش Dariush|یوسف Yousef|کریم Karim|سمیره Samira
|احمد Ahmad|عباس Abbas|ژاله Jaleh|هما Homa|فرهاد Farhad|پریسا Parisa|منصور Mansour|طاهره Tahereh|بیژن Bijan
"""
FAMILY = """
احمدی Ahmadi|کریمی Karimi|رضایی Rezaei|حسینی Hosseini|موسوی Mousavi|صادقی Sadeghi|جعفری Jafari|نوری Nouri
|مرادی Moradi|رحیمی Rahimi|قاسمی Ghasemi|اکبری Akbari|یوسفی Yousefi|شریفی Sharifi|کاظمی Kazemi|امینی Amini
|سلیمی Salimi|بهرامی Bahrami|تهرانی Tehrani|فرهادی Farhadi|نجفی Najafi|حیدری Heydari|زارعی Zarei|عباسی Abbasi
|منصوری Mansouri|رستمی Rostami|طاهری Taheri|ملکی Maleki|خسروی Khosravi|نادری Naderi|پارسا Parsa|کیانی Kiani
"""
SUBJECTS = {
    "en": "families|mothers|the prisoners|witnesses|the guards|relatives|students|the court|a teacher"
    "|survivors|the delegation|lawyers|her brother|the officer|neighbours|the committee|doctors|two sisters",
    "fr": "les familles|les mères|les prisonniers|des témoins|les gardiens|les proches|des étudiants"
    "|le tribunal|un enseignant|les survivants|la délégation|des avocats|son frère|l’officier|le comité",
    "fa": "خانواده‌ها|مادران|زندانیان|شاهدان|نگهبانان|بستگان|دانشجویان|دادگاه|یک معلم|بازماندگان|هیئت|وکلا"
    "|برادرش|افسر|همسایه‌ها|کمیته|پزشکان|دو خواهر",
    "ar": "العائلات|الأمهات|السجناء|الشهود|الحراس|الأقارب|الطلاب|المحكمة|المعلم|الناجون|الوفد|المحامون|شقيقها"
    "|الضابط|الجيران|اللجنة|الأطباء|الشقيقتان",
}
ACTS = {
    "en": "asked for|never received|spoke about|searched for|wrote down|remembered|were shown|kept|demanded"
    "|published|buried|found|described|lost|defended|denied|counted|waited for",
    "fr": "ont demandé|n’ont jamais reçu|ont parlé de|ont cherché|ont noté|se rappellent|ont vu|ont gardé"
    "|exigent|ont publié|ont enterré|ont trouvé|ont décrit|ont perdu|ont défendu|ont nié",
    "fa": "خواستند|هرگز نگرفتند|گفتند از|می‌جستند|نوشتند|به یاد می‌آورند|دیدند|نگه داشتند|منتشر کردند"
    "|دفن کردند|یافتند|شرح دادند|از دست دادند|انکار کردند|می‌شمارند|منتظر ماندند",
    "ar": "طلب|لم يتسلم|تحدث عن|بحث عن|كتب|تذكر|رأى|حفظ|نشر|دفن|وجد|وصف|فقد|دافع عن|أنكر|انتظر",
}
OBJECTS = {
    "en": "the letters|the graves|a list of names|the order|the truth|the transfer|justice|the executions"
    "|a hearing|the archive|clothes and a watch|the amnesty|the silence of the ministry|torture in the cells"
    "|a resolution|the school register|the road to the cemetery|an answer of the council",
    "fr": "les lettres|les tombes|une liste de noms|l’ordre|la vérité|le transfert|la justice|les exécutions"
    "|une audience|les archives|des vêtements et une montre|l’amnistie|le silence du ministère|la torture",
    "fa": "نامه‌ها|گورها|فهرست نام‌ها|حکم|حقیقت|انتقال|دادخواهی|اعدام‌ها|جلسهٔ دادگاه|اسناد|لباس و ساعت"
    "|عفو|سکوت وزارتخانه|شکنجه در سلول‌ها|قطعنامه|راه گورستان|پاسخ شورا",
    "ar": "الرسائل|القبور|قائمة الأسماء|الأمر|الحقيقة|العدالة|الإعدامات|جلسة الاستماع|الوثائق|الملابس والساعة"
    "|العفو|صمت الوزارة|التعذيب في الزنازين|القرار|الطريق إلى المقبرة|جواب المجلس",
}
PATTERNS = {
    "en": "In {year}, {who} {did} {what} at {place}. ",
    "fr": "En {year}, {who} {did} {what} à {place}. ",
    "fa": "در سال {year} {who} در {place} {what} را {did}. ",
    "ar": "وفي عام {year} في {place} {did} {who} {what}. ",
}
_SIGNS = (
    "ka tu me ro sha vi len dar mo zi kha ber no ta ly gor sa pen ri da".split(),  # noqa: SIM905
    "کا تو مه رو شا وی لن دار مو زی خا بر نو تا لی گر سا پن ری دا".split(),  # noqa: SIM905
)


class Words:
    """One stream of invented words: common ones often, places by the thousand seldom."""

    def __init__(self, chance: random.Random):
        self.chance = chance

    def person(self) -> tuple[str, str]:
        """A name, in Perso-Arabic and in Latin letters."""
        given, family = self.common(GIVEN.strip()).split(), self.common(FAMILY.strip()).split()
        return f"{given[0]} {family[0]}", f"{given[1]} {family[1]}"

    def place(self) -> tuple[str, str]:
        """A place that is nowhere, of some 8,000."""
        picked = [min(int(self.chance.paretovariate(0.9)) - 1, 19) for _ in range(3)]
        latin, persian = ("".join(signs[each] for each in picked) for signs in _SIGNS)
        return persian, latin.capitalize()

    def text(self, language: str, sentences: int) -> str:
        return "".join(self._sentence(language) for _ in range(sentences)).strip()

    def _sentence(self, language: str) -> str:
        return PATTERNS[language].format(
            year=self.chance.randint(1350, 1402) if language == "fa" else self.chance.randint(1971, 2023),
            who=self.common(SUBJECTS[language]),
            did=self.common(ACTS[language]),
            what=self.common(OBJECTS[language]),
            place=self.place()[0 if language in ("fa", "ar") else 1],
        )

    def common(self, words: str) -> str:
        """One of a list: the second half as often as the first, the third a third of it (Zipf)."""
        each, weights = _ranked(words)
        return self.chance.choices(each, cum_weights=weights)[0].strip()


@cache
def _ranked(words: str) -> tuple[list[str], list[float]]:
    each = words.split("|")
    return each, list(accumulate(1 / (place + 1) for place in range(len(each))))
