"""From source transcriptions to valid, linked, publishable TEI P5 editions."""

__version__ = "0.1.0"
