"""Runbooks at work: which steps are due, which triggers are met, when to speak next. Pure: state and time are handed in."""
