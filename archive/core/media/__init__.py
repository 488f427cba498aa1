"""Recordings, videos, pictures and scans: known by content, kept byte for byte, made anew for the public."""
