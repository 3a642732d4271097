"""Options of the whole suite."""

import pytest
from hypothesis import settings

settings.register_profile("ours", deadline=None)  # speed is measured in benchmarks/, on any machine and at any load
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="write what the program does now into the expected files; then read the difference before committing it",
    )
