"""Finding in the edition: what a reader asks, what is kept for it, and what answers."""
