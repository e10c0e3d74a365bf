"""crisis: a crisis communications broadcaster, from an internal notice to a provable public post."""

__version__ = "0.1.0"
