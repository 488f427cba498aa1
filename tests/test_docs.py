"""What the documents say is held against the code."""

import hashlib
import re
from pathlib import Path

import pytest

from archive.core.canonical import canonical, sha256

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
READ = re.compile(r"""\b(?:env|required|flag|words|one_of)\(\s*"([A-Z_]+)\"""")
LISTED = re.compile(r"^\| `([A-Z_]+)` \|", re.M)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
IN_CODE = re.compile(r"`((?:archive|events|tests|script|docs|templates|static)/[\w./-]*)`")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_docs_settings_lists_what_the_settings_read():
    documented, _launcher = text("docs/settings.md").split("## Read by the launcher")
    assert set(LISTED.findall(documented)) == set(READ.findall(text("archive/settings.py")))


def test_the_launchers_settings_are_read_by_the_launcher():
    _archive, documented = text("docs/settings.md").split("## Read by the launcher")
    launcher = "".join(path.read_text() for path in ROOT.glob("archive/launcher/*.py")) + text(
        "script/launch"
    )
    assert [name for name in LISTED.findall(documented) if name not in launcher] == []


def test_no_setting_is_read_elsewhere():
    """`archive/settings.py` is the one place; the launcher, which starts it, is another program."""
    reads = re.compile(r"\bos\.(?:environ|getenv)\b")
    rooms = [path for path in (ROOT / "archive").rglob("*.py") if "launcher" not in path.parts]
    found = [path for path in [*rooms, *(ROOT / "events").rglob("*.py")] if reads.search(path.read_text())]
    assert {str(path.relative_to(ROOT)) for path in found} <= {"archive/environment.py", "archive/wsgi.py"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_and_every_path_in_a_document_leads_somewhere(document: Path):
    said = document.read_text(encoding="utf-8")
    missing = [to for to in LINK.findall(said) if not (document.parent / to).exists()]
    missing += [to for to in IN_CODE.findall(said) if not (ROOT / to).exists()]
    assert missing == []


def test_the_readme_begins_with_the_two_commands_and_stays_short():
    lines = text("README.md").splitlines()
    first_screen = "\n".join(lines[:40])
    assert "script/run" in first_screen
    assert "script/test" in first_screen
    assert len(lines) <= 120


def test_the_licence_is_word_for_word_the_agpl():
    """The digest of https://www.gnu.org/licenses/agpl-3.0.txt."""
    published = "0d96a4ff68ad6d4b6f1f30f713b18d5184912ba8dd389f86aa7710db079abcb0"
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == published


def test_the_worked_example_of_a_digest_is_right():
    adr = text("docs/adr/0007-identifiers-and-digests.md")
    written, digest = re.search(r"    (\{.*\})\n\s+([0-9a-f]{64})", adr).groups()  # type: ignore[union-attr]
    assert (
        canonical({"title": {"fa": "پاریس", "en": "Paris"}, "id": "PTSNEAE3RVH", "sample": True}) == written
    )
    assert sha256(written) == digest
