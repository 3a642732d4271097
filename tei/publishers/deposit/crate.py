"""The RO-Crate of a package: what each file in it is (https://www.researchobject.org/ro-crate/specification/1.1/)."""

import json
from collections.abc import Mapping, Sequence

from rocrate.model.contextentity import ContextEntity
from rocrate.model.person import Person
from rocrate.rocrate import ROCrate

from tei.publishers.deposit.about import About
from tei.publishers.site.record import Record

METADATA = "ro-crate-metadata.json"
_TYPES = {
    ".cff": "application/yaml",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".odd": "application/tei+xml",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rng": "application/relax-ng+xml",
    ".toml": "application/toml",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".xsd": "application/xml",
    ".sch": "application/xml",
}


def crate(collection: About, records: Sequence[Record], files: Mapping[str, bytes]) -> bytes:
    """The metadata file of a crate with `files`, by path: each is described, in the order of their paths."""
    made = ROCrate(version="1.1")
    root = made.root_dataset
    people = [_person(made, number, name) for number, name in enumerate(collection.creators, 1)]
    publisher = ContextEntity(made, "#publisher", {"@type": "Organization", "name": collection.publisher})
    licences = [
        ContextEntity(made, uri, {"@type": "CreativeWork", "name": words, "url": uri})
        for uri, words in collection.licences
    ]
    made.add(publisher, *licences)
    properties = {
        "name": collection.title,
        "description": collection.description,
        "datePublished": collection.date,
        "identifier": collection.url,
        "url": collection.url,
        "author": people,
        "publisher": publisher,
        "license": licences[0] if len(licences) == 1 else licences,
        "inLanguage": list(collection.langs),
        "keywords": list(collection.genres),
    }
    for name, value in properties.items():
        if value:
            root[name] = value
    editions = {f"editions/{record.stem}": record for record in records}
    for path in sorted(files):
        stem, _, suffix = path.rpartition(".")
        said: dict[str, object] = {
            "name": path,
            "contentSize": str(len(files[path])),
            "encodingFormat": _TYPES.get(f".{suffix.lower()}"),
        }
        if record := editions.get(stem):
            said |= {"name": record.title, "encodingFormat": "application/tei+xml"}
            said |= {"inLanguage": list(record.langs)} if record.langs else {}
            said |= {"temporalCoverage": record.date} if record.date else {}
        made.add_file(dest_path=path, properties={name: value for name, value in said.items() if value})
    text = json.dumps(made.metadata.generate(), ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def _person(made: ROCrate, number: int, name: str) -> Person:
    person = Person(made, f"#person-{number}", {"name": name})
    made.add(person)
    return person
