"""Takes in an article from a file or a pipe, and prints what it seems to hold."""

from __future__ import annotations

import json
import mimetypes
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from archive.desk.review import Refused
from archive.edition.vocabulary import Rights
from archive.ingest.actions import AlreadyTaken, TakenBefore, prepared, take_in, take_in_version
from archive.ingest.actions.locking import TAKE_IN
from archive.ingest.reading import LARGEST
from archive.ingest.summary import Line, lines_of


class Command(BaseCommand):
    help = "Takes in an article (plain text or HTML) and proposes what it holds. Nothing becomes public."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="a file, or - for what is piped in")
        parser.add_argument("--from", dest="taken_from", default="", help="the address it was taken from")
        parser.add_argument("--taken-at", help="when it was taken, such as 2025-05-04 (default: now)")
        parser.add_argument("--language", default="", help="its language, such as en (default: found out)")
        parser.add_argument("--rights", choices=Rights.values, default=Rights.CITATION)
        parser.add_argument("--by", help="the curator who takes it in")
        same = parser.add_mutually_exclusive_group()
        same.add_argument(
            "--new-version", action="store_true", help="it replaces what was taken from the same address"
        )
        same.add_argument(
            "--another", action="store_true", help="it is another document from the same address"
        )
        parser.add_argument("--dry-run", action="store_true", help="store nothing, only say what it holds")
        parser.add_argument("--json", action="store_true", help="print the proposals as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data, name = _read(options["file"])
            self._progress(_("Reading %(name)s, %(size)d kB …") % {"name": name, "size": len(data) // 1024})
            media_type = mimetypes.guess_type(name)[0] or ""
            if options["dry_run"]:
                self._dry_run(data, media_type, options)
            else:
                self._take_in(data, name, media_type, options)
        except AlreadyTaken as error:
            raise CommandError(f"{error} {_where(error.intake)}".strip()) from error
        except TakenBefore as error:
            raise CommandError(f"{error} (--new-version, --another)") from error
        except Refused as error:
            raise CommandError(str(error)) from error

    def _dry_run(self, data: bytes, media_type: str, options: dict[str, Any]) -> None:
        article = prepared(
            data, media_type=media_type, taken_from=options["taken_from"], language=options["language"]
        )
        lines = list(lines_of(article.proposals, article.reading.text, article.reading.blocks))
        self._show(article.reading.title, article.reading.language, lines, options)
        if not options["json"]:
            self.stdout.write(_("Nothing was stored."))

    def _take_in(self, data: bytes, name: str, media_type: str, options: dict[str, Any]) -> None:
        by = _curator(options["by"])
        how = {
            "data": data,
            "by": by,
            "media_type": media_type,
            "filename": "" if name == "-" else Path(name).name,
            "taken_from": options["taken_from"],
            "taken_at": _moment(options["taken_at"]),
            "language": options["language"],
            "rights": options["rights"],
        }
        if options["new_version"]:
            intake, carried = take_in_version(**how)
        else:
            intake, carried = take_in(**how, another_document=options["another"]), None
        source = intake.source
        proposals = list(intake.proposals.all())
        lines = list(lines_of(proposals, source.text, source.blocks))
        self._show(str(source), source.language, lines, options, intake=intake.pk)
        if not options["json"]:
            if carried:
                self.stdout.write(carried.sentence)
            self.stdout.write(_("SHA-256 of the file: %(digest)s") % {"digest": source.sha256})
            self.stdout.write(_where(intake))

    def _show(
        self, title: str, language: str, lines: list[Line], options: dict[str, Any], **more: Any
    ) -> None:
        if options["json"]:
            answer = {"title": title, "language": language, **more, "proposals": [vars(x) for x in lines]}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"{title} [{language}]")
        for text in _in_words(lines):
            self.stdout.write(text)

    def _progress(self, words: str) -> None:
        if self.stderr.isatty():
            self.stderr.write(words)


def _in_words(lines: list[Line]) -> Iterator[str]:
    kind = ""
    for line in lines:
        if line.kind != kind:
            kind = line.kind
            count = sum(each.kind == kind for each in lines)
            yield f"\n{line.heading} ({count})"
        yield f"  ¶{line.paragraph:<3} {line.confidence:.2f}  {line.words}"
        if line.facts:
            yield f"             {line.facts}"
        yield f"             {line.why}"
    yield ""


def _read(name: str) -> tuple[bytes, str]:
    """The bytes of a file or of a pipe, one more than are allowed at most."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST + 1), name
        with open(name, "rb") as file:
            return file.read(LARGEST + 1), name
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}.") from error


def _curator(name: str | None) -> User:
    """The account named, or the only one that may take in articles."""
    if name:
        if user := User.objects.filter(username=name, is_active=True).first():
            return user
        raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
    able = [user for user in User.objects.filter(is_active=True, is_staff=True) if user.has_perm(TAKE_IN)]
    if len(able) == 1:
        return able[0]
    raise CommandError(
        _("Say who takes it in: --by NAME. There are: %(names)s.")
        % {"names": ", ".join(user.get_username() for user in able[:10]) or "–"}
    )


def _moment(words: str | None) -> datetime | None:
    if not words:
        return None
    try:
        moment = parse_datetime(words)
        if moment is None and (day := parse_date(words)):
            moment = datetime.combine(day, datetime.min.time())
    except ValueError:
        moment = None
    if moment is None:
        raise CommandError(
            _("“%(words)s” is not a time. Write 2025-05-04 or 2025-05-04T12:30.") % {"words": words}
        )
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _where(intake: Any) -> str:
    """Where to go on at the desk."""
    if intake is None:
        return ""
    return _("Go on at the desk: %(address)s") % {
        "address": settings.ARCHIVE_URL + reverse("ingest:intake", args=[intake.pk])
    }
