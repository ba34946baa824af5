"""The parts of the case page: its header, its way, and one widget for each step."""
