"""From a case to its papers, and from papers to files."""
