"""A database for the time of a run: what has a row for each of a million files is not kept in memory."""

import sqlite3


class _Scratch(sqlite3.Connection):
    """One that is closed when nobody holds it any more; else Python warns, since 3.13, of each that is left open."""

    def __del__(self) -> None:
        self.close()


def scratch(tables: str) -> sqlite3.Connection:
    """An empty database with `tables`, SQL that makes them. SQLite puts on the disk what is too much for memory."""
    # Whichever thread lets it go last closes it.
    database = sqlite3.connect("", isolation_level=None, factory=_Scratch, check_same_thread=False)
    database.executescript(f"PRAGMA journal_mode = OFF; {tables}")
    return database
