"""Reading and clearing: together, elsewhere, in advance, by exception."""
