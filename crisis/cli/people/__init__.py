"""Who may draft and clear, by which policy, with which key and card."""
