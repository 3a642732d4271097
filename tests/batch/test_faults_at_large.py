"""A bad day: processes killed, disks full, folders locked, sources that change. Nothing is lost and nothing is half there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.killing import killed, soundness
from tests.batch.large import command, convert, editions, write_sources


@pytest.mark.slow
def test_killed_at_any_moment_a_run_is_gone_on_with_to_the_same_end(tmp_path: Path) -> None:
    """`python benchmarks/kill.py` does the same with a thousand files, fifty times."""
    found = killed(tmp_path, files=150, kills=10)
    assert len({each.editions for each in found}) > 3, "the kills were not spread over the run"


def test_when_only_the_parent_is_killed_its_processes_end_too(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 60)
    process = command(tmp_path, "in", "--out", "out", "--jobs", "2")
    while not list((tmp_path / "out").glob("*.xml")) and process.poll() is None:
        time.sleep(0.02)
    process.kill()
    process.wait()
    for _ in range(200):
        if not _group(process.pid):
            break
        time.sleep(0.05)
    assert _group(process.pid) == []
    process.communicate()


def _group(leader: int) -> list[str]:
    """The processes of a group that are there."""
    found = subprocess.run(["ps", "-o", "pid=,stat=", "-g", str(leader)], capture_output=True, text=True, check=False)
    return [line for line in found.stdout.splitlines() if "Z" not in line]


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 200)
    process = command(tmp_path, "in", "--out", "out", "--jobs", "2")
    while len(list((tmp_path / "out").glob("*.xml"))) < 3 and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on from there" in said.decode()
    assert "Traceback" not in said.decode()
    done = len(list((tmp_path / "out").glob("*.xml")))
    assert 0 < done < 200
    assert not list((tmp_path / "out").glob(".tei-*.tmp"))
    _, table, _ = convert(tmp_path, "in", "--out", "out", "--jobs", "2")
    assert f"{done} of them unchanged" in table or f"{done - 1} of them unchanged" in table


def test_two_runs_at_once_on_one_folder(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 200)
    first = command(tmp_path, "in", "--out", "out", "--jobs", "2")
    while not list((tmp_path / "out").glob("*.xml")) and first.poll() is None:
        time.sleep(0.02)
    code, _, said = convert(tmp_path, "in", "--out", "out")
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    assert code == 4, said[-600:]
    assert "out: error PB001 another run of tei writes to this folder" in said


def test_a_full_disk_stops_no_run_and_harms_no_edition(tmp_path: Path) -> None:
    """On a file system of 300 KB, where we may make one; the disk that is full for a test of its own is test_convert's."""
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may make a file system")
    try:
        write_sources(tmp_path / "in", 100)
        code, _, said = convert(tmp_path, "in", "--out", "small/out", "--jobs", "2")
        assert code == 4, said[-600:]
        assert "disk is full" in said or "database or disk is full" in said
        assert "Traceback" not in said
        assert "ZZ001" not in said
        assert all(path.read_bytes().endswith(b"</TEI>\n") for path in (small / "out").glob("*.xml"))
        subprocess.run(["mount", "-o", "remount,size=20m", str(small)], check=True)
        assert convert(tmp_path, "in", "--out", "small/out", "--jobs", "2")[0] == 0
        convert(tmp_path, "in", "--out", "whole", "--jobs", "2")
        assert editions(small / "out") == editions(tmp_path / "whole")
    finally:
        subprocess.run(["umount", str(small)], check=False)


def test_a_folder_that_may_only_be_read_is_one_clear_fault(tmp_path: Path) -> None:
    """Of a file system that is read-only, since root may write to any folder."""
    out = tmp_path / "out"
    out.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(out)], capture_output=True, check=False
    ).returncode:
        out.chmod(0o500)
    try:
        if os.access(out, os.W_OK):
            pytest.skip("nothing can be made read-only here")
        write_sources(tmp_path / "in", 2)
        code, table, said = convert(tmp_path, "in", "--out", "out")
        assert (code, table) == (4, "")
        assert said.startswith("out: error PB001 cannot write: ")
        assert said.count("error") == 1
    finally:
        subprocess.run(["umount", str(out)], capture_output=True, check=False)


def test_files_that_may_not_grow_are_reported_and_nothing_is_half_written(tmp_path: Path) -> None:
    """As on a full disk, by a limit that every user may set: RLIMIT_FSIZE, here less than an edition has."""
    write_sources(tmp_path / "in", 3)
    (tmp_path / "in" / "large.txt").write_text(
        "Title: Large\n\n" + ("The ferry lay at the pier until noon. " * 40 + "\n\n") * 220
    )
    process = command(tmp_path, "in", "--out", "out", limit=300_000)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 4, said[-600:]
    assert b"out/large.xml: error PB001 cannot write: File too large" in said
    assert sorted(editions(tmp_path / "out")) == ["letter-0000.xml", "letter-0001.xml", "letter-0002.xml"]
    assert convert(tmp_path, "in", "--out", "out")[0] == 0
    assert soundness(tmp_path / "out") == "ok"


def test_a_source_that_goes_away_while_the_run_goes_on(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 120)
    process = command(tmp_path, "in", "--out", "out", "--jobs", "2")
    while not list((tmp_path / "out").glob("*.xml")) and process.poll() is None:
        time.sleep(0.02)
    (tmp_path / "in" / "letter-0119.txt").unlink()
    (tmp_path / "in" / "letter-0118.txt").write_text("Title: Changed\n\nAnother text altogether.\n")
    _, said = process.communicate(timeout=120)
    assert process.returncode == 3
    assert "letter-0119.txt: error RD001 there is no such file" in said.decode()
    assert b"Another text altogether" in (tmp_path / "out" / "letter-0118.xml").read_bytes()


def test_one_that_takes_too_long_costs_itself_alone(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 2)
    (tmp_path / "in" / "huge.txt").write_text("The ferry lay at the pier on 3 March 1862. " * 60_000)
    code, table, said = convert(tmp_path, "in", "--out", "out", "--timeout", "8", "--jobs", "2")
    assert code == 3
    assert "in/huge.txt: error BT001 the source was given up: it took longer than 8 seconds" in said
    assert sorted(editions(tmp_path / "out")) == ["letter-0000.xml", "letter-0001.xml"]
    assert "2 editions of 3 sources" in table


def test_one_that_needs_too_much_memory_costs_itself_alone(tmp_path: Path) -> None:
    write_sources(tmp_path / "in", 2)
    (tmp_path / "in" / "huge.txt").write_text("The ferry lay at the pier.\n\n" * 2_000_000)
    code, _, said = convert(tmp_path, "in", "--out", "out", "--max-memory", "400", "--jobs", "2")
    assert code == 3
    assert "in/huge.txt: error BT001 the source was given up" in said
    assert sorted(editions(tmp_path / "out")) == ["letter-0000.xml", "letter-0001.xml"]


def test_the_log_has_a_line_for_each_source(tmp_path: Path) -> None:
    import json

    write_sources(tmp_path / "in", 2)
    (tmp_path / "in" / "empty.txt").write_text("")
    convert(tmp_path, "in", "--out", "out", "--log", "run.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "run.jsonl").read_text().splitlines()]
    assert [(line["source"], line["edition"]) for line in lines] == [
        ("in/empty.txt", None), ("in/letter-0000.txt", "out/letter-0000.xml"),
        ("in/letter-0001.txt", "out/letter-0001.xml"),
    ]  # fmt: skip
    assert lines[0]["findings"][0]["rule"] == "RD002"
    assert convert(tmp_path, "in", "--out", "out", "--log", "no/such/run.jsonl")[0] == 4


def test_memory_does_not_grow_with_the_number_of_sources(tmp_path: Path) -> None:
    """Planning twenty thousand sources takes little more than planning two thousand."""
    script = (
        "import resource, sys\nfrom pathlib import Path\nfrom tei.batch.plan import plan\n"
        "made = plan([sys.argv[1]], Path(sys.argv[2]))\nprint(sum(1 for _ in made.jobs), "
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for count in (2_000, 20_000):
        folder = tmp_path / str(count)
        for number in range(count):
            path = folder / f"{number // 500}" / f"letter-{number}.txt"
            if not number % 500:
                path.parent.mkdir(parents=True)
            path.touch()
        done = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(tmp_path / "out")],
            capture_output=True,
            check=True,
            text=True,
        )
        found, peak = map(int, done.stdout.split())
        assert found == count
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 12_000  # kilobytes; half a kilobyte a source would be too much
