"""The desk's pages for testimonies: taking in transcripts, the reading room, pseudonyms, the preview."""
