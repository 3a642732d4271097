"""The settings that a source is converted with."""

from functools import cache, lru_cache
from pathlib import Path

from tei.config import CollectionConfig, load_config
from tei.config_file import find_config


@lru_cache(maxsize=4096)  # a collection may have any number of folders
def settings_for(folder: Path, config: Path | None) -> CollectionConfig:
    """The settings in `config`, or in the tei.toml nearest to `folder`; UsageError when they are wrong."""
    return _loaded(config or find_config(folder))


@cache
def _loaded(path: Path | None) -> CollectionConfig:
    return load_config(path)
