"""What the archive reads from its environment, and the sentence it answers when something is missing."""

import os

from django.core.exceptions import ImproperlyConfigured


def env(name: str, default: str = "") -> str:
    """An optional setting."""
    return os.environ.get(name, default).strip()


def required(name: str, why: str) -> str:
    """A setting without which the archive does not start."""
    value = env(name)
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {why}")
    return value


def flag(name: str) -> bool:
    """A setting that is on (`1`, `true`, `yes`) or off (`0`, `false`, `no`, or not set)."""
    value = env(name).lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is either 1 or 0, not “{value}”.")


def words(name: str, default: str = "") -> list[str]:
    """A setting that is a list with commas."""
    return [word.strip() for word in env(name, default).split(",") if word.strip()]


def one_of(name: str, choices: tuple[str, ...], default: str) -> str:
    """A setting with a few possible values."""
    value = env(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is one of {', '.join(choices)}, not “{value}”.")
    return value


def beginning_with(beginning: str) -> dict[str, str]:
    """Every variable that begins so and is not empty, by the rest of its name in small letters."""
    return {
        name.removeprefix(beginning).lower(): value
        for name, value in os.environ.items()
        if name.startswith(beginning) and value
    }
