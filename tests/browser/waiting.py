"""Waiting until something is so in a page.

`Page.wait_for_function` looks once and, when it must look again, evaluates a string in the page: the
archive's Content Security Policy forbids that, and rightly. So the looking again is done from here.
"""

import time

from playwright.sync_api import Error, Page

PATIENCE_S = 30


def until(page: Page, said: str) -> None:
    """Wait until the expression is true; a page on its way to another one is asked again."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if page.evaluate(said):
                return
        except Error as error:
            if "navigat" not in str(error) and "context was destroyed" not in str(error):
                raise
        page.wait_for_timeout(20)
    raise AssertionError(f"not so after {PATIENCE_S} seconds: {said}")
