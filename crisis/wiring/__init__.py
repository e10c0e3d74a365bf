"""Composition roots: where clock, entropy, keys, secrets and channels are real. `exercise` never imports `live`."""
