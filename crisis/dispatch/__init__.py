"""The outbox as values: which delivery may go when, and what comes of what a platform says. Nothing here sends."""
