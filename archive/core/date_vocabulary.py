"""The words dates are written with, in English, French, Persian and Arabic. A further word is one more here.

All are compared as `archive.core.words.folded` writes them. Both Arabic traditions of Gregorian months
are here (يناير, كانون الثاني) and the Maghreb's (جانفي, غشت).
"""

from archive.core.words import folded

GREGORIAN, JALALI, IMPERIAL, HIJRI = "gregorian", "jalali", "imperial", "hijri"

_GREGORIAN_MONTHS = (
    "january jan janvier janv يناير جانفي ژانویه|كانون الثاني",
    "february feb février févr فبراير فيفري شباط فوریه",
    "march mar mars مارس آذار",
    "april apr avril avr أبريل إبريل نيسان أفريل آوریل آپریل",
    "may mai مايو أيار ماي مه می",
    "june jun juin يونيو حزيران جوان ژوئن جون",
    "july jul juillet juil يوليو تموز جويلية يوليوز ژوئیه جولای",
    "august aug août أغسطس آب أوت غشت اوت آگوست",
    "september sep sept septembre سبتمبر أيلول شتنبر سپتامبر",
    "october oct octobre أكتوبر اکتبر|تشرين الأول",
    "november nov novembre نوفمبر نونبر نوامبر|تشرين الثاني",
    "december dec décembre déc ديسمبر دجنبر دسامبر|كانون الأول",
)
_JALALI_MONTHS = (
    "farvardin فروردین", "ordibehesht ordibehecht اردیبهشت", "khordad خرداد", "tir تیر",
    "mordad amordad مرداد امرداد", "shahrivar chahrivar شهریور", "mehr مهر", "aban آبان",
    "azar آذر", "dey دی", "bahman بهمن", "esfand اسفند",
)  # fmt: skip
_HIJRI_MONTHS = (
    "muharram moharram mouharram محرم",
    "safar صفر",
    "|rabi al awwal|rabi al awal|rabi i|rabia al awal|ربيع الأول|ربیع الاول",
    "|rabi al thani|rabi al akhir|rabi ii|rabia ath thani|ربيع الثاني|ربيع الآخر|ربیع الثانی|ربیع الاخر",
    "|jumada al awwal|jumada al ula|jumada i|joumada al oula"
    "|جمادى الأولى|جمادى الأول|جمادی الاول|جمادی الاولی",
    "|jumada al thani|jumada al akhirah|jumada ii|joumada ath thania"
    "|جمادى الثانية|جمادى الآخرة|جمادی الثانی|جمادی الثانیه",
    "rajab radjab رجب",
    "shaban shabaan chaabane شعبان",
    "ramadan ramazan رمضان",
    "shawwal shawal chawwal شوال",
    "|dhu al qadah|dhu al qidah|dhul qadah|zilqada|dhou al qida|ذو القعدة|ذي القعدة|ذی القعده|ذی قعده|ذیقعده",
    "|dhu al hijjah|dhul hijjah|dhul hijja|zilhijja|dhou al hijja|ذو الحجة|ذي الحجة|ذی الحجه|ذی حجه|ذیحجه",
)
_SEASONS = (
    "spring printemps بهار ربيع الربيع", "summer été تابستان صيف الصيف",
    "autumn fall automne پاییز خريف الخريف", "winter hiver زمستان شتاء الشتاء",
)  # fmt: skip


def _table(rows: tuple[str, ...]) -> dict[str, int]:
    """From each folded phrase to its number; a row has words, then phrases of several words after `|`."""
    table: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        words, *phrases = row.split("|")
        table |= {folded(phrase): number for phrase in (*words.split(), *phrases)}
    return table


MONTHS = {
    GREGORIAN: _table(_GREGORIAN_MONTHS),
    JALALI: _table(_JALALI_MONTHS),
    IMPERIAL: _table(_JALALI_MONTHS),
    HIJRI: _table(_HIJRI_MONTHS),
}
SEASONS = _table(_SEASONS)


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in text.split())


DECADE = _words("décennie années دهه دههٔ عقد العقد")
FROM = _words("from از من")  # leading, they want a second end
TO = _words("to till until through au à تا إلى الى حتى")
BETWEEN = _words("between entre بین بين")
AND = _words("and et و")
ABOUT = _words("about around circa ca c approximately vers environ حدود حوالی حوالي نحو")
PERHAPS = _words("perhaps probably possibly maybe likely probablement شاید احتمالا احتمالاً ربما")
SILENT = _words(
    # around a date
    "on in the of at during early late mid middle beginning start end year month day date dated "
    "le la les l en de d du des au à mois année an jour début mi fin courant "
    "در روز ماه سال به اوایل اواخر اواسط پایان آغاز نیمه مورخ ی "
    "في من يوم شهر سنة عام الذي يبدأ بداية نهاية أوائل أواخر منتصف بتاريخ "
    # parts of the day
    "morning afternoon evening night noon midnight matin midi soir nuit "
    "صبح ظهر عصر شب شامگاه بامداد صباح مساء ليلة "
    # days of the week
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "شنبه یکشنبه دوشنبه سه چهار پنج سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه یک دو "
    "السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة "
)
ERAS = {
    GREGORIAN: _words("ad ce میلادی م ميلادية ميلادي للميلاد"),
    JALALI: _words("شمسی خورشیدی هجری ه ش"),
    IMPERIAL: _words("شاهنشاهی"),
    HIJRI: _words("ah قمری هجری ه ق هـ هجرية للهجرة"),
}
