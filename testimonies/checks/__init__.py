"""What is looked at before a testimony, or what is drawn from one, becomes public."""

from testimonies.checks import agreed, jigsaw, sealed

__all__ = ["agreed", "jigsaw", "sealed"]
