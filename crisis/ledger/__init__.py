"""The ledger: an append-only Merkle log with signed checkpoints. Pure; whoever keeps the rows hands them in."""
