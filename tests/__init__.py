"""The tests; `README.md` says what lies where and what to run."""

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent

# Else each of the processes that tests start would compile all that it imports, whatever is set.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

NOW = datetime(2026, 11, 22, 18, 10, tzinfo=timezone(timedelta(hours=8)))
"""The time in the tests: 2026-11-22 10:10 UTC, somewhere in China."""
