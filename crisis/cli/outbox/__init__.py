"""What was cleared, on its way out, and the accounts that it goes to."""
