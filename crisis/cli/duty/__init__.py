"""The incident and its duty: the board, promises, steps, enquiries, the end of it."""
