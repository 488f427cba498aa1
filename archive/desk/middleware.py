"""The desk's own middleware."""

import pghistory.middleware


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Notes who is at work beside every change of a desk table."""
