"""What is told of: events, places, people, organisations, sources, and what was said in them."""
