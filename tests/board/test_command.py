"""The command that opens the board: which scenarios it offers, what it prints, and what it refuses."""

import re
import socket
from pathlib import Path

import pytest

import sim.cli.board
from sim.cli import main

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

ROOT = Path(__file__).parents[2]
SHIPPED = len(list((ROOT / "scenarios").glob("*.yaml")))
BUND = str(Path(__file__).parent / "bund.yaml")


@pytest.fixture(autouse=True)
def served(monkeypatch):
    """What would be served: the board and its guard."""
    monkeypatch.chdir(ROOT)
    found = []
    monkeypatch.setattr(sim.cli.board, "_serve", lambda board, guard, *rest: found.append((board, guard)))
    return found


def begun(*words):
    return main(["board", *words, "--port", "0", "--no-open"])


@pytest.mark.parametrize(("words", "first", "count"), [
    ([BUND], BUND, 1),
    (["docs/first-park"], "docs/first-park/fire.yaml", 2),
    (["docs/first-park/park.yaml"], "docs/first-park/fire.yaml", 2),
    (["configs/changshou-yanjia"], "scenarios/changshou-boundary-breach.yaml", SHIPPED),
    ([], "scenarios/changshou-boundary-breach.yaml", SHIPPED),
])  # fmt: skip
def test_it_offers_the_scenarios_that_are_meant(served, words, first, count):
    """
    One that is named, the two that lie beside the first park, and all that are shipped, which play in one park.
    """
    assert begun(*words) == 0
    (board, _), = served
    assert (board.scenarios[0], len(board.scenarios)) == (first, count)


def test_it_prints_an_address_with_a_token_of_its_own(served, capsys):
    """
    32 bytes, as 43 letters, another each time; on this machine only.
    """
    assert [begun(BUND), begun(BUND)] == [0, 0]
    one, other = re.findall(r"http://127\.0\.0\.1:\d+/#k=([\w-]{43})\n", capsys.readouterr().out)
    assert one != other
    assert [guard.token for _, guard in served] == [one, other]


@pytest.mark.parametrize(("words", "told"), [
    (["--host", "192.0.2.7"], "write --token WORD too"),
    (["--host", "0.0.0.0", "--token", "sixteen-letters-x"], "--host names the one address"),
    (["--token", "short"], "a token has 16 letters or more"),
    (["--token", "has spaces in it here"], "a token has 16 letters or more"),
    (["--port", "70000"], "'70000' is no port; write a whole number up to 65535"),
    (["nothing.yaml"], "nothing.yaml"),
    (["docs/sizing/published-bund.yaml"], "a sizing sheet"),
])  # fmt: skip
def test_what_cannot_be_is_refused(served, words, told, capsys):
    scenario = [] if words[0].endswith("yaml") else [BUND]

    assert main(["board", *scenario, *words, "--no-open"]) == 2
    assert told in capsys.readouterr().err
    assert served == []


def test_a_port_that_is_taken_is_told(served, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["board", BUND, "--port", port, "--no-open"]) == 2

    assert f"cannot listen at 127.0.0.1, port {port}: " in capsys.readouterr().err
    assert served == []


def test_a_folder_without_scenarios_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert begun() == 2
    assert "no scenario lies in scenarios/" in capsys.readouterr().err
