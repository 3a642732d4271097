"""Packages for repositories: what is in them, that they are the same each time, and that damage is seen."""

import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner

from tei.batch.package import check_package, package
from tei.cli.app import app
from tei.errors import CannotWrite, ExitCode, MissingDependency

pytest.importorskip("bagit", reason="needs the package bagit")
pytest.importorskip("rocrate", reason="needs the package rocrate")

ROOT = Path(__file__).parents[2]
SETTINGS = """[collection]
publisher = "Example Press"
date = "2026-01-02"
licence = "https://creativecommons.org/licenses/by/4.0/"
licence_name = "CC BY 4.0"
[[people]]
id = "ed"
name = "Å. Editor & Söhne"
resp = "transcription"
[check]
schemas = ["{any}"]
[site]
title = "Agreements <1958>"
url = "https://example.org/a"
description = "Agreements."
"""


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection of one edition, made from a source that has a sidecar."""
    folder = tmp_path / "editions"
    (folder / "sources").mkdir(parents=True)
    schema = ROOT / "tests" / "negative" / "any.rng"
    (folder / "tei.toml").write_text(SETTINGS.format(any=schema.as_posix()), encoding="utf-8")
    (folder / "sources" / "協定 1.txt").write_text("The Talks\n\nThe two sides held talks.\n", encoding="utf-8")
    (folder / "sources" / "協定 1.toml").write_text("", encoding="utf-8")
    result = CliRunner().invoke(app, ["convert", str(folder / "sources"), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    (edition,) = folder.glob("*.xml")
    edition.rename(folder / "a b.xml")
    return folder


def packed(collection: Path, out: Path) -> Path:
    result = package([str(collection)], out)
    assert result.findings == ()
    return out


def test_a_package_holds_editions_sources_schemas_report_and_metadata(collection: Path, tmp_path: Path) -> None:
    data = packed(collection, tmp_path / "out") / "data"
    assert sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()) == [
        "CITATION.cff",
        "editions/a b.xml",
        "metadata/datacite.xml",
        "metadata/dublin-core.xml",
        "metadata/editions/a b.xml",
        "ro-crate-metadata.json",
        *(f"schemas/tei-edition.{kind}" for kind in ("html", "odd", "rng", "sch", "xsd")),
        "schemas/xml.xsd",
        "sources/協定 1.toml",
        "sources/協定 1.txt",
        "tei.toml",
        "validation.json",
    ]
    assert (data / "editions" / "a b.xml").read_bytes() == (collection / "a b.xml").read_bytes()
    report = json.loads((data / "validation.json").read_text(encoding="utf-8"))
    assert [each["file"] for each in report["files"]] == ["editions/a b.xml"]
    assert str(tmp_path) not in "".join(path.read_text("utf-8") for path in data.glob("*.json"))


def test_a_header_that_names_a_file_elsewhere_brings_in_none(collection: Path, tmp_path: Path) -> None:
    (collection / "secret.txt").write_text("not to be packed", encoding="utf-8")
    edition = collection / "a b.xml"
    edition.write_text(edition.read_text("utf-8").replace("協定 1.txt", "../secret.txt"), encoding="utf-8")
    assert not list((packed(collection, tmp_path / "out") / "data").rglob("secret*"))


def test_the_same_collection_gives_the_same_bytes(collection: Path, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, second = (packed(collection, tmp_path / folder / "p.zip") for folder in ("", "again"))
    assert first.read_bytes() == second.read_bytes()


def test_the_crate_is_read_back_by_the_library(collection: Path, tmp_path: Path) -> None:
    from rocrate.rocrate import ROCrate

    crate = ROCrate(packed(collection, tmp_path / "out") / "data")
    root = crate.root_dataset
    assert (root["name"], root["datePublished"], root["license"].id) == (
        "Agreements <1958>",
        "2026-01-02",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert [person["name"] for person in root["author"]] == ["Å. Editor & Söhne"]
    edition = crate.dereference("editions/a%20b.xml")
    assert (edition["name"], edition["inLanguage"]) == ("The Talks", ["en"])


def test_the_datacite_metadata_is_what_the_library_of_cern_writes(collection: Path, tmp_path: Path) -> None:
    schema = pytest.importorskip("datacite.schema45", reason="needs the package datacite")
    text = (collection / "tei.toml").read_text(encoding="utf-8")
    settings = tmp_path / "registered.toml"
    settings.write_text(text.replace("https://example.org/a", "https://doi.org/10.1234/abc"), encoding="utf-8")
    data = {
        "doi": "10.1234/abc",
        "creators": [{"name": "Å. Editor & Söhne"}],
        "titles": [{"title": "Agreements <1958>"}],
        "publisher": {"name": "Example Press"},
        "publicationYear": "2026",
        "language": "en",
        "types": {"resourceType": "TEI P5 editions", "resourceTypeGeneral": "Dataset"},
        "dates": [{"date": "2026-01-02", "dateType": "Issued"}],
        "formats": ["application/tei+xml"],
        "rightsList": [{"rights": "CC BY 4.0", "rightsUri": "https://creativecommons.org/licenses/by/4.0/"}],
        "descriptions": [{"description": "Agreements.", "descriptionType": "Abstract"}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    schema.validator.validate(data)
    assert package([str(collection)], tmp_path / "out", config=settings).findings == ()
    ours = etree.parse(tmp_path / "out" / "data" / "metadata" / "datacite.xml").getroot()
    assert shape(ours) == shape(etree.fromstring(schema.tostring(data).encode()))


def shape(element: etree._Element) -> object:
    """An element as nested tuples; at the top, without the order of its parts and the place of the schema."""
    parts = [shape(child) for child in element]
    attributes = {name: value for name, value in element.attrib.items() if "schemaLocation" not in name}
    return (
        element.tag,
        attributes,
        (element.text or "").strip(),
        parts if element.getparent() is not None else sorted(map(str, parts)),
    )


def test_nothing_is_written_over_and_a_failure_leaves_nothing(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = packed(collection, tmp_path / "p.zip")
    before = out.read_bytes()
    with pytest.raises(CannotWrite):
        package([str(collection)], out)
    assert out.read_bytes() == before

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bagit.make_bag", full)
    with pytest.raises(CannotWrite, match="No space left"):
        package([str(collection)], tmp_path / "folder" / "q")
    assert list((tmp_path / "folder").iterdir()) == []


def _change(data: Path) -> str:
    (data / "editions" / "a b.xml").write_text("<TEI/>", encoding="utf-8")
    return "data/editions/a b.xml is not what its checksum says"


def _remove(data: Path) -> str:
    (data / "sources" / "協定 1.txt").unlink()
    return "data/ro-crate-metadata.json lists sources/協定 1.txt, which is not there"


def _add(data: Path) -> str:
    (data / "more.txt").write_text("", encoding="utf-8")
    return "data/more.txt is in no manifest"


def _link(data: Path) -> str:
    (data / "tei.toml").unlink()
    (data / "tei.toml").symlink_to(data.parents[1] / "editions" / "tei.toml")
    return "data/tei.toml is a link to another file"


def _spoil(data: Path) -> str:
    (data / "ro-crate-metadata.json").write_text('{"@graph": 1}', encoding="utf-8")
    return "data/ro-crate-metadata.json describes no RO-Crate: TypeError"


@pytest.mark.parametrize("damage", [_change, _remove, _add, _link, _spoil])
def test_damage_is_named(collection: Path, tmp_path: Path, damage: Callable[[Path], str]) -> None:
    out = packed(collection, tmp_path / "out")
    assert check_package(out).findings == ()
    expected = damage(out / "data")
    result = check_package(out)
    assert expected in [found.message for found in result.findings]
    assert result.exit_code is ExitCode.FINDINGS


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "..\\out.txt", "C:/out.txt"])
def test_a_zip_file_that_leads_out_of_itself_is_not_unpacked(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr(name, "x")
    assert ["leads out of it" in found.message for found in check_package(tmp_path / "p.zip").findings] == [True]


def test_a_zip_file_that_unpacks_to_a_thousand_times_its_size_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bag/data/zeros", bytes(110_000_000))
    begun = time.process_time()
    (found,) = check_package(tmp_path / "p.zip").findings
    assert time.process_time() - begun < 5
    assert "would unpack to 110,000,000 bytes" in found.message


def test_a_zip_file_cut_short_is_damaged(collection: Path, tmp_path: Path) -> None:
    out = packed(collection, tmp_path / "p.zip")
    assert check_package(out).findings == ()
    out.write_bytes(out.read_bytes()[:-100])
    assert [found.rule.id for found in check_package(out).findings] == ["PB004"]


def test_without_the_packages_it_says_what_to_install(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(MissingDependency, match="bagit") as fault:
        package([str(collection)], collection / "out")
    assert "tei-encoder[deposit]" in fault.value.help
