"""An accident that goes on, as the board's interface has it."""

import asyncio
import json
from pathlib import Path

import pytest

from sim.board import Board
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.board.live import Live
from sim.cli.onlooker import obey
from sim.drill.log import What

pytest.importorskip("starlette")
httpx = pytest.importorskip("httpx")

BUND = str(Path(__file__).parent / "bund.yaml")
TOKEN = "a-token-of-the-tests"
KNOWN = {"authorization": f"Bearer {TOKEN}"}
STARTS = "2025-07-14T14:00:00+08:00"
AT_4 = "?now=2025-07-14T14:04:00%2B08:00"
API = Path(__file__).parents[2] / "docs/board-api.json"
KEYS = json.loads(API.read_text(encoding="utf-8"))["components"]["schemas"]


class Asking:
    """A board with one event that began, four minutes ago by the time it is asked about."""

    def __init__(self, folder):
        from sim.board.web.app import app_of

        self.folder = folder
        self.app = app_of(Board([BUND]), Guard("127.0.0.1", 8750, TOKEN), "en", folder, Jobs(obey, folder / "made"))
        self.id = self("POST", "/api/v1/live", {"scenario": BUND, "starts": STARTS})[1]["id"]
        self.path = f"/api/v1/live/{self.id}"

    def __call__(self, method, path, document=None, **headers):
        async def ask():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8750") as client:
                sent = {} if document is None else {"json": document}
                return await client.request(method, path, headers=KNOWN | headers, **sent)

        answer = asyncio.run(ask())
        return answer.status_code, answer.json() if "json" in answer.headers.get("content-type", "") else answer.text


@pytest.fixture
def asking(tmp_path):
    return Asking(tmp_path)


def test_an_event_is_entered_into_and_corrects_the_run(asking):
    """
    At 4 min 42 m3 are measured where 32 m3 were expected; the drain, of 2 m3/min, was shut at 3 min: 6 m3 escaped, and
    the measured level leaves 38 m3 that are 4 m3 more than expected then.
    """
    rows = [{"storage": "bund", "level": "42 m3", "time": "2025-07-14 14:04"}]
    entered = asking("POST", f"{asking.path}/levels{AT_4}", {"levels": rows, "who": "Li"})
    assert entered == (201, {"id": asking.id, "seq": 1})
    status, told = asking("GET", asking.path + AT_4)
    assert (status, told["seq"], told["now_s"], told["starts"]) == (200, 1, 240.0, STARTS)
    level, = told["levels"]
    assert (level["measured_m3"], level["age_s"], level["more_m3"]) == (42.0, 0.0, pytest.approx(10.0))
    assert set(told) == set(KEYS["Situation"]["properties"])

    done = {"do": "done", "action": "shut-drain", "at": "2025-07-14T14:03:00+08:00", "seen": 1}
    assert asking("POST", f"{asking.path}/entries{AT_4}", done)[0] == 201
    told = asking("GET", asking.path + AT_4)[1]
    assert told["tiers"][0]["amount"] == "6\xa0m³"
    assert told["levels"][0]["more_m3"] == pytest.approx(8.0)
    assert [each["seq"] for each in told["log"]] == [2, 1]
    due = asking("GET", f"{asking.path}/due{AT_4}")[1]
    assert (set(due), due["due"]) == (set(KEYS["Due"]["properties"]), [])  # it is done


def test_what_must_be_done_is_asked_for_from_now_on(asking):
    """
    The bund drains 2 m3/min, of 100 m3: whatever is shut after 50 min keeps nothing back. Nothing before now is told.
    """
    due = asking("GET", f"{asking.path}/due{AT_4}")[1]["due"]
    assert all(each["latest_s"] >= 240.0 for each in due)
    assert all(each["left_s"] == pytest.approx(each["latest_s"] - 240.0) for each in due)


def test_rows_are_taken_whole_or_not_at_all(asking):
    table = "storage,level,time\nbund,42 m3,2025-07-14 14:02\nbundd,1 m3,2025-07-14 14:02\npit,3 m3,2025-07-14 14:09\n"
    status, told = asking("POST", f"{asking.path}/levels{AT_4}", {"csv": table})
    assert status == 422
    assert [each["en"].partition("levels:")[2] for each in told["problems"]] == [
        "3:1: bundd: no storage is named 'bundd'; did you mean 'bund'?",
        ("4:10: pit.time: measured 5 min from now, which nobody can have; it is 4 min since the accident began, at "
         "2025-07-14 14:00:00+08:00"),
    ]
    assert asking("GET", asking.path + AT_4)[1]["seq"] == 0


def test_who_is_late_is_told_what_came_between(asking):
    done = {"do": "done", "action": "shut-drain", "at": "2025-07-14T14:03:00+08:00", "seen": 0}
    first, again, (status, told) = (asking("POST", f"{asking.path}/entries", done, **{"idempotency-key": key})
                                    for key in ("a", "a", "b"))  # fmt: skip
    assert first == again == (201, {"id": asking.id, "seq": 1})
    assert (status, told["between"]) == (409, [{"seq": 1, "do": "done", "action": "shut-drain"}])
    assert asking("POST", f"{asking.path}/entries", {"do": "take back", "entry": 1, "seen": 1})[0] == 201


def test_a_board_that_was_killed_goes_on(asking):
    """
    What another process makes of the journal is what this one had; the log is a log.
    """
    done = {"do": "done", "action": "shut-drain", "at": "2025-07-14T14:03:00+08:00"}
    asking("POST", f"{asking.path}/entries", done)
    other = Asking(asking.folder)
    assert {each["id"] for each in other("GET", "/api/v1/live")[1]["events"]} == {asking.id, other.id}
    assert other("GET", asking.path + AT_4) == asking("GET", asking.path + AT_4)
    assert "shut-drain,done,T+0:03:00" in asking("GET", f"{asking.path}/log.csv")[1]
    row, = Live.resume(asking.folder / f"{asking.id}.jsonl").log().rows
    assert row.what is What.DONE


def test_what_is_not_there_is_not_found(asking):
    for path in ("/api/v1/live/another", "/api/v1/live/..%2Fsecret", "/api/v1/live/A"):
        assert asking("GET", path)[0] == 404
    assert asking("POST", "/api/v1/live", {"scenario": "elsewhere.yaml"})[0] == 422
    assert asking("POST", f"{asking.path}/entries", {"do": "undo"})[0] == 422
