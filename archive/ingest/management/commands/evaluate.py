"""`manage.py evaluate`: how well articles are read, as a table of precision and recall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from archive.ingest.evaluation import articles_in, scores_of
from archive.ingest.scores import KINDS, Score, Scores, total

ARTICLES = Path(__file__).resolve().parents[2] / "articles"
REAL = Path("..") / "shared" / "real"
NAME_WIDTH = 42


class Command(BaseCommand):
    """Reads every labelled article and prints what was found, missed and made up."""

    help = "Precision and recall of the proposals on labelled articles."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=Path, default=ARTICLES, help="folder of labelled articles")
        parser.add_argument("--language", default="", help="only articles in this language, such as en")
        parser.add_argument("--verbose", action="store_true", help="list every miss and false alarm")

    def handle(self, *args: Any, **options: Any) -> None:
        real = Path(settings.BASE_DIR) / REAL if hasattr(settings, "BASE_DIR") else REAL
        found: dict[str, Scores] = {}
        for article in articles_in(options["articles"], real=real):
            if options["language"] in ("", article.labels["language"]):
                found[article.name] = scores_of(article)
        self.stdout.write(table(found))
        if options["verbose"]:
            self.stdout.write(faults(found))


def table(found: dict[str, Scores]) -> str:
    """One line for each article, one for all: precision/recall in hundredths for each kind."""
    lines = [" " * NAME_WIDTH + "".join(f"{kind[:10]:>11}" for kind in KINDS)]
    for name, scores in found.items():
        lines.append(_line(name, scores))
    summed = total(found.values())
    lines.append(_line(f"all {len(found)} articles", summed))
    lines.append("")
    lines += [_sentence(kind, summed[kind]) for kind in KINDS]
    return "\n".join(lines)


def _line(name: str, scores: Scores) -> str:
    return f"{name[: NAME_WIDTH - 2]:<{NAME_WIDTH}}" + "".join(f"{_pair(scores[kind]):>11}" for kind in KINDS)


def _pair(score: Score) -> str:
    def hundredths(value: float | None) -> str:
        return "–" if value is None else f"{100 * value:.0f}"

    return f"{hundredths(score.precision)}/{hundredths(score.recall)}"


def _sentence(kind: str, score: Score) -> str:
    def share(value: float | None) -> str:
        return "  –  " if value is None else f"{value:.3f}"

    right, missed, false = score.right, len(score.missed), len(score.false)
    return (
        f"{kind:<12} precision {share(score.precision)}   recall {share(score.recall)}   "
        f"right {right}, missed {missed}, wrong {false}"
    )


def faults(found: dict[str, Scores]) -> str:
    """Every miss and false alarm."""
    lines = []
    for name, scores in found.items():
        lines.append(f"\n{name}")
        for kind in KINDS:
            lines += [f"  {kind:<12} missed  {words}" for words in scores[kind].missed]
            if kind not in ("extent", "attributed", "mode"):
                lines += [f"  {kind:<12} wrong   {words}" for words in scores[kind].false]
    return "\n".join(lines)
