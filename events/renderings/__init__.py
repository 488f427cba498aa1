"""What becomes public of each model. Imported by the desk when it starts."""

from events.renderings import evidence, subjects

__all__ = ["evidence", "subjects"]
