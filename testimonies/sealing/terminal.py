"""Talking with whoever has a private key: what is typed there is shown nowhere and kept nowhere."""

from __future__ import annotations

import getpass
import os
import stat
import unicodedata
from io import TextIOBase
from pathlib import Path

from archive.core.sealing.passphrases import weak
from archive.desk.review import Refused

_LARGEST = 100_000  # bytes of a key file
_TRIES = 3


def asked(question: str) -> str:
    """A line typed by the person in front of us; raises Refused where nobody is there."""
    try:
        return input(question).strip()
    except EOFError:
        pass
    raise Refused("Nobody answered, so nothing was done; run this where somebody can type.")


def asked_passphrase(question: str) -> str:
    """A passphrase, typed unseen."""
    try:
        return getpass.getpass(question)
    except EOFError:
        pass
    raise Refused("No passphrase was typed, so nothing was done; run this where somebody can type.")


def new_passphrase() -> str:
    """A passphrase that will do, typed twice alike."""
    for _ in range(_TRIES):
        passphrase = asked_passphrase("Passphrase: ")
        if told := weak(passphrase):
            print(told)
        elif asked_passphrase("The same once more: ") == passphrase:
            return passphrase
        else:
            print("The two are not the same; begin again.")
    raise Refused("No passphrase that will do was typed, so no key was made.")


def key_file_text(path: Path) -> str:
    """The text of a private key's file; raises Refused."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(f"{path} is too large for the file of a private key; name another.")
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        trouble = f"{path} cannot be read: {error.strerror or error}."
    raise Refused(trouble)


def write_new(path: Path, text: str) -> None:
    """A file that only its owner reads, and that was not there before; on the disk when this returns."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        return
    except FileExistsError:
        trouble = f"{path} is there already and stays as it is; name another file."
    except OSError as error:
        trouble = f"{path} cannot be written: {error.strerror or error}."
    raise Refused(trouble)


def goes_to_a_file(output: TextIOBase) -> bool:
    """Whether what is printed would be kept on a disk."""
    beneath = getattr(output, "_out", output)  # Django wraps the output and does not pass this question on
    try:
        return stat.S_ISREG(os.fstat(beneath.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def harmless(text: str) -> str:
    """A text that a terminal shows and does not obey: whoever sealed it may have meant harm."""
    return "".join("\ufffd" if _orders(sign) else sign for sign in text)


def _orders(sign: str) -> bool:
    """Whether a sign tells the terminal to do something, or to turn a name around."""
    if sign == "\n":
        return False
    return unicodedata.category(sign) in ("Cc", "Cs") or unicodedata.bidirectional(sign) in ("LRO", "RLO")
