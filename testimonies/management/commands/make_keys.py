from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.core.sealing.key_files import label_in, make_key, public_key_in
from archive.core.sealing.opening import CannotOpen
from archive.core.sealing.passphrases import MODERATE, SENSITIVE, suggested
from archive.core.sealing.shares import key_from_shares, shares, trouble_with
from archive.desk.review import Refused
from testimonies.sealing.local import make_local_pair
from testimonies.sealing.terminal import (
    asked,
    asked_passphrase,
    goes_to_a_file,
    key_file_text,
    new_passphrase,
    write_new,
)

SENTENCE = "If I lose this key, the names are lost."
BEFORE = f"""
You are about to make a pair of keys.

  The public key goes to the archive. It seals real names; it opens nothing.
  The private key opens them. It is written into a file, under a passphrase.

If you lose the file or the passphrase, nobody can ever read again what was sealed for this
key alone: not you, not the court you wanted to give it to, not whoever wrote this program.
So before you seal anything: have a second key in other hands, or shares on paper.

Whoever gets both the file and the passphrase reads every name. So neither belongs on the
archive's machines, and they do not belong in the same place.

Type this sentence to go on:  {SENTENCE}
"""
CHOOSING = """
Choose a passphrase: six words or more that have nothing to do with each other. Write it down on
paper and keep the paper away from the file. One that was drawn by lot just now, if you like it:

    {suggested}
"""
AFTER = """
Made. The fingerprint of this key is {fingerprint}.
The private key is in {file}: copy it to a second place, and keep both away from the archive.

Set this at the desk, with every other public key that is to open the names, parted by commas:

    ARCHIVE_SEAL_KEYS={public}

What is sealed from then on opens with any of these keys. For what was sealed before: rotate_keys.
For a second key run this once more; for shares on paper: make_keys --shares --file {file}
"""


class Command(BaseCommand):
    help = "Makes a pair of keys for sealed names, or shares on paper of one, or one from its shares."
    requires_system_checks: list[str] = []  # a key can be made where there is no database

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, help="where the private key is to be, or is")
        parser.add_argument("--label", default="", help="what the key is called, such as “the lawyer's”")
        parser.add_argument("--strong", action="store_true", help="1 GiB of memory for each try, not 256 MiB")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--local", action="store_true", help="a pair beside the data, for trying out")
        what.add_argument("--shares", action="store_true", help="print a key as words for paper")
        what.add_argument("--from-shares", action="store_true", help="bring a key back from its words")
        parser.add_argument("--of", type=int, default=3, help="how many shares (3)")
        parser.add_argument("--needed", type=int, default=2, help="how many bring the key back (2)")

    def handle(self, **options: Any) -> None:
        try:
            if options["local"]:
                self.local()
            elif options["file"] is None:
                raise Refused("Say where the private key is to be: --file /media/stick/key.txt")
            elif options["shares"]:
                self.shares(options["file"], of=options["of"], needed=options["needed"])
            elif options["from_shares"]:
                self.from_shares(options["file"], label=options["label"], strong=options["strong"])
            else:
                self.new(options["file"], label=options["label"], strong=options["strong"])
        except (Refused, CannotOpen) as reason:
            told = str(reason)
        else:
            return
        raise CommandError(told)

    def local(self) -> None:
        if make_local_pair():
            self.stdout.write(
                "Made a pair of keys beside the data, for trying out. Whoever has this machine can open\n"
                "every name sealed with it: for real testimony make keys that live elsewhere."
            )

    def new(self, file: Path, *, label: str, strong: bool) -> None:
        _fit_for_a_private_key(file)
        self.for_the_screen_only()
        self.stdout.write(BEFORE)
        if _plain(asked("> ")) != _plain(SENTENCE):
            raise Refused("That was not the sentence, so no key was made.")
        self.stdout.write(CHOOSING.format(suggested=suggested()))
        public, text = make_key(new_passphrase(), label=label, cost=SENSITIVE if strong else MODERATE)
        write_new(file, text)
        self.stdout.write(AFTER.format(file=file, public=public, fingerprint=public.fingerprint))

    def shares(self, file: Path, *, of: int, needed: int) -> None:
        self.for_the_screen_only()
        text = key_file_text(file)
        fingerprint, label = public_key_in(text).fingerprint, label_in(text)
        today = timezone.now().date()  # tells papers of two sets apart
        papers = shares(
            text, asked_passphrase(f"Passphrase of the key {fingerprint}: "), of=of, needed=needed
        )
        for number, words in enumerate(papers, start=1):
            self.stdout.write(f"\nShare {number} of {of} · key {fingerprint} · {today} · {label}")
            self.stdout.write(
                f"Any {needed} of these {of} papers bring the key back. Keep them in different hands.\n"
            )
            self.stdout.write(_in_columns(words.split()))
        self.stdout.write("\nWrite each on a paper of its own, by hand, and clear the screen.")

    def from_shares(self, file: Path, *, label: str, strong: bool) -> None:
        _fit_for_a_private_key(file)
        self.for_the_screen_only()
        self.stdout.write(
            "Type the words of one paper after the other, a paper on a line; an empty line ends."
        )
        papers: list[str] = []
        while words := asked(f"Share {len(papers) + 1}: "):
            if trouble := trouble_with(words, len(papers) + 1):
                self.stdout.write(trouble)
            else:
                papers.append(words)
        self.stdout.write(CHOOSING.format(suggested=suggested()))
        cost = SENSITIVE if strong else MODERATE
        text = key_from_shares(papers, passphrase=new_passphrase(), label=label, cost=cost)
        write_new(file, text)
        public = public_key_in(text)
        self.stdout.write(f"The key {public.fingerprint} is back, in {file}. Its public half: {public}")

    def for_the_screen_only(self) -> None:
        if goes_to_a_file(self.stdout):
            raise Refused("The words would be kept in a file; let them go to the screen, and write by hand.")


def _fit_for_a_private_key(file: Path) -> None:
    """Refuses a place beside the data or the program, where backups and thieves would find both."""
    place = file.resolve()
    if any(place.is_relative_to(near.resolve()) for near in (settings.VAR_DIR, settings.BASE_DIR)):
        raise Refused(f"{file} lies beside the archive; name a place on a stick, or on another machine.")
    if place.exists():
        raise Refused(f"{file} is there already and stays as it is; name another file.")
    if not place.parent.is_dir():
        raise Refused(f"There is no folder {file.parent}; make it first, or name another.")


def _plain(sentence: str) -> str:
    return " ".join(sentence.casefold().rstrip(". ").split())


def _in_columns(words: list[str]) -> str:
    """Numbered, down three columns, as they are read from paper."""
    rows = -(-len(words) // 3)
    lines = []
    for row in range(rows):
        places = range(row, len(words), rows)
        lines.append("".join(f"{place + 1:>4}. {words[place]:<14}" for place in places).rstrip())
    return "\n".join(lines)
