"""Where the data are when nobody says so."""

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "MEDIATOR_DATA"


def default_folder() -> Path:
    """The data folder of this PC's user."""
    return user_data_path("Mediator", appauthor=False)


def data_folder(chosen: str | None = None) -> Path:
    """The folder of --data, else of MEDIATOR_DATA, else this user's own."""
    said = chosen or os.environ.get(VARIABLE)
    return Path(said).expanduser().absolute() if said else default_folder()
