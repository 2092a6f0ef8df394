"""Files over the interface: nothing is written over what somebody has not seen, or with problems unasked."""

from pathlib import Path
from shutil import copy

import pytest

from sim.board import Board
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.cli.onlooker import obey
from tests.board.test_app import KNOWN, asked

pytest.importorskip("httpx")
pytest.importorskip("starlette")

SMALL = Path(__file__).parent
TOKEN = KNOWN["authorization"].partition(" ")[2]
PATH = "/api/v1/files/bund.yaml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A small park, and a folder to be in."""
    for name in ("bund.yaml", "bund-park.yaml"):
        copy(SMALL / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def board(folder):
    """A board of it, and how it is asked."""
    return of(Board(["bund.yaml"]))


def of(board):
    from sim.board.web.app import app_of

    app = app_of(board, Guard("127.0.0.1", 8750, TOKEN), "en", Path("events"), Jobs(obey, Path("made")))
    return lambda method, path, headers=None, **how: asked(app, method, path, headers=KNOWN | (headers or {}), **how)


def test_a_file_is_read_and_written_by_whoever_has_seen_it(board, folder):
    """
    110 m3 are written with the first tag; with that tag no more then, and the new one is that of what stands there. Of
    the 11 m3 that come a minute by then 2 go out for 5 min.
    """
    told = board("GET", "/api/v1/files").json()
    assert [each["file"] for each in told["files"]] == ["bund.yaml", "bund-park.yaml"]
    assert (told["problems"], told["read_only"]) == ([], False)
    there = board("GET", PATH)
    tag, text = there.headers["etag"], there.json()["text"].replace("100 m3,", "110 m3,")
    assert board("GET", PATH, {"if-none-match": tag}).status_code == 304

    assert board("PUT", PATH, json={"text": text}).status_code == 428
    assert board("PUT", PATH, {"if-none-match": "*"}, json={"text": text}).status_code == 412
    written = board("PUT", PATH, {"if-match": tag}, json={"text": text})
    assert (written.status_code, written.json()) == (200, {"file": "bund.yaml", "problems": []})
    assert (folder / "bund.yaml").read_text(encoding="utf-8") == text
    stale = board("PUT", PATH, {"if-match": tag}, json={"text": ""})
    assert (stale.status_code, stale.headers["etag"]) == (412, written.headers["etag"])
    assert board("GET", PATH).headers["etag"] == written.headers["etag"]
    tier, = board("POST", "/api/v1/run", json={"scenario": "bund.yaml"}).json()["summary"]["tiers"]
    assert tier["escaped_m3"] == pytest.approx(10, abs=1e-6)


def test_what_is_wrong_is_written_only_when_that_is_wanted(board, folder):
    """
    Checked first, where nothing is written either.
    """
    before = (folder / "bund.yaml").read_text(encoding="utf-8")
    text, tag = before.replace("100 m3,", "100,"), board("GET", PATH).headers["etag"]
    problem, = board("POST", "/api/v1/validate", json={"file": "bund.yaml", "text": text}).json()["problems"]

    assert problem["en"].startswith("bund.yaml:9:42: releases.spill.volume: 100 has no unit; write m3")
    assert (problem["line"], problem["column"], problem["path"]) == (9, 42, "releases.spill.volume")
    assert problem["said"]["zh"].startswith("100 没有单位")
    assert problem["mends"][0] == {"from": "100", "to": "100 m3"}
    refused = board("PUT", PATH, {"if-match": tag}, json={"text": text})
    assert (refused.status_code, refused.json()["problems"]) == (422, [problem])
    assert (folder / "bund.yaml").read_text(encoding="utf-8") == before
    assert board("PUT", PATH, {"if-match": tag}, json={"text": text, "anyway": True}).json()["problems"] == [problem]
    assert (folder / "bund.yaml").read_text(encoding="utf-8") == text
    assert board("GET", "/api/v1/files").json()["problems"] == [problem]


def test_a_new_file_is_written_beside_them_and_no_other(board, folder):
    """
    A scenario that nothing names yet is checked for itself.
    """
    new = {"if-none-match": "*"}
    assert board("PUT", "/api/v1/files/levels.csv", new, json={"text": "storage,level\n"}).status_code == 201
    assert board("GET", "/api/v1/files/levels.csv").json()["text"] == "storage,level\n"
    wrong = board("PUT", "/api/v1/files/more.yaml", new, json={"text": "park: bund-park.yaml\nhorizon: 1\n"})
    assert [(each["file"], each["line"]) for each in wrong.json()["problems"]] == [("more.yaml", 2)]
    for name in ("..%2Fmore.yaml", "more.txt", f"{folder}%2Fmore.yaml".replace("/", "%2F"), "below%2Fmore.yaml"):
        assert board("PUT", f"/api/v1/files/{name}", new, json={"text": "a: b\n"}).status_code == 403
    assert board("GET", "/api/v1/files/more.txt").status_code == 404
    assert board("GET", "/api/v1/files?scenario=other.yaml").status_code == 422
    assert sorted(each.name for each in folder.iterdir()) == ["bund-park.yaml", "bund.yaml", "levels.csv"]


SETS = {"releases.spill.volume": "80 m3"}


def test_what_was_moved_becomes_a_variant_that_plays_the_same(board, folder):
    """
    80 m3 in 10 min: 8 m3 a minute come, 2 of them go out for 5 min. The file has two lines more; then its name is
    taken.
    """
    document = {"scenario": "bund.yaml", "sets": SETS, "name": "less"}
    before = (folder / "bund.yaml").read_text(encoding="utf-8")
    tag = board("GET", "/api/v1/scenario").headers["etag"]
    assert board("POST", "/api/v1/overrides", json=document).status_code == 428
    assert board("POST", "/api/v1/overrides", {"if-match": '"old"'}, json=document).status_code == 412

    made = board("POST", "/api/v1/overrides", {"if-match": tag}, json=document)
    assert (made.status_code, made.json()["pick"]) == (201, "less")
    assert (folder / "bund.yaml").read_text(encoding="utf-8") == f"{before}  less:\n    releases.spill.volume: 80 m3\n"
    moved = board("POST", "/api/v1/run", json={"scenario": "bund.yaml", "sets": SETS}).json()
    picked = board("POST", "/api/v1/run", json={"scenario": "bund.yaml", "pick": "less"}).json()
    assert picked["grid"] == moved["grid"]
    assert picked["tiers"] == moved["tiers"]
    tag = board("GET", "/api/v1/scenario").headers["etag"]
    taken = board("POST", "/api/v1/overrides", {"if-match": tag}, json=document)
    assert (taken.status_code, "'less' is there already" in taken.json()["problems"][0]["en"]) == (422, True)


def test_a_board_that_only_reads_writes_nothing(folder):
    ask = of(Board(["bund.yaml"], read_only=True))
    before = (folder / "bund.yaml").read_bytes()
    tags = ask("GET", PATH).headers["etag"], ask("GET", "/api/v1/scenario").headers["etag"]

    assert ask("PUT", PATH, {"if-match": tags[0]}, json={"text": "", "anyway": True}).status_code == 403
    document = {"scenario": "bund.yaml", "sets": SETS, "name": "less"}
    assert ask("POST", "/api/v1/overrides", {"if-match": tags[1]}, json=document).status_code == 403
    assert ask("POST", "/api/v1/live", json={"scenario": "bund.yaml"}).status_code == 403
    assert not any(each["writable"] for each in ask("GET", "/api/v1/files").json()["files"])
    assert (folder / "bund.yaml").read_bytes() == before
