"""The editor's desk: what is asked, what an answer writes, and who may ask."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei.batch.desk import Desk
from tei.batch.desk_server import HOST, DeskServer

TORN = """# 渡口公告

双方同意渡口每天开放，并且决定由双方的代表团 and 港口的工人一起修理所有的船只和码头。

双方决定从今年起不再收取任何费用，并且每年举行一次会议。
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "ferry.txt").write_text(TORN, encoding="utf-8")
    made = Desk([str(tmp_path / "ferry.txt")], tmp_path / "site")
    assert made.refresh() == ()
    return made


def test_a_finding_stands_beside_its_passage_with_its_line(desk: Desk) -> None:
    (asked,) = [question for question in desk.asked("ferry") if question.rule == "AN002"]
    assert (asked.at, asked.line, asked.severity) == ("zh.p1", 3, "warning")
    assert asked.source == TORN.splitlines()[2]
    assert [answer.label for answer in asked.answers] == ["keep it as printed"]


def test_an_answer_is_written_into_the_sidecar_and_followed(desk: Desk, tmp_path: Path) -> None:
    number = next(n for n, question in enumerate(desk.asked("ferry")) if question.rule == "AN002")
    sidecar = desk.decide("ferry", number, 0)
    assert sidecar == tmp_path / "ferry.toml"
    assert sidecar.read_text(encoding="utf-8").endswith('[[reading]]\nline = 3\ntext = "and"\nkeep = true\n')
    before = desk.generation
    assert desk.refresh() == ()
    assert desk.generation == before + 1
    assert "AN002" not in [question.rule for question in desk.asked("ferry")]


def test_a_second_answer_joins_the_first_and_what_the_editor_wrote_is_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "ferry.toml").write_text('# my own words\n[[people]]\nid = "kim"\nname = "Kim"\nresp = "edition"\n')
    desk.refresh()
    number = next(n for n, question in enumerate(desk.asked("ferry")) if question.rule == "AN002")
    desk.decide("ferry", number, 0)
    text = (tmp_path / "ferry.toml").read_text(encoding="utf-8")
    assert text.startswith("# my own words\n")
    assert text.count("[[people]]") == 1
    assert desk.refresh() == ()


def test_nothing_is_built_when_nothing_has_changed_and_all_when_a_source_has(desk: Desk, tmp_path: Path) -> None:
    before = desk.generation
    desk.refresh()
    assert desk.generation == before
    (tmp_path / "ferry.txt").write_text(TORN.replace(" and ", "和"), encoding="utf-8")
    desk.refresh()
    assert desk.generation == before + 1
    page = (tmp_path / "site/editions/ferry.html").read_text(encoding="utf-8")
    assert "代表团和港口" in page
    assert "assets/desk.js" in page


@pytest.fixture
def server(desk: Desk) -> Iterator[DeskServer]:
    made = DeskServer(desk, 0)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def ask(server: DeskServer, method: str, path: str, body: str = "", **headers: str) -> tuple[int, bytes]:
    """Status and body of a request to the desk, under its own name unless `Host` says another."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for name, value in ({"Host": f"{HOST}:{server.server_port}"} | headers).items():
        connection.putheader(name, value)
    connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body.encode())
    answer = connection.getresponse()
    found = answer.status, answer.read()
    connection.close()
    return found


def test_pages_and_questions_are_served(server: DeskServer) -> None:
    assert ask(server, "GET", "/editions/ferry.html")[0] == 200
    status, body = ask(server, "GET", "/desk/questions/ferry")
    assert status == 200
    assert {"at", "rule", "message", "line", "source", "answers"} <= set(json.loads(body)["questions"][0])


@pytest.mark.parametrize(
    "path",
    ["/../ferry.txt", "/%2e%2e/ferry.txt", "/..%2fferry.txt", "/..%5cferry.txt", "/editions/../../ferry.txt",
     "/.tei-site.json", "/assets/../.tei-site.json", "/editions", "/nothing.html", "//etc/passwd", "/index.html%00",
     "http://evil.example/ferry.txt"],
)  # fmt: skip
def test_nothing_else_is_served(server: DeskServer, path: str) -> None:
    assert ask(server, "GET", path)[0] in (301, 404)


def test_it_listens_to_this_machine_alone(server: DeskServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_request_that_never_comes_to_its_end_is_given_up(server: DeskServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tei.batch.desk_server._Handler.timeout", 0.3)
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=20)
    connection.putrequest("POST", "/desk/decide", skip_host=True)
    own = f"{HOST}:{server.server_port}"
    for name, value in {"Host": own, "Origin": f"http://{own}", "Content-Length": "99999999999"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    with pytest.raises(http.client.RemoteDisconnected):
        connection.getresponse()
    connection.close()
    assert ask(server, "GET", "/index.html")[0] == 200


def test_a_link_that_leads_out_of_the_folder_is_not_followed(server: DeskServer, tmp_path: Path) -> None:
    (tmp_path / "site/leak.txt").symlink_to(tmp_path / "ferry.txt")
    assert ask(server, "GET", "/leak.txt")[0] == 404


def test_another_name_for_this_machine_is_refused(server: DeskServer) -> None:
    assert ask(server, "GET", "/index.html", Host="evil.example:80")[0] == 403


DECISION = json.dumps({"stem": "ferry", "question": 0, "answer": 0})


def test_only_its_own_pages_may_decide(server: DeskServer, tmp_path: Path) -> None:
    for origin in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        assert ask(server, "POST", "/desk/decide", DECISION, **origin)[0] == 403
    assert not (tmp_path / "ferry.toml").exists()


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{", '{"stem": "ferry", "question": -1, "answer": 0}', '{"stem": "x", "question": 0, "answer": 0}'],
)
def test_a_decision_that_makes_no_sense_is_told_so(server: DeskServer, tmp_path: Path, body: str) -> None:
    status, said = ask(server, "POST", "/desk/decide", body, Origin=f"http://{HOST}:{server.server_port}")
    assert (status, "reload the page" in json.loads(said)["message"]) == (409, True)
    assert not (tmp_path / "ferry.toml").exists()
