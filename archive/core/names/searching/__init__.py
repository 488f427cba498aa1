"""Finding names in any script: keys under which they are kept, and how well one answers a query.

index_keys(name)      the keys a name is kept under
asked(words)          what somebody looks for, as keys: sure, near and exact ones
score(query, name)    0 to 1;  why(query, name) says by which words
Directory(names)      many names held in memory, and found
"""

from archive.core.names.searching.asking import Asked, Way, asked
from archive.core.names.searching.comparing import score, scored, why
from archive.core.names.searching.directory import Directory
from archive.core.names.searching.keys import index_keys
from archive.core.names.searching.parts import parts
from archive.core.names.searching.ranking import ENOUGH, Ranked, ranked

__all__ = [
    "ENOUGH",
    "Asked",
    "Directory",
    "Ranked",
    "Way",
    "asked",
    "index_keys",
    "parts",
    "ranked",
    "score",
    "scored",
    "why",
]
