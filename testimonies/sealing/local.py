"""The pair of keys of a start on one's own machine. All of it lies in one folder: it keeps nothing secret."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings

from archive.core.sealing.key_files import make_key
from archive.core.sealing.opening import PrivateKey, unlocked
from archive.core.sealing.passphrases import suggested
from archive.desk.review import Refused
from testimonies.sealing.keys import local_folder
from testimonies.sealing.terminal import write_new

_NOT_LOCAL = (
    "There is a pair of keys beside the data only for a start on one's own machine (ARCHIVE_LOCAL=1)."
)
README = """\
These keys were made at the first start, for trying the archive out.
Whoever can read this folder can open every name that was sealed for them.
For real testimony make keys that live elsewhere: docs/sealing.md.
"""


def make_local_pair() -> bool:
    """Makes the pair where there is none; says whether it did. The public half is written last."""
    if not settings.LOCAL:
        raise Refused(_NOT_LOCAL)
    folder = local_folder()
    if (folder / "public.txt").exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    passphrase = suggested()
    public, file = make_key(passphrase, label="for trying out, beside the data")
    texts = {
        "README.txt": README,
        "private.txt": file,
        "passphrase.txt": passphrase,
        "public.txt": str(public),
    }
    for name, text in texts.items():
        _replace(folder / name, text)
    return True


def local_private_key() -> PrivateKey:
    """The private half, with the passphrase that lies beside it."""
    folder = local_folder()
    if not settings.LOCAL or not (folder / "public.txt").exists():
        raise Refused(_NOT_LOCAL)
    passphrase = (folder / "passphrase.txt").read_text(encoding="utf-8")
    return unlocked((folder / "private.txt").read_text(encoding="utf-8"), passphrase)


def _replace(file: Path, text: str) -> None:
    """A whole file or none, readable by its owner: what a broken start left behind is overwritten."""
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    write_new(fresh, text)
    os.replace(fresh, file)
