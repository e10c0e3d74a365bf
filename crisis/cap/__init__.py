"""Public alerts in the Common Alerting Protocol (OASIS CAP 1.2): from what is out to messages, and from these to XML."""
