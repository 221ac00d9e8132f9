"""The program as the shell starts it: `bfx-help`, or `python -m bfx_help`."""

import gc
import os
import sys

MUCH = 100_000
"""So many new objects are waited for before garbage is looked for; a short command makes fewer."""


def run() -> None:
    """Run the command line and leave.

    A short command is mostly imports. A tenth of its time goes into looking for garbage that is not
    there, and another tenth into taking the interpreter apart before leaving. Here, and only here,
    both are left out: `main` has closed what it opened, and what was written is flushed.
    """
    came: list[int] = []
    try:  # around the imports too: Ctrl-C may be pressed at once
        gc.set_threshold(MUCH)
        _leave_on_signals(came)
        sys.unraisablehook = _heeded
        from bfx_help.cli import main

        code = _flushed(main())
    except KeyboardInterrupt:
        code = 130
    os._exit(128 + came[0] if came else code)


def _leave_on_signals(came: list[int]) -> None:
    """Leave tidily, as with Ctrl-C, where the window is closed or the program is told to end;
    `came` gets the number of the signal. One that is ignored, as `nohup` has it, stays so."""
    import signal

    names = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    heeded = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]

    def leave(number: int, _: object) -> None:
        came.append(number)
        for other in heeded:  # another one must not disturb the leaving
            signal.signal(other, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in heeded:
        signal.signal(number, leave)


def _heeded(dropped: "sys.UnraisableHookArgs") -> None:
    """Press Ctrl-C again where it came in the midst of clearing up, when Python drops it."""
    if issubclass(dropped.exc_type, KeyboardInterrupt):
        import signal
        import threading

        # What sends it wakes the program where it waits; on Windows nothing does.
        press = getattr(signal, "pthread_kill", lambda _, number: signal.raise_signal(number))
        threading.Timer(0.01, press, [threading.get_ident(), signal.SIGINT]).start()
    else:
        sys.__unraisablehook__(dropped)


def _flushed(code: int) -> int:
    """The exit code, once all that was written is out."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 1
    return code


if __name__ == "__main__":
    run()
