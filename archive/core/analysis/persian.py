"""Persian words brought down to their stems."""


def stems(word: str) -> frozenset[str]:
    """The stem of one folded Persian word."""
    return frozenset({word})
