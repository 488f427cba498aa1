from archive.edition.models.ledger import Act, LedgerEntry
from archive.edition.models.link import Link
from archive.edition.models.record import Record, record_path

__all__ = ["Act", "LedgerEntry", "Link", "Record", "record_path"]
