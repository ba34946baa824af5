"""The only room that speaks SQL: open, read, write, search."""
