from archive.edition.models.file import PIECE, File, Piece
from archive.edition.models.ledger import Act, LedgerEntry
from archive.edition.models.link import Link
from archive.edition.models.record import Record, record_path

__all__ = ["PIECE", "Act", "File", "LedgerEntry", "Link", "Piece", "Record", "record_path"]
