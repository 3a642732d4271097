"""The desk's website, served to this machine alone.

Only requests that name this server as their host are answered, and only such that come from its own pages may decide
anything: a page elsewhere can neither read the desk (DNS rebinding) nor write through it (CSRF). Nothing outside the
site's folder is served.
"""

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tei.batch.desk import Desk
from tei.errors import TeiError

HOST = "127.0.0.1"
_LARGEST = 10_000  # bytes of a request


class DeskServer(ThreadingHTTPServer):
    """An HTTP server for `desk` on the loopback address; `port` 0 takes any that is free."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        super().__init__((HOST, port), partial(_Handler, directory=str(desk.folder)))

    @property
    def url(self) -> str:
        """Where the first page is."""
        return f"http://{HOST}:{self.server_port}/index.html"

    @property
    def names(self) -> frozenset[str]:
        """What a request may call this server."""
        return frozenset(f"{host}:{self.server_port}" for host in (HOST, "localhost"))


class _Handler(SimpleHTTPRequestHandler):
    server: DeskServer
    timeout = 30  # seconds that a request may take to arrive
    server_version = "tei"
    sys_version = ""

    def do_GET(self) -> None:
        if not self._is_ours():
            return
        path = unquote(urlsplit(self.path).path)
        if path == "/desk/generation":
            self._answer({"generation": self.server.desk.generation})
        elif path.startswith("/desk/questions/"):
            self._questions(path.removeprefix("/desk/questions/"))
        elif self._is_page(path):
            super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        if self._is_ours() and self._is_page(unquote(urlsplit(self.path).path)):
            super().do_HEAD()

    def do_POST(self) -> None:
        if not self._is_ours() or not self._is_own_page():
            return
        try:
            size = min(int(self.headers.get("Content-Length") or 0), _LARGEST)
            asked = json.loads(self.rfile.read(size))
            stem, question, answer = str(asked["stem"]), int(asked["question"]), int(asked["answer"])
            if min(question, answer) < 0:
                raise LookupError
            sidecar = self.server.desk.decide(stem, question, answer)
        except (ValueError, TypeError, LookupError):
            self._answer({"message": "there is no such question any more: reload the page"}, HTTPStatus.CONFLICT)
        except TeiError as fault:
            self._answer({"message": f"{fault.message}. {fault.help}"}, HTTPStatus.CONFLICT)
        else:
            self._answer({"written": sidecar.as_posix()})

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: what an editor wants to read on the terminal are findings."""

    def list_directory(self, path: Any) -> None:
        """No folder is listed."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def _is_ours(self) -> bool:
        if self.headers.get("Host") in self.server.names:
            return True
        self.send_error(HTTPStatus.FORBIDDEN, "this server answers to its own name only")
        return False

    def _is_own_page(self) -> bool:
        if self.headers.get("Origin") in {f"http://{name}" for name in self.server.names}:
            return True
        self.send_error(HTTPStatus.FORBIDDEN, "only the desk's own pages may decide")
        return False

    def _is_page(self, path: str) -> bool:
        """Whether a path leads to a file inside the folder, once links are followed."""
        if "\0" in path:
            return False
        folder = self.server.desk.folder.resolve()
        target = Path(self.translate_path(self.path)).resolve()
        return (target == folder or folder in target.parents) and not any(p.startswith(".") for p in path.split("/"))

    def _questions(self, stem: str) -> None:
        try:
            asked = self.server.desk.asked(stem)
        except KeyError:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._answer({"questions": [question.to_json() for question in asked]})

    def _answer(self, data: object, status: HTTPStatus = HTTPStatus.OK) -> None:
        body = json.dumps(data, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
