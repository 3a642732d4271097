"""Options of the whole suite."""

import signal

import pytest
from hypothesis import settings

settings.register_profile("ours", deadline=None)  # speed is measured in benchmarks/, on any machine and at any load
settings.load_profile("ours")

# In the background of a script interrupts are ignored, by what tests start too: what they interrupt would not end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what the program does now into the expected files; then read the difference before committing it",
    )
