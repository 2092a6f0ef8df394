"""An exercise on the board: who sees what, what is refused, what several devices are told; and the log of `play`."""

import asyncio
import json
from pathlib import Path

import pytest

from sim.board import Board
from sim.board.exercise import Exercises
from sim.board.guard import Guard
from sim.cli import main
from sim.drill import Exercise
from sim.drill.listed import put_list
from sim.drill.master_list import Incident, MasterList
from sim.park import Name, Park
from tests.drill.test_play import LINES
from tests.water.by_hand import MINUTE

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")

TOKEN = "a-token-of-the-tests"
OURS = "http://127.0.0.1:8750"
KNOWN = {"authorization": f"Bearer {TOKEN}"}
HERE = "/api/v1/exercises"
MASTER = MasterList(Exercise(starts="2025-09-18T08:00:00"), Park("p", Name(), {}, {}, {}),
                    (Incident("i", Name("The spill that nobody knows of"), "", 200 * MINUTE),), LINES)  # fmt: skip


class Hands:
    """A clock that shows what it was set to."""

    now_s = 1000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def app(tmp_path, hands, monkeypatch):
    """A board whose folder holds the list of `LINES`, and whose clock the test sets."""
    from sim.board.web.app import app_of

    put_list(MASTER, tmp_path / "a-list.json", ())
    monkeypatch.setattr("sim.board.web.app.Exercises", lambda out: Exercises(out, hands))
    app = app_of(Board([]), Guard("127.0.0.1", 8750, TOKEN), "en", tmp_path)
    app.out = tmp_path
    return app


def asked(app, method, path, headers=KNOWN, **how):
    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=OURS) as client:
            return await client.request(method, f"{HERE}{path}", headers=headers, **how)

    return asyncio.run(ask())


@pytest.fixture
def begun(app):
    """The exercise as its director sees it, and the headers of an observer."""
    told = asked(app, "POST", "", json={"list": str(app.out / "a-list.json")})
    assert told.status_code == 201, told.text
    return told.json(), {"authorization": f"Bearer {told.json()['key']}"}


def move(app, id, seq, do, **others):
    return asked(app, "POST", f"/{id}/moves", json={"do": do, "seq": seq, **others})


def test_begins(app, begun):
    told, _ = begun
    print(json.dumps(told, indent=1)[:3000])
    assert told["clock"]["runs"]
