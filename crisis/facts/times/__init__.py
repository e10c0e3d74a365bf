"""Times of notices: out of words, against the notice's own date, in a zone that is said or the desk's."""
