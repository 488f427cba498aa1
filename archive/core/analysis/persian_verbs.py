"""The forms of Persian verbs, each to its infinitive: میروم، نمی‌رفتند، برو، رفته‌اند -> رفتن."""

from itertools import product

from archive.core.analysis.spelling import spelt, table

# The past stem, then the stems of the present as written, then after a stroke as spoken. Where the past stem
# is a word of its own after `=` (مرد a man, کند slow), only its forms with می or ن and in the plural
# belong to the verb.
_VERBS = """
رفت رو / ر
گفت گو گوی / گ
آمد آی / ا
=دید بین
=داد ده / د
شنید شنو / شنف
نوشت نویس
خواند خوان / خون
کشت کش
کشید کش
=مرد میر
=برد بر
آورد آور / ار
گرفت گیر
زد زن
بست بند
شکست شکن
ساخت ساز
سوخت سوز
سوزاند سوزان / سوزون
گذاشت گذار / ذار
گذشت گذر
گذراند گذران
دانست دان / دون
توانست توان / تون
خواست خواه / خوا
یافت یاب
شناخت شناس
فهمید فهم
پرسید پرس
ترسید ترس
ترساند ترسان
رسید رس
رساند رسان / رسون
لرزید لرز
نشست نشین / شین
خوابید خواب
ایستاد ایست
افتاد افت
انداخت انداز / نداز
ریخت ریز
آویخت آویز
=خورد خور
پوشید پوش
پوشاند پوشان
فروخت فروش
خرید خر
فرستاد فرست
ماند مان / مون
گریست گری
گریخت گریز
خندید خند
چرخید چرخ
گردید گرد
گرداند گردان
برگشت
باخت باز
پرداخت پرداز
پذیرفت پذیر
کوبید کوب
دوید دو
پرید پر
چسبید چسب
پیچید پیچ
=کند کن
=کرد کن
=شد شو / ش
=داشت دار
جنگید جنگ
شست شو شوی
آموخت آموز
اندیشید اندیش
خاست خیز
ربود ربا ربای
دزدید دزد
گشود گشا گشای
بخشید بخش
کوشید کوش
پاشید پاش
بارید بار
دوخت دوز
سپرد سپار
"""
# What only looks like a form of a verb: میان between, نبرد a battle, کشتی a ship, بدون without…
_OWN = table("""
    میان میدان میدانی نزد نبرد کشتی بدون بدهی بدهم برنج نرم نان نامه نگران بران بند ببر نبی برم بری برد
    بپا بدن ندا خاسته میری میرم میرین بریم برید
""")
_PAST = ("م", "ی", "", "یم", "ید", "ند", "ن")
_PARTICIPLE = ("ه", "هام", "های", "هاست", "هایم", "هاید", "هاند")
_SURE = ("یم", "ید", "ند", "ن")
_PRESENT = ("م", "ی", "د", "یم", "ید", "ند", "ه", "ین", "ن")


def _forms(past: str, presents: str, spoken: str, *, own_word: bool) -> set[str]:
    pasts, marked = (*_PAST, *_PARTICIPLE), product(("می", "نمی"), (*presents.split(), *spoken.split()))
    found = {before + past + after for before, after in product(("می", "نمی"), pasts)}
    found |= {before + after for before, after in product(_joined("ن", past), pasts) if after != "ن"}
    found |= {"".join(one) for one in product(map("".join, marked), _PRESENT)}
    for stem, sign in product(presents.split(), "بن"):
        found |= {before + after for before, after in product(_joined(sign, stem), ("", *_PRESENT))}
    return found | {past + after for after in (_SURE if own_word else pasts)}


def _spelt(row: str) -> str:
    return " ".join(sign if sign == "/" else spelt(sign) for sign in row.replace("=", "").split())


def _joined(before: str, stem: str) -> tuple[str, ...]:
    """A stem after ب or ن: آ and ا take a ی (بیاید، نیامد، بیفتد)."""
    if not stem.startswith("ا") or stem.startswith("ایست"):
        return (before + stem,)
    return (f"{before}ی{stem}", f"{before}ی{stem[1:]}") if len(stem) > 2 else (f"{before}ی{stem}",)


def infinitives() -> dict[str, frozenset[str]]:
    """Every form to its infinitives: میکشم is of کشتن (to kill) and of کشیدن (to pull)."""
    found: dict[str, set[str]] = {}
    for row in _VERBS.strip().splitlines():
        written, _, spoken = _spelt(row).partition("/")
        past, _, presents = written.strip().partition(" ")
        for form in _forms(past, presents, spoken, own_word=row.startswith("=")):
            found.setdefault(form, set()).add(past + "ن")
    return {form: frozenset(bases) for form, bases in found.items() if form not in _OWN}
