"""A catalog says which local file stands for a URI, in the order that the standard gives; nothing is fetched."""

from pathlib import Path

import pytest

from tei.errors import UnreadableInput
from tei.schema import catalog

URI = "https://example.org/schemas/letters.rng"


def write(path: Path, entries: str) -> Path:
    path.write_text(
        f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entries}</catalog>', encoding="utf-8"
    )
    return path


@pytest.fixture(autouse=True)
def no_catalogs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(catalog.VARIABLE, "")


@pytest.mark.parametrize(
    ("entries", "file"),
    [
        (f'<uri name="{URI}" uri="l.rng"/>', "l.rng"),
        ('<rewriteURI uriStartString="https://example.org/" rewritePrefix="local/"/>', "local/schemas/letters.rng"),
        ('<uriSuffix uriSuffix="letters.rng" uri="l.rng"/>', "l.rng"),
        (f'<group xml:base="deep/"><uri name="{URI}" uri="l.rng"/></group>', "deep/l.rng"),
        (
            '<uriSuffix uriSuffix=".rng" uri="s.rng"/><rewriteURI uriStartString="https://" rewritePrefix="p/"/>'
            f'<uri name="{URI}" uri="a%20name.rng"/>',
            "a name.rng",  # an exact entry goes before a prefix, and that before a suffix
        ),
        (
            '<rewriteURI uriStartString="https://" rewritePrefix="short/"/>'
            '<rewriteURI uriStartString="https://example.org/schemas/" rewritePrefix="long/"/>',
            "long/letters.rng",
        ),
    ],
)
def test_an_entry_stands_for_the_uri(tmp_path: Path, entries: str, file: str) -> None:
    catalog.add_catalog(write(tmp_path / "catalog.xml", entries))
    assert catalog.resolve(URI) == tmp_path / file


def test_what_no_entry_is_for_or_what_leads_to_another_machine_is_not_resolved(tmp_path: Path) -> None:
    catalog.add_catalog(write(tmp_path / "catalog.xml", f'<uri name="{URI}" uri="https://mirror.example/l.rng"/>'))
    assert catalog.resolve(URI) is None
    assert catalog.resolve("https://example.org/other.rng") is None


def test_the_next_catalog_is_looked_in_and_a_circle_ends(tmp_path: Path) -> None:
    first = write(tmp_path / "first.xml", '<nextCatalog catalog="second.xml"/><nextCatalog catalog="gone.xml"/>')
    second = '<nextCatalog catalog="first.xml"/><uriSuffix uriSuffix="x.rng" uri="x"/>'
    write(tmp_path / "second.xml", second)
    catalog.add_catalog(first)
    assert catalog.resolve(URI) is None
    assert catalog.resolve("urn:x.rng") == tmp_path / "x"


def test_a_catalog_that_is_delegated_to_is_the_only_one_asked(tmp_path: Path) -> None:
    entries = '<delegateURI uriStartString="https://example.org/" catalog="own.xml"/><nextCatalog catalog="next.xml"/>'
    catalog.add_catalog(write(tmp_path / "catalog.xml", entries))
    write(tmp_path / "own.xml", f'<uri name="{URI}" uri="own.rng"/>')
    write(tmp_path / "next.xml", '<uriSuffix uriSuffix=".rng" uri="next.rng"/>')
    assert catalog.resolve(URI) == tmp_path / "own.rng"
    assert catalog.resolve("https://example.org/else.rng") is None
    assert catalog.resolve("https://example.net/else.rng") == tmp_path / "next.rng"


def test_the_variable_names_several_and_one_that_is_not_there_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "catalog.xml", f'<uri name="{URI}" uri="l.rng"/>')
    monkeypatch.setenv(catalog.VARIABLE, f"{tmp_path / 'gone.xml'} {path.as_uri()}")
    assert catalog.resolve(URI) == tmp_path / "l.rng"


@pytest.mark.parametrize(("text", "message"), [("<a/>", "not an OASIS XML catalog"), ("<a", "cannot be read")])
def test_a_file_that_is_no_catalog_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "catalog.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=message):
        catalog.add_catalog(path)
