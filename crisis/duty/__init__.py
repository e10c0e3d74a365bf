"""Duty, pure: who is on duty when, what becomes of a promise, and whom to tell of it."""
