"""A list brought to the page: told as the command tells it, and made into a park in a new folder and nowhere else."""

from pathlib import Path
from shutil import copy

import pytest

from sim.board import Board
from sim.cli import main
from sim.load import load_park
from tests.board.test_files_app import SMALL, of

LISTS = Path(__file__).parents[2] / "docs/from-list"
SENT = {"content-type": "application/octet-stream"}


@pytest.fixture
def ask(tmp_path, monkeypatch):
    for name in ("bund.yaml", "bund-park.yaml"):
        copy(SMALL / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    board = of(Board(["bund.yaml"]))
    return lambda words, data: board("POST", f"/api/v1/import?{words}", SENT, content=data)


@pytest.mark.parametrize("name", ["spaces.csv", "spaces.xlsx"])
def test_a_list_is_told_and_made_into_the_park_of_the_command(ask, tmp_path, name, capsys):
    """
    Looking at it writes nothing; the command reads the same file the same, and writes the same tables.
    """
    pytest.importorskip("python_calamine")
    data = (LISTS / name).read_bytes()
    told = ask(f"name={name}", data)
    assert (told.status_code, told.json()["folder"], told.json()["files"]) == (200, "spaces", [])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bund-park.yaml", "bund.yaml"]

    made = ask(f"name=..%2F{name}&folder=池", data)
    copy(LISTS / name, name)
    assert main(["import", "inventory", name, "--out", "other"]) == 0
    printed = capsys.readouterr().out.split("\n\n", 1)[1].rstrip("\n").split("\n")
    assert (made.status_code, made.json()["lines"]["en"]) == (201, printed)
    assert made.json()["files"] == [str(tmp_path / "池" / each) for each in ("park.yaml", "storages.csv", "sites.csv")]
    assert load_park(tmp_path / "池").storages == load_park("other").storages


def test_what_cannot_be_made_is_refused_and_leaves_nothing(ask, tmp_path):
    data = (LISTS / "spaces.csv").read_bytes()
    (tmp_path / "there").mkdir()
    for words, sent in (
        ("name=spaces.csv&folder=there", data), ("name=spaces.csv&folder=..%2Fnew", data),
        ("name=spaces.csv&folder=%2Fnew", data), ("name=spaces.txt&folder=new", data), ("name=&folder=new", data),
        ("name=spaces.csv&folder=new", b"a,b\n1,2\n"), ("name=spaces.xlsx&folder=new", b"PK\x03\x04 no workbook"),
    ):  # fmt: skip
        answer = ask(words, sent)
        assert (answer.status_code, len(answer.json()["problems"])) == (422, 1)
    read_only = of(Board(["bund.yaml"], read_only=True))
    assert read_only("POST", "/api/v1/import?name=spaces.csv&folder=new", SENT, content=data).status_code == 403
    assert read_only("POST", "/api/v1/import?name=spaces.csv", SENT, content=data).status_code == 200
    assert read_only("POST", "/api/v1/import?name=spaces.csv", content=data).status_code == 415
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bund-park.yaml", "bund.yaml", "there"]
