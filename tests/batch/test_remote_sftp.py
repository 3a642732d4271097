"""A real server of SFTP on loopback, OpenSSH's: the command reads from it and writes to it, and to no stranger."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

pytest.importorskip("paramiko", reason="fsspec does not speak SFTP: pip install paramiko")

from tests.batch.large import ENVIRONMENT, editions, write_sources

_SSHD = which("sshd", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(_SSHD is None, reason="there is no server of SFTP: apt-get install openssh-server"),
]


class Server:
    """The server, and the command as a process of a user who knows it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.known = folder / "home" / ".ssh" / "known_hosts"
        self.known.parent.mkdir(parents=True)
        for key in (folder / "host_key", self.known.with_name("id_ed25519")):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        self.known.write_text(f"[127.0.0.1]:{self.port} {(folder / 'host_key.pub').read_text()}")
        (folder / "config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder}/host_key\nStrictModes no\nUsePAM no\n"
            f"AuthorizedKeysFile {self.known.with_name('id_ed25519.pub')}\nPidFile none\nPermitRootLogin yes\n"
            "Subsystem sftp internal-sftp\n"
        )

    def url(self, name: str) -> str:
        return f"sftp://127.0.0.1:{self.port}{self.folder / name}"

    def tei(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, **ENVIRONMENT, "HOME": str(self.folder / "home")}
        environment["TEI_ENCODER_CACHE"] = str(self.folder / "cache")
        return subprocess.run(
            [sys.executable, "-m", "tei", *arguments],
            cwd=self.folder, env=environment, capture_output=True, text=True, timeout=120,
        )  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("sftp"))
    write_sources(made.folder / "in", 40)
    (made.folder / "in" / "tei.toml").write_text('[output]\nlayout = "{hash:1}/{stem}.xml"\n')
    process = subprocess.Popen([str(_SSHD), "-D", "-f", made.folder / "config"], stderr=subprocess.DEVNULL)
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", made.port)) == 0:
                break
        time.sleep(0.05)
    yield made
    process.terminate()
    process.wait()


def test_sftp_gives_the_same_bytes_as_a_folder_and_a_second_run_writes_nothing(server: Server) -> None:
    """Many editions are written at a time, into folders that are made meanwhile."""
    here = server.tei("convert", "in", "--out", "here")
    there = server.tei("convert", server.url("in"), "--out", server.url("there"), "--jobs", "2")
    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    assert editions(server.folder / "there") == editions(server.folder / "here")
    assert len(editions(server.folder / "there")) == 40
    assert not [*(server.folder / "there").rglob(".tei-*.tmp")]
    again = server.tei("convert", server.url("in"), "--out", server.url("there"))
    assert "40 editions of 40 sources, 40 of them unchanged" in again.stdout
    checked = server.tei("validate", server.url("there"), "--source", server.url("in"), "--schema", "edition")
    assert (checked.returncode, "40 files checked: no findings" in checked.stdout) == (0, True), checked.stdout


def test_a_server_that_is_not_known_is_refused(server: Server) -> None:
    known = server.known.read_text()
    server.known.write_text("")
    try:
        done = server.tei("convert", server.url("in"), "--out", "nowhere")
    finally:
        server.known.write_text(known)
    assert done.returncode == 3
    assert "not found in known_hosts" in done.stderr
    assert "Traceback" not in done.stderr
