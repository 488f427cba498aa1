"""Common names whose Perso-Arabic spelling is known; rules would take everyday words for them as well.

Each row: the spellings in Perso-Arabic letters, then the Latin ones. A Latin spelling that is not here goes
by the rules of `sounding`, which reach further.
"""

_ROWS = """
علی : ali aly
الله : allah
امیر : amir ameer emir
امین : amin ameen amine
ایمان : iman eman imane
کمال : kamal kamaal kemal
جمال : jamal jamaal djamal gamal
جلال : jalal djalal galal
سارا ساره سارة : sara sarah saara
مونا منا منی : mona muna mouna
مینا مینه : mina meena
مانی : mani maani
ثریا : soraya sorayya thuraya suraya
عمر : omar umar oumar
لیلا لیلی : leila leyla layla laila leili leyli
لاله : laleh lala
هاله هالة هالا : hala haleh
هدی هدا : hoda huda houda
هادی : hadi hady
نادیا نادیه نادیة : nadia nadiya
دینا : dina deena
سعید سائد : saeed saeid said sayid
صبا : saba sabah
ندا نداء : neda nida nada
زهرا زهره زهرة زهراء : zahra zahraa zehra
رضایی رضائی : rezaei rezai rezayi
رضا : reza
سینا : sina ceena
نیما : nima
نیکا : nika
رویا رؤیا : roya rouya roia
رعنا رنا : rana raana
مرادی : moradi muradi mouradi
موسوی : mousavi musavi moosavi
گلی : goli
جولیا : julia
شیما : shima chima
شادی : shadi
پریسا : parisa
پویا : pouya puya pooya
پدرام : pedram
میترا : mitra
مهسا : mahsa
زیاد : ziad ziyad
طاهره طاهرة : tahereh tahira tahera
فاطمه فاطمة : fatima
حمید : hamid hameed
وحید : vahid wahid waheed
واحد : vahed wahed
داوود داود : davoud davood dawood daoud daud dawud
طارق : tarek tareq
ناصر نصیر : nasser naser
آرش : arash
کاوه : kaveh kave
حسن : hasan hassan
حسین : hossein hussein husayn hosein hoseyn hussain
احسان : ehsan ihsan
محمود : mahmoud mahmud mahmood
پرویز برویز : parviz parwiz
یوسف : yusuf
مریم : maryam mariam meryem mariyam
سمیرا سمیره سمیرة : samira
سامی : sami samy
الهام : elham ilham
آزاده : azadeh azade
خسرو : khosrow khosro khosrau
ولید : walid waleed
کریم : karim kareem
کریمی : karimi
کاظم : kazem kazim
رامین : ramin
بشار : bashar bachar
حسینی : hosseini husseini hoseini husayni
"""


def _known() -> dict[str, tuple[str, ...]]:
    rows = (row.split(":") for row in _ROWS.strip().splitlines())
    return {latin: tuple(spelt.split()) for spelt, latins in rows for latin in latins.split()}


KNOWN = _known()
