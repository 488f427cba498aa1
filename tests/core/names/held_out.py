"""Pairs written before the rules were tuned and never tuned on: their score is the honest one."""

from tests.core.names.pairs import pairs

SAME = pairs("""
Houshang Hushang | Houshang هوشنگ | Farideh Farida | Farideh فریده | Rahman رحمان | Rahmane Rahman
Mansour Mansoor | Mansour منصور | Mansur منصور | Soroush سروش | Soroosh Soroush | Zeynab زینب
Zineb Zeinab | Tariq Tarek | Tariq طارق | Tareq طارق | Bashir بشیر | Bachir Bashir | Shahram شهرام
Ruhollah روح‌الله | Rouhollah Ruhollah | Nematollah نعمت‌الله | Kambiz کامبیز | Cambyz Kambiz
Mahnaz مهناز | Mahnaz's Mahnaz | Siavash سیاوش | Siyavash Siavash | Khalil خليل | خلیل خليل
Jamileh جمیله | Djamila Jamila | Jamila جميلة | Nour نور | Noor Nour | Abdolkarim عبدالکریم
Abdelkrim Abdolkarim | Abdul-Karim Abdolkarim | Saleh صالح | Salih Saleh | Shahla شهلا | Chahla Shahla
Mahmoud محمود | Mahmood Mahmud | Mahmoud’s Mahmud | بمحمود محمود | محمودشان محمود | Qader Ghader
Kader قادر | Hadi هادی | Hadi هادي | Vahid وحید | Wahid Vahid | d’Ismaïl Esmail | Toomaj توماج
Yaqub یعقوب | Yaghoub Yaqoub | Moussa موسی | Musa موسى | Isa عیسی | Rostam رستم | Rustam Rostam
Golnar گلنار | Zaher ظاهر | والطاهر طاهر | پرویزها پرویز | پرویز‌اینا پرویز | Parwiz Parviz
""")

OTHER = pairs("""
Houshang Hushyar | Farid Farhad | Mansour Mansoureh | Nasser Nasim | Tariq Tahir | Bashir Bashar
Shahram Shahrokh | Kambiz Kamran | Mahnaz Mahin | Khalil Khaled | Jamil Jamal | Saleh Solh
Shahla Shohreh | Mahmoud Hamid | Vahid Vahdat | Musa Mousavi | Rostam Rasoul | منصور نصیر | طارق طاهر
بشیر بشار | جمیله جمالی | صالح صلح | هادی هدی | رستم رسم | نور نوری | Noor near | Hadi had | Isa is
Isa ease | Saleh sale | Salih salt | Kader cadre | Bashir basher | Nour nous | Musa muse | Vahid void
Rahman roman | Mahin machine | Khalil call | هادی هدیه | قادر قدر | سروش سرو | یعقوب عقب | موسی موسیقی
خلیل خیلی | محمود محدود | وحید واحد | بشیر بشر | زینب زیبا | نادر نداریم | طاهر ظاهرا | کامبیز کامیون
رحمان رحم | Shirin sharing | Soroush serious | Parviz previous | Kamran camera | Mahnaz menace | Zaher sugar
Farida Friday | Jamila jumble | Golnar gunner | Tarek track | Tariq attic | Karim crime | Khalil calls
""")
