"""Ledgers in and out of the office as workbooks."""
