"""Stages on which channels are tried: for each channel `crisis/channels/<name>` one module here of the same name."""
