"""Keeps the data whole."""
