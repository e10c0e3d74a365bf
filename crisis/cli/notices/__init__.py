"""Notices: taking them in, where they come from, what has changed, what is erased."""
