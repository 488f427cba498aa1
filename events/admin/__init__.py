"""The desk's pages of events, places, people, organisations, sources, statements, claims, demands, topics."""

from events.admin import assertions, authorities, events, sources, statements, subjects

__all__ = ["assertions", "authorities", "events", "sources", "statements", "subjects"]
