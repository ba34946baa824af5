"""The tracks of mediation: one module each, found by its TRACK."""
