"""Pairs of spellings: of one name, and of two things that only look alike. The rules were tuned on these."""

# ruff: noqa: E501  (tables of words read best as text)


def pairs(table: str) -> list[tuple[str, str]]:
    """The pairs of a table: two words parted by a space, pairs parted by `|` or a new line."""
    cells = [cell.split() for line in table.splitlines() for cell in line.split("|")]
    return [(cell[0], cell[1]) for cell in cells if cell]


SAME = pairs("""
Hossein Hussain | Hossein Hoseyn | Hossein Husayn | Hossein Hussein | Hossein Hocine | Hossein Houssein
Hossein حسین | Hussain حسين | Hoseyn حسین | Hocine حسين | حسین حسين | حسین حُسین | حسین حـسـیـن
Hossein's Hossein | Hossein’s Hossein | d’Hossein Hossein | l'Hossein Hossein | HOSSEIN Hossein
حسین‌ها حسین | حسین‌جان حسین | حسینم حسین | حسینش حسین | حسین‌شان حسین | وحسين حسين | بحسين Hossein
لحسين حسین | فحسين حسين | والحسين حسين | كحسين حسين | حسينهم حسين
Maryam مریم | Mariam مريم | Maryam Mariam | Maryam Meryem | Miriam Maryam | Maryam Meriem | مریم‌ها مریم
Maryam’s Maryam | مریم‌جون Maryam | d’Maryam مریم
Mohammad Muhammad | Mohammad Mohamed | Mohammad Mohammed | Mohammad محمد | Muhammad محمّد | Mohamad محمد
Mohd Mohammad | Mouhamed Mohammad | وبمحمد محمد | محمدها Mohammad
Fatemeh Fatima | Fatemeh Fatma | Fatemeh فاطمه | Fatima فاطمة | فاطمه فاطمة | Fatemeh فاطمۀ | فاطمه‌ی Fatima
Fatma فاطمه | فاطمه‌جان Fatemeh
Zahra زهرا | Zahraa زهراء | Zahra Zahraa | زهرای زهرا | زهرا زهراء | Zahra’s زهرا
Reza رضا | Riza Reza | Rida رضا | Reza Reda | رضای رضا | رضا‌ی Reza | Raza Reza
Ali علی | Ali علي | Aly Ali | علی علي | علی‌ها Ali | علی‌جان علی | Ali's علی
Hasan حسن | Hassan Hasan | Hassan حسن | Hacen Hasan | حسنم حسن
Jafar جعفر | Ja'far Jafar | Djafar Jafar | Jaafar جعفر | Jafar Ja‘far | Jafer Jafar | Dja'far جعفر
Youssef یوسف | Yusuf يوسف | Yousef Yusuf | Youssef Yusuf | Youcef Yousef | Yusef یوسف
Khadija خدیجه | Khadijeh Khadija | Khadidja Khadija | Khadija خديجة | Khadijah Khadijeh
Abdolrahman Abdulrahman | Abdolrahman عبدالرحمن | Abderrahmane Abdolrahman | Abdurrahman عبدالرحمان
Abdelrahman Abdurrahman | عبدالرحمن عبدالرحمان | Abd-al-Rahman عبدالرحمن
Gholamhossein غلامحسین | Gholamhossein Qolamhosein | Gholamhossein غلام‌حسین | غلامحسین غلام‌حسین
Gholam-Hossein Gholamhossein
Nasrin نسرین | Nasreen Nasrin | Nesrine Nasrin | Nasrin نسرين | نسرینشان نسرین
Shirin شیرین | Chirine Shirin | Shireen Shirin | Shirine شيرين | شیرین‌خانم Shirin
Ebrahim Ibrahim | Ebrahim ابراهیم | Ibrahim إبراهيم | ابراهیم إبراهيم | Brahim Ibrahim
Esmail Ismail | Esmaeil Ismaïl | Esmail اسماعیل | Ismael إسماعيل | اسمعیل اسماعیل
Mostafa Mustafa | Mostafa مصطفی | Moustapha Mostafa | Mustafa مصطفى | مصطفی‌ی مصطفی
Soheila سهیلا | Suhaila Soheila | Souheila Soheila | Soheyla سهیلا
Ghasem Qasem | Ghasem Qasim | Kassem Ghasem | Qasem قاسم | Kacem قاسم
Khosrow خسرو | Khosro Khosrow | Khosrau Khosrow | Xosrow Khosrow
Sadegh Sadiq | Sadegh صادق | Sadek Sadegh | Sadiq صادق
Tahereh طاهره | Tahira Tahereh | Tahereh طاهرة | Behrouz بهروز | Behrooz Behrouz | Bihruz Behrouz
Parvaneh پروانه | Parwana Parvaneh | پروانه بروانه | Parvaneh بروانه
Kourosh کوروش | Kurosh Kourosh | Cyrus کوروش | Kourosh کورش | Cyrus Kourosh
Davoud داوود | Davoud داود | Dawood Davoud | Daoud Davoud | داوود داود
Saeed سعید | Said Saeed | Saïd سعيد | Sa'id سعید | Omid امید | Umid Omid | امیدم امید
Laleh لاله | Leila لیلا | Leyla ليلى | لیلا ليلى | Layla لیلی | Masoud مسعود | Mas'ud Masoud | Massoud مسعود
Hosseini حسینی | Husayni الحسيني | Hosseini Husseini | الحسيني حسینی | Karimi کریمی | كريمي کریمی
Hosseinzadeh حسین‌زاده | Hoseinzade Hosseinzadeh | Nureddin نورالدین | Noureddine Nureddin
Abdollah عبدالله | Abdullah Abdollah | Abdallah عبدالله | Rahimpour رحیم‌پور | Sharif شریف | Cherif Sharif
Нossein Hossein | Ηossein حسین | Mаryam Maryam | Ｍaryam Maryam | Hos­sein Hossein | مر‌یم مریم | 7ossein حسین
""")

OTHER = pairs("""
Hasan Hossein | حسن حسین | حسن حسین‌ها | Hassan Hussain | Hossein حسن | Hasan حسین | Hossein Hosna | Hossein Hosseini
حسین حسینی | حسین محسن | Hossein محسن | Hossein Mohsen | Ali Alia | علی عالیه | علی علیه | علي عليها | علي عليهم
علي إلى | Ali إلى | Ali الی | Ali all | Ali alley | Ali ally | Ali allé | علی عالی | علی ولی | Ali آل | علي عليك
Ali allie | Ali Vali | Ali Alireza | علی علیرضا | Reza Alireza | رضا علیرضا | رضا رضایت | رضا راضی | Reza raise
Reza rose | Reza razor | Reza رز | Reza ریزه | Reza Razieh | Reza rest | Reza roi | رضا ارضا | رضا روز
Maryam Marjan | مریم مرجان | Maryam Mary | Maryam marry | Maryam marine | مریم مرا | مریم مردم | Maryam مردم
Maryam Mahin | مریم محرم | Zahra Zohreh | زهرا زهره | Zahra Zari | Zahra zero | زهرا زهر | زهرا ظاهرا | Zahra Sahra
Zahra Shahla | زهرا صحرا | Amin Iman | امین ایمان | Amin mean | Amin amount | Amin many | Amin Amina
امین امینه | امین آمنه | امین امن | Amin أمن | أمين أمن | Amin Amir | امین امیر | Amin main | Amin ami | Amin amis
Amir امر | أمير أمر | Amir amer | Amir Omar | امیر عمر | امیر امروز
Mohammad Mahmoud | محمد محمود | Mohammad Ahmad | محمد احمد | محمد حمید | Mohammad Hamid | محمد محمدی | محمد مهدی
Mohammad Mehdi | Mohammad mad | Mohammad mummy | محمد مهم | محمد محدود | Mohammad محدود | محمد حمد
Fatemeh Fattah | فاطمه فتاح | Fatemeh fate | Fatima fatigue | فاطمه فهمید | Fatima fat | Fatemeh Farideh
Jafar Javad | جعفر جواد | Jafar Jabbar | Jafar jar | Jafar chauffeur | Jafar Jaber | جعفر جفت | جعفر جعبه | Jafar gopher
Youssef useful | Youssef yourself | Yusuf Yunes | یوسف یونس | Youssef vous | یوسف وصف | يوسف سوف
Khadija Khojasteh | Khadija cottage | خدیجه خدا | خدیجه نتیجه | خديجة جديدة | Khadija جديدة
Abdolrahman Abdolrahim | عبدالرحمن عبدالرحیم | Abdollah Abdolreza | عبدالله الله | عبدالله والله | Abdollah Allah
Gholamhossein Gholamreza | غلامحسین غلامعلی | Gholamhossein غلامحسن
Nasrin Nasser | نسرین ناصر | Nasrin Nastaran | Nasrin nursing | Nasrin nation | Nasrin Yasmin | نسرین یاسمین | نسرین نصر
Shirin Shahin | شیرین شاهین | Shirin shrine | Shirin sharing | Shirin chercher | شیرین شهر | Shirin شرم | شیرین شیر
Ebrahim Bahram | ابراهیم بهرام | ابراهیم برای | Ibrahim broom | إبراهيم برهان | Ebrahim Rahim
Esmail smile | Esmail small | Ismail email | اسماعیل اسم | Ismail Samuel | Esmail سمیه | إسماعيل أعمال
Mostafa Morteza | مصطفی مرتضی | Mostafa mostly | Mostafa stuff | مصطفی مسافر | مصطفى مستشفى
Soheila Sohrab | سهیلا سهراب | Soheila Soheil | سهیلا سهیل | سهیلا سهل | Soheila soil
Ghasem Kazem | قاسم کاظم | Ghasem Qassam | Ghasem custom | Ghasem chasm | قاسم قسم | قاسم قسمت | قاسم تقسیم
Khosrow course | خسرو خسته | Khosrow Khosravi | خسرو سرو | Khosrow castle | خسرو خود | Khosrow chorus
Sadegh Saeed | صادق سعید | Sadegh side | Sadegh sadness | صادق صدا | صادق صدق | صادق تصادف
Tahereh Tahmineh | طاهره تهمینه | Tahereh there | Tahereh theory | طاهره ظهر | Tahereh تهران | طاهره طرح
Behrouz Behzad | بهروز بهزاد | Behrouz breeze | Behrouz browse | بهروز بهار | بهروز امروز | بهروز روز | Behrouz Firouz
Parvaneh Parvin | پروانه پروین | Parvaneh province | پروانه پرونده | Parvaneh پرونده | پروانه پول
Kourosh Dariush | کوروش داریوش | Kourosh crush | Kourosh course | Cyrus serious | Cyrus citrus | کوروش گوشه | کوروش کوشش
Davoud Javad | داوود دود | Davoud devoid | Davoud divide | داود داد | داود دوید
Saeed Sajjad | سعید سجاد | Saeed side | Saeed seed's | سعید ساعت | سعید سعی | Saeed Masoud | Saeed صد
Omid امد | امید آمد | امید آمدید | Omid mid | Omid Hamid | امید حمید | Omid omit | Omid amid | امید عمدا
Leila Lale | لیلا لاله | Leila loyal | Leila lily's | لیلا لیوان | Leila lilac
Karimi Rahimi | کریمی رحیمی | Karimi crime | کریمی کرم | Karimi Karami | کریم مریم | Karim Karam | کریم کارم
Masoud Mahmoud | مسعود محمود | Masoud mosque | مسعود موسیقی | Masoud maison | مسعود مسجد
Sharif Ashraf | شریف اشرف | Sharif surf | شریف شرف | Sharif shelf | شریف شرط
Rahim رحم | رحیم رحمت | Nasser نصر | Nader ندارد | نادر نداشت | Mina mean | Mina men | Mina money | مینا معنا | Mina معنی
Sara sir | Sara sorry | سارا سر | سارا سرد | Sara سریع | Nima name | نیما نام | Nima نعم | نیما نیم | Mani money
""")
