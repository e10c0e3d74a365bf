"""What comes in: taking it in, its versions, what others say of the same thing, and its end."""
