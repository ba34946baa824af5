"""Data of the program: fonts, code lists, legal rules, words. Read by importlib.resources only."""
