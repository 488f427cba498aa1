from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from archive.core.sealing import NotAKey, PublicKey
from archive.core.sealing.key_files import public_key_in
from archive.core.sealing.opening import CannotOpen, PrivateKey, unlocked
from archive.desk.review import Refused
from testimonies.management.commands.open_identity import account
from testimonies.sealing.keys import seal_keys
from testimonies.sealing.local import local_private_key
from testimonies.sealing.opening import may_open
from testimonies.sealing.rotation import Rotation, failures, left_to_rotate, rotate
from testimonies.sealing.terminal import asked_passphrase, key_file_text

STEP = 100  # boxes between two lines of progress


class Command(BaseCommand):
    help = (
        "Seals every identity anew, for the keys in ARCHIVE_SEAL_KEYS or those named with --to. Shows "
        "none of them. May be stopped and run again. Old backups still open with the old keys."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--as", dest="account", help="your account at the desk")
        parser.add_argument("--why", default="", help="the reason, for the list of openings")
        parser.add_argument("--to", action="append", help="a public key; once for each")
        key = parser.add_mutually_exclusive_group()
        key.add_argument("--key-file", type=Path, help="the file of a private key that opens what is there")
        key.add_argument("--local", action="store_true", help="the key of a start on one's own machine")

    def handle(self, **options: Any) -> None:
        self.reached: Rotation | None = None
        try:
            return self.rotate(**options)
        except (Refused, CannotOpen, NotAKey) as reason:
            told = str(reason)
        except (DatabaseError, KeyboardInterrupt):
            done, of = (self.reached.done, self.reached.of) if self.reached else (0, "all")
            told = f"Stopped after {done} of {of}. Nothing is half done; run it again to go on."
        raise CommandError(told)

    def rotate(self, **options: Any) -> None:
        to = [PublicKey(text) for text in options["to"]] if options["to"] else seal_keys()
        by, why = account(options["account"]), options["why"]
        may_open(by, why=why)
        left = left_to_rotate(to)
        if not left:
            self.stdout.write("Every identity is sealed for these keys already; nothing was done.")
            return
        self.stdout.write(f"{left} identities to seal anew for {', '.join(key.fingerprint for key in to)}.")
        self.close(rotate(key=self.private_key(options), to=to, by=by, why=why, tell=self.tell), to)

    def private_key(self, options: dict[str, Any]) -> PrivateKey:
        if options["local"]:
            return local_private_key()
        if not options["key_file"]:
            raise Refused("Say where the old private key is: --key-file /media/stick/key.txt")
        text = key_file_text(options["key_file"])
        return unlocked(text, asked_passphrase(f"Passphrase of the key {public_key_in(text).fingerprint}: "))

    def tell(self, rotation: Rotation) -> None:
        self.reached = rotation
        if rotation.done % STEP == 0 or rotation.done == rotation.of:
            self.stdout.write(f"{rotation.done} of {rotation.of}")

    def close(self, rotation: Rotation, to: list[PublicKey]) -> None:
        for line in failures(rotation):
            self.stderr.write(line)
        self.stdout.write(f"{rotation.resealed} sealed anew, {rotation.before} were before.")
        if rotation.failed:
            raise CommandError(
                f"{len(rotation.failed)} stayed as they were: run it again with the key that opens them."
            )
        self.stdout.write(
            f"The desk goes on with ARCHIVE_SEAL_KEYS={','.join(map(str, to))}\n"
            "Keep the old key while a backup is kept that was made before; then destroy both."
        )
