"""Seeded platforms, clocks, databases and deaths, around the desk's own outbox. `PYTHONPATH=tests python -m simulator SEED` replays
one schedule and says what happened."""
