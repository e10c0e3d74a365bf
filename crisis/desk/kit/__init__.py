"""The offline kit: one folder for a telephone and one sheet of paper, with what is needed when nothing else works."""
