"""Arabic words brought down to their stems."""


def stems(word: str) -> frozenset[str]:
    """The stem of one folded Arabic word."""
    return frozenset({word})
