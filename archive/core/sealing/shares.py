"""A private key on paper: three lists of 33 words, of which any two bring it back and one says nothing.

The words are those of SLIP-39 (https://github.com/satoshilabs/slips/blob/master/slip-0039.md), an open
standard with several independent programs and without a passphrase here, so that they can be read when
this program is gone. The library is the standard's reference: right, but not hardened against other
programs on the same machine that measure it. Shares are made and put together on a machine of one's own.
"""

import re
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, Share, combine_mnemonics, generate_mnemonics  # type: ignore[import-untyped]
from shamir_mnemonic.constants import CUSTOMIZATION_STRING_EXTENDABLE as FORM  # type: ignore[import-untyped]
from shamir_mnemonic.rs1024 import verify_checksum  # type: ignore[import-untyped]
from shamir_mnemonic.wordlist import WORD_INDEX_MAP  # type: ignore[import-untyped]

from archive.core.sealing.key_files import key_file as file_of
from archive.core.sealing.key_files import unlocked
from archive.core.sealing.passphrases import MODERATE, Cost
from archive.core.sealing.private_keys import CannotOpen, PrivateKey

WORDS = 33  # of one share of 32 bytes
MOST = 16

_LETTERS = re.compile(r"[^\W\d_]+")  # numbers, dots and line ends between the words are the paper's


def shares(key_file: str, passphrase: str, *, of: int = 3, needed: int = 2) -> list[str]:
    """The private key of a file as words, one text for each paper."""
    if not 2 <= needed <= of <= MOST:
        raise CannotOpen(
            f"Of 2 to {MOST} shares, at least 2 and at most all can be needed; not {needed} of {of}."
        )
    secret = unlocked(key_file, passphrase).raw()
    (papers,) = generate_mnemonics(1, [(needed, of)], secret)
    if any(combine_mnemonics(some) != secret for some in (papers[:needed], papers[-needed:])):
        raise RuntimeError("The shares that were made do not bring the key back; do not use them.")
    return list(papers)


def key_from_shares(shares: Sequence[str], *, passphrase: str, label: str, cost: Cost = MODERATE) -> str:
    """The private key that the papers hold, as the text of a new file under a new passphrase."""
    papers = [_words(text, number) for number, text in enumerate(shares, start=1)]
    read = [_share(words, number) for number, words in enumerate(papers, start=1)]
    _fit(read)
    texts = [" ".join(words) for words in papers]
    needed = read[0].member_threshold
    secrets = {_combined(texts[start : start + needed]) for start in range(len(texts) - needed + 1)}
    if len(secrets) != 1 or None in secrets:
        raise CannotOpen(
            "These shares do not belong together; use papers with the same fingerprint and date."
        )
    return file_of(PrivateKey(secrets.pop() or b""), passphrase, label=label, cost=cost)


def trouble_with(text: str, number: int) -> str:
    """Why the words of one paper will not do, in a sentence, while it is at hand; "" where they do."""
    try:
        _share(_words(text, number), number)
    except CannotOpen as trouble:
        return str(trouble)
    return ""


def _words(text: str, number: int) -> list[str]:
    """The words of one paper; places are told and never the words, which may be something else entirely."""
    words = _LETTERS.findall(text.lower())
    unknown = [place for place, word in enumerate(words, start=1) if word not in WORD_INDEX_MAP]
    if unknown:
        raise CannotOpen(f"Share {number}: word {unknown[0]} is mistyped; compare it with the paper.")
    if len(words) != WORDS:
        raise CannotOpen(
            f"Share {number} has {len(words)} words instead of {WORDS}; compare it with the paper."
        )
    return words


def _share(words: list[str], number: int) -> Share:
    """One paper, read; a wrong word is found by the check words, and its place where it is a single one."""
    indices = [WORD_INDEX_MAP[word] for word in words]
    if not verify_checksum(indices, FORM):
        place = _single_mistake(indices)
        raise CannotOpen(
            f"Share {number}: word {place} is not the one on the paper; compare it."
            if place
            else f"Share {number}: a word is wrong, or two have changed places; compare it with the paper."
        )
    try:
        return Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        pass
    raise CannotOpen(f"Share {number} is not of a key of this archive; use the papers with its fingerprint.")


def _single_mistake(indices: list[int]) -> int | None:
    """The place of the one wrong word. Which word fits there is not told, as the standard asks."""
    for place in range(len(indices)):
        for word in range(len(WORD_INDEX_MAP)):
            if verify_checksum([*indices[:place], word, *indices[place + 1 :]], FORM):
                return place + 1
    return None


def _fit(shares: Sequence[Share]) -> None:
    """Raises CannotOpen where the papers are too few, twice the same, or not of one set."""
    if not shares:
        raise CannotOpen("There is no share to read; type the words of two papers or more.")
    if len({share.group_parameters() for share in shares}) > 1:
        raise CannotOpen(
            "These shares are from different sets; use papers with the same fingerprint and date."
        )
    known = {share.index for share in shares}
    if len(known) < len(shares):
        raise CannotOpen("The same share was given twice; take the words of another paper.")
    if len(shares) < (needed := shares[0].member_threshold):
        raise CannotOpen(
            f"{len(shares)} of the {needed} shares that are needed: add {needed - len(shares)} more."
        )


def _combined(texts: Sequence[str]) -> bytes | None:
    try:
        return bytes(combine_mnemonics(texts))
    except MnemonicError:
        return None
