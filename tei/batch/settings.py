"""The settings that a source is converted with."""

from functools import cache
from pathlib import Path

from tei.config import CollectionConfig, load_config
from tei.config_file import find_config


@cache
def settings_for(folder: Path, config: Path | None) -> CollectionConfig:
    """The settings in `config`, or in the tei.toml nearest to `folder`; UsageError when they are wrong."""
    return load_config(config or find_config(folder))
