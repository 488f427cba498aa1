"""Permanent identifiers: ten random signs and a check sign, in Crockford's base 32.

https://www.crockford.com/base32.html — read aloud and typed by hand without harm: case does not
matter, O is 0, I and L are 1, hyphens are ignored, and the check sign catches every single wrong
sign and every swap of neighbours.
"""

import secrets
from collections.abc import Callable

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 11
_CHECK_MODULUS = 37  # five check signs are not letters; identifiers that would need them are not given
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_identifier(draw: Callable[[int], int] = secrets.randbits) -> str:
    """A fresh identifier of eleven signs, 50 bits of it random, or drawn as the caller says."""
    while True:
        number = draw(50)
        check = number % _CHECK_MODULUS
        if check < len(ALPHABET):
            return _written(number) + ALPHABET[check]


def read_identifier(words: str) -> str | None:
    """The identifier somebody typed, in its one true spelling; None where it cannot be one."""
    signs = words.upper().translate(_READ_AS)
    if len(signs) != LENGTH or any(sign not in ALPHABET for sign in signs):
        return None
    number = 0
    for sign in signs[:-1]:
        number = number * 32 + ALPHABET.index(sign)
    return signs if number % _CHECK_MODULUS == ALPHABET.index(signs[-1]) else None


def _written(number: int) -> str:
    signs = ""
    for _ in range(LENGTH - 1):
        number, rest = divmod(number, 32)
        signs = ALPHABET[rest] + signs
    return signs
