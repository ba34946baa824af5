"""What comes in and goes out as files: ledgers, and rooms' own sheets."""

import os

# Before the first import of openpyxl: with lxml, which came along with pikepdf, it reads otherwise than
# what was measured against damaged and hostile workbooks.
os.environ.setdefault("OPENPYXL_LXML", "False")
