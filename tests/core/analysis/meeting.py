"""Pairs of words: those that must find each other, and those that must not. Invented for these tests.

A line is one word and those that must meet it; after `≠` those that must stay apart from it.
"""

ENGLISH = """
prisoner: prisoners Prisoner prison PRISONER'S prisoners' ≠ prise
execution: executed executions execute executing ≠ executive executor's
executive: executives ≠ executions executed
mother: mothers mother's Mothers’ ≠ moth other
woman: women women's ≠ womb
child: children children's ≠ chilly
man: men ≠ many main
testimony: testimonies ≠ testament
family: families ≠ familiar
grave: graves ≠ gravel gravity
bury: buried burial burials buries ≠ bureau
arrest: arrested arrests arresting ≠ rest
torture: tortured torturing tortures ≠ tort
witness: witnesses witnessed ≠ wit wits with
organise: organize organised organization organisations ≠ organ organic
colour: color colours colored ≠ colon
labour: labor labours ≠ lab
defence: defense defences ≠ defect
jail: gaol jails jailed ≠ jar
centre: center centres ≠ cent
programme: program programs ≠ progress
kill: killed killing kills ≠ kiln skill
hang: hanged hanging hung ≠ hunger
shoot: shot shooting shootings ≠ shout
write: wrote written writing ≠ writ
flee: fled fleeing ≠ flea
university: universities ≠ universe universal
policy: policies ≠ police
police: ≠ policies
news: ≠ new
disappear: disappeared disappears disappearing ≠ appear
massacre: massacres massacred ≠ mass
letter: letters ≠ let
1988: ≠ 1989 88 198
Baha'i: Bahai Baha’i ≠ bah
Sa'id: Said ≠ sad
ʿAli: Ali ≠ alley
resumé: resume Résumé ≠ presume
30,000: 30000 ≠ 3000 300000
"""
FRENCH = """
prisonnier: prisonniers prisonnière prisonnières prisonniere ≠ prison prise
exécution: exécutions exécuté executee exécuter exécutés execute ≠ excuse
témoignage: témoignages temoignage témoin témoigner ≠ témérité
mère: mères mere ≠ mer maire
mer: mers ≠ mère
père: pères pere ≠ perte
fils: ≠ fil
amnistie: l’amnistie l'amnistie Amnistie ≠ amitié
État: d'État l’État états etat ≠ étage
liberté: libertés liberte ≠ libre
disparu: disparus disparue disparition disparaître ≠ parution
arrêté: arrêtée arrêtés arrestation arrêter arretees ≠ arrière
tuer: tué tués tuée tuerie tue ≠ tu
détenu: détenus détenue détention ≠ détendu
juge: juges jugement jugé ≠ jupe
pendu: pendus pendaison ≠ pendule
enfant: enfants l’enfant ≠ enfer
famille: familles ≠ familier
victime: victimes ≠ victoire
journal: journaux ≠ journée
cheval: chevaux ≠ cheveu
femme: femmes ≠ ferme
homme: hommes l'homme ≠ hommage
torture: tortures torturé torturée torturer ≠ tort
fosse: fosses ≠ force
lettre: lettres ≠ lettonne
inconnu: inconnus inconnue ≠ connu
nation: nations ≠ notion
mort: morts morte mortes ≠ mordre
droit: droits ≠ étroit
cœur: coeur cœurs ≠ chœur
sœur: soeur sœurs ≠ sueur
pays: ≠ paix
temps: ≠ tempe
corps: ≠ cor
"""
PERSIAN = """
کتاب: کتابها کتاب‌ها کتاب‌های کتابهایی كتاب کتاب‌هایشان ≠ کباب
می‌رود: میرود می‌روند میروم نمی‌رود رفتن رفت رفتند نرفته‌اند رفته‌اند برود ≠ رود می‌ریزد
می‌گویند: گفت گفته گفتم می‌گفتند میگه نگفتند ≠ گاو
می‌کشند: کشتند ≠ کشتی
می‌آید: آمد آمدند نیامد بیاید ≠ امید
می‌داند: نمی‌دانم دانست ≠ میدان
زندانی: زندانیان زندانی‌ها زندانيان زندانی‌های ≠ زندان زن
زندان: زندانها زندان‌های زندان‌ ≠ زندانی زندگی
مرد: مردان مردی مردها ≠ مردم مرده
زن: زنان زنی زن‌ها ≠ زندان زنده
مادر: مادران مادرم مادرش مادرشان مادرها ≠ مادام
پدر: پدران پدرم پدرت ≠ پدیده
دختر: دختران دخترم دخترشان دخترها ≠ دفتر
برادر: برادران برادرم ≠ برابر
خانه: خانه‌ها خانه‌ای خانه‌اش خانه‌هایشان ≠ خان
نامه: نامه‌ها نامه‌ای نامه‌هایش ≠ نام
خانواده: خانواده‌ها خانواده‌اش خانواده‌های ≠ خانه
کشته: کشتگان ≠ کشتی
بازمانده: بازماندگان ≠ بازی
نماینده: نمایندگان ≠ نمایش
دانشجو: دانشجویان دانشجوها ≠ دانش
ایرانی: ایرانیان ایرانی‌ها ≠ ایران
ایران: ايران ≠ ایرانی
شهید: شهدا شهیدان ≠ شاهد شهیدی
شاهد: شاهدان شهود ≠ شاد
حق: حقوق ≠ حقه
جسد: اجساد جسدها ≠ حسد
سند: اسناد سندها ≠ سنگ
بزرگ: بزرگتر بزرگ‌تر بزرگترین بزرگ‌ترین ≠ برگ
سال: سالها سال‌های سالی ≠ سالم سالن
صدا: صدای صداها صدایش ≠ صد
جنازه: جنازه‌ها جنازه‌اش ≠ جنگ
اعدام: اعدام‌ها اعدامهای ≠ اعداد
جان‌باختگان: جانباختگان جان‌باخته جانباخته ≠ جانشین
بهایی: بهاییان بهائی بهائیان ≠ بها
۱۳۶۷: 1367 ١٣٦٧ ≠ ۱۳۶۸ ۶۷
خاوران: ≠ خاور
تهران: ≠ تهر
پایان: ≠ پا
تنها: ≠ تن
حسینی: ≠ حسین
کریمی: ≠ کریم
رضایی: رضائی ≠ رضا
میهن: ≠ هن
علی: علي ≠ عالی
گروگان: ≠ گروه
درخشان: ≠ درخت
"""
ARABIC = """
كتاب: الكتاب والكتاب بالكتاب للكتاب كتابه كتب كتبهم ≠ كتف
سجين: السجين سجناء السجناء للسجناء والسجناء سجينة ≠ سكين
سجن: السجون سجون السجن بسجن لسجن ≠ سجين حسن
معتقل: معتقلون المعتقلين معتقلات المعتقل ≠ معقل
شهادة: الشهادات شهاداتهم وشهادة بشهادته شهادتها ≠ شهيد
شهيد: شهداء الشهداء الشهيدين شهيدا ≠ شاهد
شاهد: شهود الشهود ≠ شهر
عائلة: عائلات عائلته العائلات عوائلهم ≠ عامل
مدرسة: مدارس المدرسة مدرستهم ≠ مدرس
مدرس: المدرسين ≠ مدرسة
وزير: الوزير وزراء والوزراء ≠ زير
وزارة: الوزارة ≠ زيارة
ولد: أولاد الأولاد أولاده ≠ والد
أم: أمهات أمهاتهم الأمهات ≠ أمن
امرأة: نساء النساء نسوة ≠ مرآة
طفل: أطفال الأطفال أطفالها ≠ طفيف
حق: حقوق الحقوق حقوقهم ≠ حقل
محكمة: محاكم المحكمة المحاكم بالمحكمة ≠ محكم
قبر: قبور القبور ≠ قبل
إعدام: الإعدام إعدامهم والإعدامات اعدام ≠ عدم
تعذيب: التعذيب تعذيبه ≠ عذب
جريمة: جرائم الجرائم ≠ جرم
مجزرة: مجازر المجزرة ≠ جزر
ضحية: ضحايا الضحايا ≠ ضحك
رسالة: رسائل رسالته الرسائل ≠ رسول
حرية: الحرية حريات ≠ حر
إيران: ايران الإيرانية إيراني ≠ عيران
صحفي: صحفيون الصحفيين ≠ صحن
اختفاء: الاختفاء اختفائه ≠ خفاء
مقبرة: مقابر المقابر ≠ قبر
قائد: القائد ≠ قاعدة
يوم: أيام الأيام ≠ يم
منظمة: منظمات المنظمات ≠ نظم
مُحَمَّد: محمد محـــمد ≠ محمود
١٩٨٨: 1988 ۱۹۸۸ ≠ ١٩٨٩
الله: ≠ اله
كريم: ≠ كرم
حسين: ≠ حسن
فلسطين: الفلسطينيين فلسطيني ≠ سطين
سميرة: ≠ سمير
بغداد: ≠ غداد
لندن: ≠ لند
"""


def pairs(rows: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of a table that must meet, and those that must not."""
    meet, apart = [], []
    for row in rows.strip().splitlines():
        word, _, rest = row.partition(":")
        alike, _, unlike = rest.partition("≠")
        meet += [(word, other) for other in alike.split()]
        apart += [(word, other) for other in unlike.split()]
    return meet, apart
