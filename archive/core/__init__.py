"""The cellar: plain thought about dates, names, texts and identifiers. No models, no database."""
