"""Arabic text: folding with an alignment back to the original, words and clitics, sentences, quotations, numbers."""
