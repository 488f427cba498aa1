"""Texts read for finding: each word with its place, its folded form and its stems, language by language.

tokens(text, language)   the words of a text, as the edition indexes them
stems(word, language)    what a word comes down to; without a language, in every language of its script
"""

from archive.core.analysis.reading import Token, stems, tokens

__all__ = ["Token", "stems", "tokens"]
