"""Publication dates: from markup, from lines of dates, from datelines, else inferred as an interval."""
