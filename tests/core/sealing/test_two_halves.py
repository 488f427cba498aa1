"""Whoever seals has no way to open: the half that a server imports does not know the other."""

import subprocess
import sys

import grimp

SERVER = {"archive.core.sealing", "archive.core.sealing.boxes", "archive.core.sealing.public_keys"}
OPENING = {
    f"archive.core.sealing.{name}"
    for name in ("opening", "private_keys", "key_files", "passphrases", "shares")
}


def test_the_half_that_seals_imports_nothing_that_opens():
    graph = grimp.build_graph("archive")
    for module in SERVER:
        assert not graph.find_upstream_modules(module) & OPENING
    assert graph.modules >= OPENING


def test_a_process_that_seals_has_loaded_nothing_that_opens():
    program = """
import sys
from archive.core.sealing import PublicKey, seal
seal(b"Mahnaz", [PublicKey(sys.argv[1])])
print(*sorted(name for name in sys.modules if name.startswith(("archive.", "shamir"))))
"""
    from_key = "seal1:n4yrhy42tq7mhf347mqbrjutiymnucq44vtvaso2tea7e3z324iq:2aeabcwy"
    ran = subprocess.run(
        [sys.executable, "-c", program, from_key], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert loaded >= SERVER
    assert not loaded & OPENING
    assert "shamir_mnemonic" not in loaded
