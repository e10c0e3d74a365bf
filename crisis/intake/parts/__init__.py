"""What the forms of notices share: charsets, labelled lines, quotes, tables, pages, envelopes, refusals."""
