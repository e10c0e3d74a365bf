"""Rehearsals: the real desk under a virtual clock, with recorders for channels and simulated players."""
