"""The desk's pages for taking in articles."""
