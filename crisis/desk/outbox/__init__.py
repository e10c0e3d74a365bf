"""What was cleared, on its way out: the queue, the send, the hand."""
