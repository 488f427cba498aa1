"""The signs in which spellings of all scripts are compared: one for each sound that a letter may stand for.

Consonants: b p t T(th) d D(dh, ذ) Z(ض, ظ) s S(sh) c(tch, چ) C(a ch that is either) j J(zh) z
K(a c that is s or, in Turkish, j) k q G(gh) g x(kh) X(h or kh, as Russian has it) f v w l m n r h y.
Vowels of Latin letters: a e i o u. Before a vowel that opens a word stands 0.
Letters of the Arabic script that may be vowels: 1 (ا) 2 (و) 3 (ی) 6 (closing ى) 4 (ع).
H is a closing h that is hardly heard: Fatemeh, فاطمه.
"""

VOWELS = frozenset("aeiou")
WRITTEN_VOWELS = frozenset("1236")
CONSONANTS = frozenset("bptTdDZsScCjJzKkqGgxXfvwlmnrhy")

# What each consonant counts as when names are looked up; two signs where spellings differ that much.
CLASSES = {
    "b": "b", "p": "b", "t": "t", "T": "ts", "d": "d", "D": "dz", "Z": "zd", "s": "s", "S": "S", "c": "S",
    "C": "S", "j": "j", "J": "j", "z": "z", "K": "sj", "k": "k", "q": "k", "G": "k", "g": "kj", "x": "x",
    "X": "hx", "f": "f", "v": "v", "l": "l", "m": "m", "n": "n", "r": "r", "h": "h",
}  # fmt: skip
