"""The tests; `README.md` says what lies where and what to run."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
