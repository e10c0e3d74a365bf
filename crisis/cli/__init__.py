"""The command line: the only room that prints and exits, and the sentences in Japanese and English."""
