"""The record: the ledger as the desk keeps it, what it discloses, and what proves it."""
