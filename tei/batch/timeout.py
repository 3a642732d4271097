"""An end to work in this process that takes too long: a schema's pattern may take centuries over forty characters.

Such patterns are told by nobody beforehand (OWASP, “Regular expression Denial of Service”); Python's matcher looks for
signals while it works, so an alarm ends it. It does so on Unix, in the main thread.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tei.errors import UnreadableInput


class _Late(BaseException):
    """Not an Exception: what the work makes of those must not keep it going."""


@contextmanager
def within(seconds: float, file: str) -> Iterator[None]:
    """Raises UnreadableInput (BT001) in the work when it takes longer than `seconds` by the clock; 0 is any time."""
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: object) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _Late as late:
        message = f"the file was given up: it took longer than {seconds:g} seconds"
        help_ = "Check it alone, or with another schema."
        raise UnreadableInput(message, help=help_, file=file, rule="BT001") from late
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
