"""The sample collection: one real conference told from facts alone, and an invented country, Karsava."""
