"""Where the settings of a collection are: apart from what they say, so that a run that finds none need not read them."""

from pathlib import Path

FILE_NAME = "tei.toml"
_PARENTS = 3  # how far above a source's folder its tei.toml may lie


def find_config(folder: Path) -> Path | None:
    """The nearest `tei.toml`: in `folder` or in up to three folders above it; None where there is none."""
    resolved = folder.resolve()
    for candidate in (resolved, *list(resolved.parents)[:_PARENTS]):
        if (candidate / FILE_NAME).is_file():
            return candidate / FILE_NAME
    return None
