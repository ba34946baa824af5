"""Facts and rules of mediation: no SQL, no files, no clock."""
