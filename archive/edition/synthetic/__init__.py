"""Invented editions of any size, to measure with: no record of them is about anybody."""
