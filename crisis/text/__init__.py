"""What a text is made of: lengths, links, folding, Japanese line breaks, plain Japanese."""
