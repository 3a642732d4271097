"""A coverage-guided search for texts that break the conversion: it must not crash, hang, or lose a character.

    pip install atheris
    python benchmarks/fuzz.py CORPUS_DIR -max_total_time=600

Options beside the folder are libFuzzer's (https://llvm.org/docs/LibFuzzer.html). What breaks something is left in the
working folder as `crash-…` or `timeout-…`. CORPUS_DIR may be empty; the sources of the tests are put into it first.
"""

import sys
from hashlib import sha256
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("this needs atheris (Apache-2.0): pip install atheris")

with atheris.instrument_imports(include=["tei"]):
    from tei.config import load_config
    from tei.diagnostics import Report
    from tei.errors import TeiError
    from tei.pipeline import build_bytes
    from tei.validators.fidelity import FidelityValidator
    from tei.validators.xmlfile import parse_tei

ROOT = Path(__file__).resolve().parents[1]
_CONFIG = load_config(None)
_NAMES = ("source.txt", "source.md")
_LONGEST = 4096  # bytes: what breaks is short


def one(data: bytes) -> None:
    """Converts `data`; what breaks the conversion is left in the working folder, which libFuzzer does for a hang alone."""
    try:
        _convert(data)
    except Exception:
        Path(f"crash-{sha256(data).hexdigest()[:16]}").write_bytes(data)
        raise


def _convert(data: bytes) -> None:
    """Converts `data`, as plain text or as Markdown by its first byte, and compares the edition with it."""
    if len(data) < 2:
        return
    name, text = _NAMES[data[0] % len(_NAMES)], data[1:]
    try:
        built = build_bytes(text, name, _CONFIG, report=Report())
    except TeiError:
        return  # there is no text to be had from it, and it is said why
    source = Path(_scratch) / name
    source.write_bytes(text)
    lost = [found.message for found in FidelityValidator().check(parse_tei(built.xml, "edition.xml", source=source))]
    if lost:
        raise AssertionError(lost[0])


def seeds(corpus: Path) -> None:
    """Puts what the tests read into the folder that the search begins with."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, path in enumerate(sorted((ROOT / "tests/cases").rglob("input.*"))):
        data = path.read_bytes()[:_LONGEST]
        (corpus / f"case-{number}").write_bytes((b"\x01" if path.suffix == ".md" else b"\x00") + data)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit((__doc__ or "").split("\n\n")[1].strip())
    seeds(Path(sys.argv[1]))
    with TemporaryDirectory() as _scratch:
        atheris.Setup([sys.argv[0], *sys.argv[1:], f"-max_len={_LONGEST}", "-timeout=20"], one)
        atheris.Fuzz()
