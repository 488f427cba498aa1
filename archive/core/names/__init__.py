"""Names: one name in its many spellings, scripts and endings; found in texts, and checked while sealed.

parts(name)               what of a name is worth protecting
forms(word)               the forms of one part; forms_of(name), those of a whole name
alike(a, b)               whether two words may be one name
occurrences(text, names)  every place of known names
keyed(forms, key)         forms as keyed hashes
hits(text, digests, key)  every place of names that are known by their hashes only
"""

from archive.core.names.naming import alike, forms, forms_of, occurrences
from archive.core.names.parts import parts
from archive.core.names.sealed import hits, keyed

__all__ = ["alike", "forms", "forms_of", "hits", "keyed", "occurrences", "parts"]
