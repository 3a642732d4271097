"""A real server of S3 on loopback: the command reads from it, writes to it, and tells no secret."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

moto = pytest.importorskip("moto.server", reason="there is no server of S3: pip install 'moto[server]'")
pytest.importorskip("s3fs", reason="fsspec does not speak S3: pip install s3fs")

from tests.batch.large import ENVIRONMENT, editions, write_sources  # noqa: E402

pytestmark = pytest.mark.slow

_SECRET = "a-very-secret-key"
_KEY_ID = "AKIAEXAMPLE"


class Store:
    """The server, and the command as a process that reaches it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, **ENVIRONMENT, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ACCESS_KEY_ID": _KEY_ID,
            "AWS_SECRET_ACCESS_KEY": _SECRET, "AWS_DEFAULT_REGION": "us-east-1",
            "TEI_ENCODER_CACHE": str(folder / "cache"),
        }  # fmt: skip

    def tei(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "tei", *arguments],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=180,
        )  # fmt: skip

    def python(self, code: str) -> str:
        """What a process that speaks S3 prints."""
        program = f"import json, fsspec\nstore = fsspec.filesystem('s3')\n{code}"
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=self.folder, env=self.environment, capture_output=True
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def editions(self, prefix: str) -> dict[str, bytes]:
        """The objects below `prefix` but the manifest, by name."""
        copy = Path(mkdtemp(dir=self.folder))
        self.python(f"store.get('{prefix}/', '{copy.name}/', recursive=True)")
        return editions(copy)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    made = Store(tmp_path_factory.mktemp("s3"), server.get_host_and_port()[1])
    write_sources(made.folder / "in", 12)
    (made.folder / "in" / "tei.toml").write_text('[collection]\npublisher = "A Press"\n')
    (made.folder / "in" / "letter-0003.toml").write_text('[metadata]\nid = "third"\n')
    made.python("store.mkdir('archive'); store.put('in', 'archive/in', recursive=True)")
    yield made
    server.stop()


def test_s3_gives_the_same_bytes_as_a_folder_and_a_second_run_writes_nothing(store: Store) -> None:
    here = store.tei("convert", "in", "--out", "here")
    there = store.tei("convert", "s3://archive/in", "--out", "s3://archive/out", "--jobs", "2", "--log", "log.jsonl")
    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    assert store.editions("archive/out") == editions(store.folder / "here")
    assert len(store.editions("archive/out")) == 12
    assert there.stdout == here.stdout
    before = store.python("print(json.dumps({k: v['ETag'] + str(v['LastModified']) for k, v in store.find('archive/out', detail=True).items() if k.endswith('.xml')}))")  # fmt: skip
    again = store.tei("convert", "s3://archive/in", "--out", "s3://archive/out", "--engine", "dask", "--jobs", "1")
    assert "12 editions of 12 sources, 12 of them unchanged" in again.stdout
    after = store.python("print(json.dumps({k: v['ETag'] + str(v['LastModified']) for k, v in store.find('archive/out', detail=True).items() if k.endswith('.xml')}))")  # fmt: skip
    assert json.loads(before) == json.loads(after)
    checked = store.tei("validate", "s3://archive/out", "--source", "s3://archive/in", "--schema", "edition")
    assert (checked.returncode, "12 files checked: no findings" in checked.stdout) == (0, True), checked.stdout
    # Neither messages, log, table nor manifest tell a secret, and the lock is gone.
    kept = b"".join(path.read_bytes() for path in (store.folder / "cache" / "remote").rglob("*") if path.is_file())
    log = (store.folder / "log.jsonl").read_text()
    told = there.stdout + there.stderr + again.stdout + again.stderr + log + kept.decode(errors="replace")
    assert "s3://archive/in/letter-0000.txt" in told
    assert _SECRET not in told
    assert _KEY_ID not in told
    assert ".tei-lock" not in store.python("print(store.find('archive/out'))")


def test_a_cluster_reads_from_s3_and_writes_the_same(store: Store) -> None:
    store.tei("convert", "in", "--out", "here")
    there = store.tei("convert", "s3://archive/in", "--out", "s3://archive/dask", "--engine", "dask", "--jobs", "2")
    assert there.returncode == 0, there.stderr
    assert store.editions("archive/dask") == editions(store.folder / "here")


@pytest.mark.parametrize(
    ("source", "out", "code", "said"),
    [
        ("s3://nowhere/in", "out", 3, "s3://nowhere/in: error RD001 the folder holds no file to read"),
        ("in", "s3://nowhere/out", 4, "error PB001 cannot write: The specified bucket does not exist"),
    ],
)
def test_a_bucket_that_is_not_there_is_told_in_a_sentence(
    store: Store, source: str, out: str, code: int, said: str
) -> None:
    done = store.tei("convert", source, "--out", out)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_two_machines_do_not_write_at_once(store: Store) -> None:
    """The lock is made by a conditional write, which only one of two can win."""
    store.python(
        """store.pipe_file('archive/held/.tei-lock', b'{"machine": "m", "host": "the other", "process": 1}')"""
    )
    done = store.tei("convert", "in", "--out", "s3://archive/held")
    assert done.returncode == 4
    assert "another run of tei writes there, on the other" in done.stderr
    assert store.python("print(store.find('archive/held'))").strip() == "['archive/held/.tei-lock']"
