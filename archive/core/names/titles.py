"""Words around names that are none: titles, articles, particles; and the heads and tails of compounds."""


def table(words: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(words.split())


TITLES = table("""
    mr mrs ms miss mister dr doctor prof professor sir madam madame mme mlle mademoiselle monsieur
    maitre me hr herr frau haj hajj haji hajji hadj hadji hajieh hajiyeh hajia seyed sayed sayyed sayyid
    seyyed syed sayid seyyid seyedeh sayyida sadat sadate sheikh shaikh shaykh cheikh ayatollah
    hojatoleslam mullah molla mollah imam agha aqa khanom khanoum khanum ostad ustad ustadh mohandes
    engineer eng colonel col captain capt general gen sergeant sgt judge rev martyr shahid marhoum
    karbalai karbalaei mashhadi mashdi abu abou aboo abi umm oum um
    آقا آقای اقا اقای خانم خانوم دکتر دکترا دکتور الدکتور استاد الاستاد استاذ الاستاذ مهندس المهندس حاج
    الحاج حاجی حاجیه سید السید سیده السیده سادات السادات شیخ الشیخ ملا آیت آیتالله حجتالاسلام امام
    الامام شهید الشهید مرحوم المرحوم کربلایی مشهدی سرهنگ سروان قاضی القاضی انسه الانسه جناب سرکار دوشیزه
    بانو سرکارخانم ابو ابی ام
""")
# `e` and `i` (the ezafe) are single letters and fall away without being named here.
PARTICLES = table("""
    al el ul ol as ar ad an at az ash adh ath es er ed en et ez esh de du des da das dos di del della la
    le les van von der den ter ten zu zur bin ben ibn bint bent binte bt ibne ould wuld walad aal ait
    بن ابن بنت ال آل ولد
""")
# Compounds are written as one word or as two: Gholam Hossein, عبد الرحمن, حسین زاده.
HEADS = table("""
    abd abdol abdul abdel abdal abdor abdur abder abdos abdus abdes gholam qolam golam mohammad mohamed
    muhammad ali amir mir shah nour nur noor seif saif jalal jamal shams sadr salah taj ezzat nemat
    nematollah ruh rouh habib hojjat fazl fath asad heshmat rahmat hedayat zia ziya hosein hossein
    hassan hasan khosh mah mahi
    عبد عبدال غلام محمد علی امیر میر شاه نور سیف جلال جمال شمس صدر صلاح تاج عزت نعمت روح حبیب حجت فضل
    فتح اسد حشمت رحمت هدایت ضیا حسین حسن گل ماه مه خوش
""")
TAILS = table("""
    zadeh zade zada pour poor pur nia niya niaz far fard nejad nezhad nezad mand vand manesh tabar ollah
    ullah eddin eddine uddin aldin oddin addin din deen rahman reza dokht doost dust parast
    زاده پور نیا فر فرد نژاد مند وند منش تبار الله الدین الرحمن الرحمان رضا دخت دوست پرست
""")
