"""The desk's pages: the base of every record's pages, and the pages of review, audit and accounts."""

from archive.desk.admin import audit, people
from archive.desk.admin.base import DeskAdmin, DeskInline, DeskStackedInline, RecordAdmin

__all__ = ["DeskAdmin", "DeskInline", "DeskStackedInline", "RecordAdmin", "audit", "people"]
