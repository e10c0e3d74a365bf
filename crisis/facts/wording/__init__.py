"""What sentences say: which of them may speak for a notice, of whom and of what, and what their phrases mean."""
