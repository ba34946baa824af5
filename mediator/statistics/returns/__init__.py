"""The returns: one module each, found by its RETURN."""
