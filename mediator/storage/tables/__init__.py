"""Tables of the database, one noun a file; importing this package makes the metadata whole."""

from mediator.storage.tables import agreement, case, hearing, office, party, record

__all__ = ["agreement", "case", "hearing", "office", "party", "record"]
