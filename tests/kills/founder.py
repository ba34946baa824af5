"""Makes data folders one after another: run as a process and killed by the test.

python -m tests.kills.founder FOLDER
"""

import sys
from itertools import count
from pathlib import Path

from mediator.storage.store import create


def main(folder: Path) -> None:
    """Found data folders until killed; each is told once it is whole."""
    for number in count():
        create(folder / f"{number:04d}").close()
        sys.stdout.write(f"{number} 1\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
