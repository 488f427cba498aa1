from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import fields
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from archive.core.identifiers import read_identifier
from archive.core.sealing.key_files import public_key_in
from archive.core.sealing.opening import CannotOpen, PrivateKey, unlocked
from archive.desk.review import Refused
from testimonies.models import Narrator
from testimonies.sealing.identity import Opened
from testimonies.sealing.local import local_private_key
from testimonies.sealing.opening import may_open, open_identity, sealed_identity
from testimonies.sealing.openings import faults, head
from testimonies.sealing.terminal import asked_passphrase, goes_to_a_file, harmless, key_file_text


class Command(BaseCommand):
    help = (
        "Shows who a narrator is, to whoever has the private key and its passphrase. Who opened it and why "
        "is stored first, for good. What is shown is kept nowhere: not on the disk, not in a log."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("narrator", nargs="?", help="the narrator's identifier at the desk")
        parser.add_argument("--as", dest="account", help="your account at the desk")
        parser.add_argument("--why", default="", help="the reason, for the list of openings")
        key = parser.add_mutually_exclusive_group()
        key.add_argument("--key-file", type=Path, help="the file of the private key")
        key.add_argument("--local", action="store_true", help="the key of a start on one's own machine")
        parser.add_argument("--check", action="store_true", help="check the list of openings; opens nothing")
        parser.add_argument("--head", default="", help="with --check: a head noted earlier, NUMBER:HASH")

    def handle(self, **options: Any) -> None:
        try:
            if options["check"]:
                return self.check_openings(options["head"])
            return self.open(**options)
        except (Refused, CannotOpen) as reason:
            told = str(reason)
        raise CommandError(told)

    def open(self, **options: Any) -> None:
        if goes_to_a_file(self.stdout):
            raise Refused("The names would be kept in a file; let them go to the screen.")
        narrator, by, why = _narrator(options["narrator"]), account(options["account"]), options["why"]
        may_open(by, why=why)
        key = self.private_key(narrator, options)
        opened = open_identity(narrator, key=key, by=by, why=why)
        self.show(narrator, opened)

    def private_key(self, narrator: Narrator, options: dict[str, Any]) -> PrivateKey:
        if options["local"]:
            return local_private_key()
        if not options["key_file"]:
            raise Refused("Say where the private key is: --key-file /media/stick/key.txt")
        text = key_file_text(options["key_file"])
        public = public_key_in(text)
        sealed_identity(narrator, key=public)  # whether it fits is told before a passphrase is asked for
        return unlocked(text, asked_passphrase(f"Passphrase of the key {public.fingerprint}: "))

    def show(self, narrator: Narrator, opened: Opened) -> None:
        if opened.narrator != narrator.identifier:
            told = harmless(opened.narrator)[:40]
            self.stderr.write(f"Careful: this was sealed for the narrator {told}, and somebody put it here.")
        for each in fields(opened.identity):
            if text := harmless(getattr(opened.identity, each.name)):
                self.stdout.write(f"{each.name}: " + text.replace("\n", "\n" + " " * (len(each.name) + 2)))
        number, hash_ = head()
        told = f"Noted as opening {number}:{hash_}. Clear the screen when you have read it."
        self.stderr.write(told, style_func=str)  # beside the names, and no error

    def check_openings(self, noted: str) -> None:
        found = list(faults(_noted(noted)))
        for fault in found:
            self.stderr.write(fault)
        if found:
            raise CommandError("The list of openings was changed: find out who can write to the database.")
        number, hash_ = head()
        self.stdout.write(f"{number} openings, none missing or changed. Note it elsewhere: {number}:{hash_}")


def account(name: str | None) -> User:
    """The account at the desk that somebody says is theirs."""
    user = User.objects.filter(username=name).first() if name else None
    if user is None:
        raise Refused(f"There is no account “{name}”." if name else "Say who you are: --as ACCOUNT")
    return user


def _narrator(words: str | None) -> Narrator:
    identifier = read_identifier(words or "")
    narrator = Narrator.objects.filter(identifier=identifier).first() if identifier else None
    if narrator is None:
        raise Refused("No narrator has this identifier: it stands on the narrator's page at the desk.")
    return narrator


def _noted(words: str) -> tuple[int, str] | None:
    if not words:
        return None
    number, _colon, hash_ = words.partition(":")
    if not number.isdecimal() or not hash_:
        raise Refused("A head is written NUMBER:HASH, as --check and every opening print it.")
    return int(number), hash_
