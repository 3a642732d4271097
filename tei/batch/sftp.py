"""SFTP as fsspec has it, for hosts that are known, and for several threads."""

import posixpath
import threading

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

_CONNECTING = threading.Lock()  # OpenSSH drops some of those who knock at the same time (MaxStartups)


class KnownHosts(SFTPFileSystem):  # type: ignore[misc]  # fsspec has no types
    """An SFTP server whose key `~/.ssh/known_hosts` has; any other could be another machine that says it is this one.

    A connection answers one thread. fsspec keeps an instance, and so a connection, for each.
    """

    def makedirs(self, path: str, exist_ok: bool = False, mode: int = 0o777) -> None:
        """Makes a folder and those above it, each of which another thread may be making too."""
        if self.isdir(path):
            if not exist_ok:
                raise FileExistsError(path)
            return
        if (above := posixpath.dirname(path)) != path:
            self.makedirs(above, exist_ok=True, mode=mode)
        try:
            self.ftp.mkdir(path, mode)
        except OSError:
            if not self.isdir(path):
                raise

    def _connect(self) -> None:
        self.client = paramiko.SSHClient()  # one that has not been told otherwise refuses hosts that it does not know
        self.client.load_system_host_keys()
        with _CONNECTING:
            self.client.connect(self.host, **self.ssh_kwargs)
        self.ftp = self.client.open_sftp()
