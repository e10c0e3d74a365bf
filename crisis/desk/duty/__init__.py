"""What the person on duty lives in: how the desk stands, incidents, calls, alerts."""
