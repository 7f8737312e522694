"""What statements of one story tell against each other: whether a thing happened, who did it, on which day."""
