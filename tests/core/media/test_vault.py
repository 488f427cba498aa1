import hashlib
import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from archive.core.media import vault as vault_module
from archive.core.media.refusals import NotKept
from archive.core.media.vault import Vault

WORDS = b"the words of a witness in Karsava" * 1000


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def all_files(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


def test_a_file_is_kept_byte_for_byte_under_its_digest(vault: Vault):
    kept = vault.put(io.BytesIO(WORDS))
    assert (kept.sha256, kept.size) == (hashlib.sha256(WORDS).hexdigest(), len(WORDS))
    with vault.open(kept.sha256) as file:
        assert file.read() == WORDS
    assert vault.holds(kept.sha256)
    assert list(vault.check([kept.sha256])) == []


def test_nobody_else_can_look_inside_whatever_the_umask(vault: Vault):
    before = os.umask(0)
    try:
        kept = vault.put(io.BytesIO(WORDS))
    finally:
        os.umask(before)
    assert mode(vault.path_of(kept.sha256)) == 0o400
    assert {mode(path) for path in (vault.folder, *vault.folder.iterdir())} == {0o700}


def test_a_vault_of_derivatives_can_let_the_sites_group_read(tmp_path: Path):
    vault = Vault(tmp_path / "made", group_reads=True)
    kept = vault.put(io.BytesIO(WORDS))
    assert (mode(vault.folder), mode(vault.path_of(kept.sha256))) == (0o750, 0o440)
    assert list(vault.check([kept.sha256])) == []


def test_the_same_file_twice_is_one(vault: Vault):
    assert vault.put(io.BytesIO(WORDS)) == vault.put(io.BytesIO(WORDS))
    assert len(all_files(vault)) == 1


def test_the_same_file_again_heals_an_altered_one(vault: Vault):
    kept = vault.put(io.BytesIO(WORDS))
    path = vault.path_of(kept.sha256)
    path.chmod(0o600)
    path.write_bytes(b"other")
    assert ["altered" in told for told in vault.check([kept.sha256])] == [True]
    vault.put(io.BytesIO(WORDS))
    assert list(vault.check([kept.sha256])) == []


def test_many_at_once_get_along(vault: Vault):
    threads = [
        threading.Thread(target=lambda n=n: vault.put(io.BytesIO(WORDS + bytes([n % 3])))) for n in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    digests = [hashlib.sha256(WORDS + bytes([n])).hexdigest() for n in range(3)]
    assert list(vault.check(digests)) == []


def test_forgetting_takes_the_file_away_and_can_be_done_twice(vault: Vault):
    kept = vault.put(io.BytesIO(WORDS))
    vault.forget(kept.sha256)
    vault.forget(kept.sha256)
    assert not vault.holds(kept.sha256)
    assert all_files(vault) == []


def test_a_missing_file_is_said_in_a_sentence(vault: Vault):
    with pytest.raises(NotKept, match="Restore it from a backup"):
        vault.open("0" * 64)
    assert [told.split("…")[1] for told in vault.check(["0" * 64])] == [
        " is missing. Restore it from a backup."
    ]


@pytest.mark.parametrize("name", ["", "../../secret", "A" * 64, "0" * 63, "0" * 64 + "\n", "/etc/passwd"])
def test_only_a_digest_is_a_name(vault: Vault, name: str):
    with pytest.raises(ValueError, match="SHA-256"):
        vault.path_of(name)


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_disk_that_fails_leaves_nothing_behind(vault: Vault, monkeypatch: pytest.MonkeyPatch, step: str):
    def fails(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    vault.put(io.BytesIO(b"first"))
    before = all_files(vault)
    monkeypatch.setattr(vault_module.os, step, fails)
    with pytest.raises(NotKept, match="No space left on device"):
        vault.put(io.BytesIO(WORDS))
    assert all_files(vault) == before


def test_a_stream_that_breaks_leaves_nothing_behind(vault: Vault):
    class Breaks(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise RuntimeError("the browser went away")

    with pytest.raises(RuntimeError):
        vault.put(Breaks())
    assert all_files(vault) == []


KILLED = """
import io, os, signal, sys
from pathlib import Path
from archive.core.media import vault
class Stream(io.BytesIO):
    count = 0
    def read(self, size=-1):
        Stream.count += 1
        if Stream.count == 3 and sys.argv[2] == "writing":
            os.kill(os.getpid(), signal.SIGKILL)
        return b"x" * 100_000 if Stream.count < 5 else b""
def dies(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "renaming":
    vault.os.replace = dies
if sys.argv[2] == "after":
    replace = vault.os.replace
    vault.os.replace = lambda *a: (replace(*a), dies())
vault.Vault(Path(sys.argv[1])).put(Stream())
"""


@pytest.mark.parametrize(("moment", "whole"), [("writing", False), ("renaming", False), ("after", True)])
def test_killed_at_any_moment_a_file_is_whole_or_not_there(vault: Vault, moment: str, whole: bool):
    run = subprocess.run([sys.executable, "-c", KILLED, str(vault.folder), moment], cwd=Path.cwd())
    assert run.returncode == -9
    digest = hashlib.sha256(b"x" * 400_000).hexdigest()
    assert vault.holds(digest) is whole
    assert bool(vault.leftovers()) is not whole
    told = list(vault.check([]))
    assert len(told) == 1
    assert ("belongs to no record" if whole else "left over") in told[0]
    assert vault.tidy([]) == []  # somebody may be adding it right now
    assert len(vault.tidy([], older_than_s=-1)) == 1
    assert list(vault.check([])) == []


def test_tidying_keeps_what_belongs_to_a_record_and_what_is_new(vault: Vault):
    kept, stray, fresh = (vault.put(io.BytesIO(words)) for words in (b"kept", b"stray", b"fresh"))
    long_ago = time.time() - 7200
    for one in (kept, stray):
        os.utime(vault.path_of(one.sha256), (long_ago, long_ago))
    assert [path.name for path in vault.tidy([kept.sha256])] == [stray.sha256]
    assert vault.holds(kept.sha256)
    assert vault.holds(fresh.sha256)


def test_a_door_left_open_is_told_and_closed(vault: Vault):
    kept = vault.put(io.BytesIO(WORDS))
    vault.path_of(kept.sha256).chmod(0o644)
    vault.folder.chmod(0o755)
    assert len([told for told in vault.check([kept.sha256]) if "by others" in told]) == 2
    vault.tidy([kept.sha256])
    assert list(vault.check([kept.sha256])) == []


def test_a_link_is_no_kept_file(vault: Vault, tmp_path: Path):
    kept = vault.put(io.BytesIO(WORDS))
    path = vault.path_of(kept.sha256)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert not vault.holds(kept.sha256)


def test_an_empty_vault_has_nothing_wrong(vault: Vault):
    assert list(vault.check([])) == []
    assert vault.tidy([]) == []
