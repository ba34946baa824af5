"""The joint forms of a series, one step a file."""
