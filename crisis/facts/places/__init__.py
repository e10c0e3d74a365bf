"""Places of notices: the desk's sites and services, areas of the gazetteer, and what they are called for short."""
