"""Lets `python -m ui` start the program."""

import sys

from ui.app import main

sys.exit(main())
