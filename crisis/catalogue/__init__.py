"""Reads what people write (configuration, notice types, lexicons, runbooks) into the frozen values of the model."""
