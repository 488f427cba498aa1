"""Testimonies: narrators, their consent, what they told, and the victims they speak of."""
