"""What the returns count, and the sheets they are filed on."""
