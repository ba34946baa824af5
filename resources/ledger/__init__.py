"""Words by which rooms head and fill their own sheets."""
