"""What becomes public of testimonies and victims: each field is named here, nothing is taken over whole."""

from testimonies.renderings import claims, testimonies, victims

__all__ = ["claims", "testimonies", "victims"]
