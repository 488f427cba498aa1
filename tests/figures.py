"""Figures that tests measured, printed at the end of a run, also when several processes ran it."""

from __future__ import annotations

from typing import Any

MEASURED: dict[str, str] = {}


def pytest_runtest_logreport(report: Any) -> None:
    """Gathers what the fixture `figure` noted, from whichever process it was."""
    MEASURED.update(value for kind, value in report.user_properties if kind == "figure")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The figures that the closing notes quote."""
    if MEASURED:
        terminalreporter.section("figures")
        for name, value in sorted(MEASURED.items()):
            terminalreporter.write_line(f"{name}: {value}")
