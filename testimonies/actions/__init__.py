"""The verbs of testimonies: each is one transaction, under the lock of its record, and noted."""
