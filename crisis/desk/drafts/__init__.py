"""From a notice to texts that may be read: composing, saving, updating, correcting."""
