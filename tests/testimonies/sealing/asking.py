"""Commands, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

Answers = Callable[..., None]


def run(*words: str, **options: Any) -> str:
    out, err = StringIO(), StringIO()
    call_command(*words, stdout=out, stderr=err, **options)
    return out.getvalue() + "\n-- beside --\n" + err.getvalue()


def refused(*words: str, **options: Any) -> str:
    with pytest.raises(CommandError) as reason:
        run(*words, **options)
    assert reason.value.__context__ is None, "what was typed or read must not travel with the refusal"
    return str(reason.value)
