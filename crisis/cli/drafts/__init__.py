"""From a notice, or from nothing, to a text that may go out."""
