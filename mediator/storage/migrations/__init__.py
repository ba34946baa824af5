"""Numbered steps of the schema; each runs in one transaction with its version number."""
