"""Names whose spellings no rule of sound brings together: each row is one name, its usual spelling first."""

_ROWS = """
mohammad mehmet mehmed mahomet muhammet mhd mohd md magomed mohand mihemed muhamed
hossein husain gusein guseyn
hasan gasan hesen
ahmad ahmet akhmed achmed ehmed ahmat
fatemeh fatma fatna fatoumata fatouma fatme
khadija hatice hadice hatidza khadijeh xedice
aisha ayse ayşe aicha aysha eyse eyşe ayshe
ebrahim ibrahim brahim birahim ibrohim
kurosh cyrus kourosh koroush
dariush darius dara
othman osman usman ousmane uthman osmon
ramazan ramadan ramadhan ramzan
reza rida riza ridha redha reda ridah
fazel fadil fadel fadhel
fazl fadl fadhl
mahdi mehdi
zeynab zainab zineb zeinab zaynab
maryam meryem meriem miriam myriam
esmail ismail smail ismael
khalil halil xelil
khurshid hursit hurşit
bakhtiar bahtiyar baxtiyar
kheyri hayri
jamal cemal gamal
jalal celal galal
javad cevat cevad gawad
masoud mesut
morteza murtada mourtada
kaveh kawa
sadegh sadok sadiq
valid velid
najib necip naguib neguib
rajab recep receb regeb
jafar cafer gaafar gafar
haji haci hadj hac
majid mecit mecid maguid
khalid halit halid
yaghoub yakup yaqub
ayyub eyup eyüp
yahya yehya
yusuf jusuf yossef
isa issa eissa
musa moussa
sulayman silêman
davoud daoud dawood dawud davut
eskandar iskandar
eshagh ishak
qader kadir ghader
abdolghader abdelkader abdulkadir
abdollah evdila abdulla abdallah
shirin sirin
shapour shahpour chahpour shahpur
mohammad mokhammad mukhammad mohamed mouhamed
taghi taqi
naghi naqi
ghoncheh qonche
jahangir cihangir
isfahan ispahan esfahan
khavaran khaveran
algiers alger aljazair
cairo kahire qahira alqahira
damascus damas dimashq
baghdad bagdad
kurdistan kordestan
syria syrie suriye
"""


def _usual() -> dict[str, tuple[str, ...]]:
    rows = [row.split() for row in _ROWS.strip().splitlines()]
    return {odd: (row[0],) for row in rows for odd in row[1:]}


USUAL = _usual()
