from archive.edition.models.count import Count
from archive.edition.models.file import PIECE, File, Piece
from archive.edition.models.found import Found
from archive.edition.models.ledger import Act, LedgerEntry
from archive.edition.models.link import Link
from archive.edition.models.name import Name
from archive.edition.models.record import Record, record_path

__all__ = [
    "PIECE", "Act", "Count", "File", "Found", "LedgerEntry", "Link", "Name", "Piece", "Record", "record_path",
]  # fmt: skip
