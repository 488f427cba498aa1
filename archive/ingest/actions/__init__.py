"""The verbs of taking in: each is one transaction, under a lock on its intake."""

from archive.ingest.actions.correcting import add, correct, merge, split
from archive.ingest.actions.deciding import accept, accept_all, reject, undo
from archive.ingest.actions.finishing import finish, take_up_again
from archive.ingest.actions.taking_in import AlreadyTaken, TakenBefore, prepared, take_in
from archive.ingest.actions.versions import Carried, take_in_version

__all__ = [
    "AlreadyTaken", "Carried", "TakenBefore", "accept", "accept_all", "add", "correct", "finish", "merge",
    "prepared", "reject", "split", "take_in", "take_in_version", "take_up_again", "undo",
]  # fmt: skip
