"""Real places for sources to look at, on this machine: a web server, an IMAP server, a folder; one module per kind."""
