"""How close the sounds of two words are: the least cost of turning the signs of one into the other's."""

from functools import lru_cache
from itertools import product

from archive.core.names.searching.symbols import VOWELS

_LATIN, _ARABIC, _BOTH = "latin", "arabic", "both"
_BOTH_WITH_A = "both, a long a among the Arabic letters"
_ALIEN = 1.3  # a vowel for a consonant


def _table(rows: str) -> dict[tuple[str, str], float]:
    found = {}
    for row in rows.split():
        cost, pairs = row.split(":")
        for pair in pairs.split(","):
            found[pair[0], pair[1]] = found[pair[1], pair[0]] = float(cost)
    return found


# Consonants, whatever the scripts; every other pair costs 1.
_CONSONANTS = _table("""
    0:CS,Cc,wv,Ks,v2,w2,y3,qG,Xx,Xh,TT 0.05:DZ,Tt 0.1:qk,Dz,Dd,Zz,Zd,hH,Jj,Gg 0.15:qg,yi 0.2:Kj,Ts
    0.25:gj,Sc,ye 0.3:bp,kG,pf 0.35:sz,xk,wu,wo,vf,f2 0.4:xh,kg,cj,SJ,vu,kC,xC,hC
    0.5:Ss,Cs,jy,xG,Kk,Kc,KS,xq,vb,Kz,cs 0.6:td,Sj,Xk,Td,Jz 0.7:mn,wb,pv
""")
# Vowels between Latin letters.
_LATIN_VOWELS = _table("0.15:ae,ou,ei,He,Ha 0.35:ao 0.6:au 0.5:eo,eu 0.7:ai,io,iu 0.1:Hh")
# Latin letters beside Arabic ones.
_MIXED = _table("""
    0:a1,o2,u2,i3,Ha,He,HH,a4,a6 0.1:e4,i4,i6,o4,u4,hH 0.2:e3,o1,Ho,Ht,e6 0.3:H1 0.35:e1,Hi 0.5:u1,e2,i2,o6
    0.6:a2,a3,i1,u3,o3
""")
# Arabic letters among themselves: misspelt, or as another language of the script has them.
_ARABIC_LETTERS = _table(
    "0.15:63,61,H6 0.4:H1 0.2:Ht,Zz,DZ,Dz,Ts 0.3:14,j3 0.5:23,12,13,H2,H3 0:2w,2v,3y 0.6:k3"
)


def _weight(sign: str) -> float:
    if sign in VOWELS:
        return 0.3
    return {"0": 0.3, "1": 0.5, "2": 0.5, "3": 0.5, "6": 0.5, "4": 0.1, "H": 0.2}.get(sign, 1.0)


@lru_cache(maxsize=65536)
def weight(signs: str) -> float:
    """How much there is to tell in these signs."""
    return sum(map(_weight, signs))


@lru_cache(maxsize=65536)
def _is_arabic(signs: str) -> bool:
    return not VOWELS.intersection(signs)


@lru_cache(maxsize=65536)
def _dropped(signs: str, script: str) -> tuple[float, ...]:
    """What it costs to find nothing on the other side, sign by sign; `script` says which scripts meet."""
    return tuple(_drop(signs, at, script) for at in range(len(signs)))


def _drop(signs: str, at: int, script: str) -> float:
    one, last = signs[at], at == len(signs) - 1
    if one in VOWELS:
        return _drop_vowel(signs, at, script)
    if one in "0":
        return 0.5
    mixed = script in (_BOTH, _BOTH_WITH_A)
    if one == "H":
        return 0.15 if mixed else 0.1 if script == _LATIN else 0.4
    if one == "4":
        return 0.05 if mixed else 0.5
    if one in "136":
        return 0.9 if last else {"1": 0.5, "3": 0.6, "6": 0.6}[one]
    if one == "2":
        return 0.7 if last else 0.6
    beside = (signs[at - 1] if at else "") + ("" if last else signs[at + 1])
    if one in "yw" and VOWELS.intersection(beside) and at:
        return 0.1 if one == "y" and "i" in beside else 0.2
    return 1.0


def _drop_vowel(signs: str, at: int, script: str) -> float:
    mixed = script in (_BOTH, _BOTH_WITH_A)
    one, before, last = signs[at], signs[:at], at == len(signs) - 1
    beside = (signs[at - 1] in VOWELS if at else False) or (not last and signs[at + 1] in VOWELS)
    if last:
        return {"a": 0.6, "e": 0.12, "i": 0.9, "o": 0.7, "u": 0.7}[one]
    if before == "0":
        return 0.03 if mixed else 0.15 if beside else 0.4
    if not mixed:
        return 0.12 if beside and one in "ae" else 0.35 if one == "e" else 0.5
    if one in "aeo":
        return 0.05
    opening = not VOWELS.intersection(before)
    if one == "u":
        return 0.1 if opening else 0.3 if "u" in before else 0.6
    if opening:  # Bilal, Riza: unwritten before a long a; else it is long more often than not
        return 0.1 if "a" in signs[at + 1 :] else 0.25
    if beside:
        return 0.6
    return 0.12 if script == _BOTH_WITH_A and "a" in before else 0.6  # Khalid, Qasim; but Karim


@lru_cache(maxsize=400_000)
def closeness(one: str, other: str) -> float:
    """1 where two words sound the same, 0 where they have nothing in common."""
    if one == other:
        return 1.0
    size = max((weight(one) + weight(other)) / 2, 2.0)
    arabic = _is_arabic(one), _is_arabic(other)
    script = _ARABIC if all(arabic) else _LATIN
    if arabic[0] != arabic[1]:
        script = _BOTH_WITH_A if "1" in (one if arabic[0] else other) else _BOTH
    cost = _cost(one, other, script, most=0.45 * size)
    return max(0.0, 1.0 - cost / size)


_SUBSTITUTES = {
    _LATIN: _CONSONANTS | _LATIN_VOWELS,
    _BOTH: _CONSONANTS | _LATIN_VOWELS | _MIXED,
    _BOTH_WITH_A: _CONSONANTS | _LATIN_VOWELS | _MIXED,
    _ARABIC: _CONSONANTS | _ARABIC_LETTERS,
}
_SWAPPED = 0.7
_EVERY = "bptTdDZsScCjJzKkqGgxXfvwlmnrhyaeiou012346H"


def _substitutes(table: dict[tuple[str, str], float]) -> dict[str, float]:
    soft = VOWELS | set("12346H0")
    found = {}
    for a, b in product(_EVERY, repeat=2):
        usual = 1.0 if (a in soft) == (b in soft) else _ALIEN
        if a in soft and b in soft:
            usual = 0.8
        if "0" in (a, b):
            usual = 1.2
        found[a + b] = 0.0 if a == b else table.get((a, b), usual)
    return found


_COSTS = {script: _substitutes(table) for script, table in _SUBSTITUTES.items()}


def _cost(one: str, other: str, script: str, *, most: float) -> float:
    """The weighted edit distance, swaps of neighbours included; `most` where it cannot be less."""
    costs = _COSTS[script]
    drops, adds = _dropped(one, script), _dropped(other, script)
    before: list[float] = []
    row = [0.0]
    for add in adds:
        row.append(row[-1] + add)
    for at, a in enumerate(one):
        drop = drops[at]
        here = [row[0] + drop]
        for place, b in enumerate(other):
            best = row[place] + costs.get(a + b, 1.0)
            if (cost := row[place + 1] + drop) < best:
                best = cost
            if (cost := here[place] + adds[place]) < best:
                best = cost
            if (
                at and place and a == other[place - 1] and b == one[at - 1] and a != b
                and (cost := before[place - 1] + _SWAPPED) < best
            ):  # fmt: skip
                best = cost
            here.append(best)
        if min(here) > most:
            return most / 0.45
        before, row = row, here
    return row[-1]
