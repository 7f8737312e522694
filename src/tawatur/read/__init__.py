"""Read inputs into pages; what cannot be read is set aside with its reason."""
