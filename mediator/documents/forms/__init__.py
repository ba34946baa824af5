"""The printed papers: one module each, found by its FORM."""
