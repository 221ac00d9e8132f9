"""The program as the shell starts it: `bfx-help`, or `python -m bfx_help`."""

import gc
import os
import sys
from typing import NoReturn

MUCH = 100_000
"""So many new objects are waited for before garbage is looked for; a short command makes fewer."""


def run() -> NoReturn:
    """Run the command line and leave.

    A short command is mostly imports. A tenth of its time goes into looking for garbage that is not
    there, and another tenth into taking the interpreter apart before leaving. Here, and only here,
    both are left out: `main` has closed what it opened, and what was written is flushed.
    """
    gc.set_threshold(MUCH)
    from bfx_help.cli import main  # only now, since most of what it brings is made while importing

    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:  # there is none where the shell closed it
                stream.flush()
    except OSError:
        code = code or 1
    os._exit(code)


if __name__ == "__main__":
    run()
