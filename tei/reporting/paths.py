"""Paths of files as other tools want them."""

import os
from pathlib import Path


def from_folder(file: str, folder: Path) -> str:
    """The path of a file as it is from a folder, with forward slashes; the same wherever the folder is."""
    return Path(os.path.relpath(file, folder)).as_posix()


def from_here(file: str) -> str:
    """The path of a file from the current folder where it is below that; else as it was given."""
    relative = from_folder(file, Path())
    return Path(file).as_posix() if relative.startswith("../") else relative
