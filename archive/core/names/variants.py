"""Spellings of Latin names that no rule of sound reaches, each with its usual one."""


def _usual(table: str) -> dict[str, str]:
    rows = (line.split(":") for line in table.strip().splitlines())
    return {odd: usual.strip() for usual, odds in rows for odd in odds.split()}


USUAL = _usual("""
mohammad: mohd mhd md muhd mohamet mahomet mehmet mehmed mouhammad mohammed mohamed muhammed
fatima: fatma fatme fatna fatouma fatimah fatemeh
yusuf: yousef youssef yousuf yusef youcef yossef jusuf jussuf yosef yousof yusof yusif youssouf
maryam: miriam myriam myriem meriam
ibrahim: brahim abrahim ebrahim
kurosh: cyrus koresh cyrous
dariush: darius daryus
husayn: hocine houcine hossain hosain housein hsain
abdulaziz: abdelaziz
uthman: osman othman ousmane usman athman
ramadan: ramazan ramezan ramadhan
khadija: khadidja hadija khadija khadijah
reza: rida riza reda raza ridha redha
hasan: hassen hacen hasen
jafar: jafer djafer
omar: omer
aisha: aicha ayesha aysha ayshe aishah
""")
