"""Who may do what: roster and policy as signed decisions, cards, readiness."""
