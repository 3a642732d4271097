"""A document is let go as soon as it is made: nothing of it refers to itself.

No search for reference cycles is made meanwhile; what is in one would hold its document until the next.
"""

import gc
from pathlib import Path

from tei.batch.convert import build_one
from tei.batch.discovery import SourceFile
from tei.batch.job import Job
from tei.config import load_config

_TEXT = """Joint Communiqué

Berlin, 3 May 1951

The Minister of Trade John Brown met the delegation of Norway. Both sides agreed on the exchange of goods.

(Signed) John Brown

联合公报

1951年5月3日于柏林

贸易部长约翰·布朗会见了挪威代表团。双方商定交换货物。

（签字）约翰·布朗
"""


def test_a_document_leaves_no_reference_cycles(tmp_path: Path) -> None:
    source = tmp_path / "trade-1951.txt"
    source.write_text(_TEXT, encoding="utf-8")
    job = Job(SourceFile(source, source.stem), tmp_path / "out", load_config(None))
    first = build_one(job)  # what is loaded and kept for the next ones may have some
    gc.collect()
    gc.disable()
    try:
        assert build_one(job) == first
        assert gc.collect() == 0
    finally:
        gc.enable()
