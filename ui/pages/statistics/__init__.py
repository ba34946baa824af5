"""The tabs of the statistics page."""
