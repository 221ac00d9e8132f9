"""`python -m bfx_help`."""

import sys

from bfx_help.cli import main

sys.exit(main())
