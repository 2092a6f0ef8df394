"""What a monitoring platform reads: right as text, true of the scenario, absent where there is nothing to say."""

import asyncio
import re
from datetime import datetime
from pathlib import Path

import pytest

from sim.board import Board
from sim.board.board import AsWritten
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.board.live import Do, Entry, Head, Level, Live
from sim.board.metrics import Counts, Metric, live_metrics, metrics_of, written
from sim.cli.onlooker import obey
from sim.ensemble.player import TierOutcome

HERE = Path(__file__).parent
BUND = str(HERE / "bund.yaml")
TOKEN = "a-token-of-the-tests"
SAMPLE = re.compile(r'(\w+)(?:\{((?:\w+="(?:[^"\\\n]|\\[\\n"])*",?)*)\})? (\S+)')


def read(text):
    """The samples of a text as a scraper reads them: by name and labels."""
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, labels, value = SAMPLE.fullmatch(line).groups()
            found[name, *re.findall(r'\w+="((?:[^"\\]|\\.)*)"', labels or "")] = float(value)
    return found


def test_label_values_are_escaped_and_no_numbers_left_out():
    """
    A backslash, a quote and a new line stay within their quotes; a metric without samples says nothing.
    """
    text = written([
        Metric("a", "gauge", "A.", [("", {"of": 'x\\"\n长寿'}, 0.1), ("", {"of": "none"}, float("nan"))]),
        Metric("b", "gauge", "B.", [("", {}, float("nan"))]),
    ])  # fmt: skip

    assert text == '# HELP a A.\n# TYPE a gauge\na{of="x\\\\\\"\\n长寿"} 0.1\n'


def test_scenarios_that_are_kept_ready_are_told_as_written():
    """
    As written 2 m3/min go out for 5 min: 10 m3 escape; the override's 5 m3/min are 25 m3. What escaped is the margin.
    """
    board = Board([BUND])
    for pick in ("", "wide"):
        board.prepared(BUND, pick)
    board.play_as_written()
    assert not board.unplayed
    found = read(written(metrics_of(Counts(), board.as_written(), "1.2")))

    for pick, escaped_m3 in (("", 10), ("wide", 25)):
        of = (BUND, pick, "plant")
        verdicts = [found["three_tier_verdict", *of, each] for each in ("untouched", "held", "relieved", "breached")]
        assert verdicts == [0, 0, 0, 1]
        assert found["three_tier_escaped_m3", *of] == pytest.approx(escaped_m3, abs=1e-6)
        assert found["three_tier_margin_m3", *of] == pytest.approx(-escaped_m3, abs=1e-6)
        assert found["three_tier_scenario_stale", BUND, pick] == 0


def test_a_tier_that_no_accident_water_reached_has_no_margin():
    dry = TierOutcome("held_uncounted", False, 0.0, float("nan"), float("nan"))
    found = read(written(metrics_of(Counts(), [AsWritten("a.yaml", "", {"public": dry}, False)], "1.2")))

    assert found["three_tier_verdict", "a.yaml", "", "public", "held"] == 1
    assert found["three_tier_escaped_m3", "a.yaml", "", "public"] == 0
    assert "three_tier_margin_m3" not in {name for name, *_ in found}


def test_a_stale_scenario_has_no_tiers():
    found = read(written(metrics_of(Counts(), [AsWritten("a.yaml", "wet", {}, True)], "1.2")))

    assert {name for name, *_ in found if name in ("three_tier_verdict", "three_tier_escaped_m3")} == set()
    assert found["three_tier_scenario_stale", "a.yaml", "wet"] == 1


@pytest.fixture
def scenario(tmp_path):
    for name in ("bund.yaml", "bund-park.yaml"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    return tmp_path / "bund.yaml"


def test_a_board_tells_what_it_did(scenario):
    """
    Two runs are answered and one could not be played, one is refused and one overtaken. Then the file is wrong, and
    mended again.
    """
    httpx = pytest.importorskip("httpx")
    pytest.importorskip("starlette")
    from sim.board.web.app import app_of

    path, board = str(scenario), Board([str(scenario)])
    app = app_of(board, Guard("127.0.0.1", 8750, TOKEN), "en", scenario.parent, Jobs(obey, scenario.parent / "made"))
    right = scenario.read_text(encoding="utf-8")

    async def scraped(client):
        answer = await client.get("/metrics")
        assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
        return read(answer.text)

    def put(text):
        scenario.write_text(text, encoding="utf-8")
        for each in board._kept.values():
            each.files._looked_s = float("-inf")  # as if it were looked at long ago

    async def ask():
        known = {"authorization": f"Bearer {TOKEN}"}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8750",
                                     headers=known) as client:  # fmt: skip
            empty = await scraped(client)
            assert (await client.get("/metrics", headers={"authorization": "Bearer other"})).status_code == 401
            for sets, number, status in (({}, 2, 200), ({}, 1, 409), ({"horizon": "x"}, 3, 422), ({}, 4, 200)):
                document = {"scenario": path, "sets": sets, "page": "p", "number": number}
                assert (await client.post("/api/v1/run", json=document)).status_code == status
            full = await scraped(client)
            put("wrong")
            wrong = await scraped(client)
            put(right)
            return empty, full, wrong, await scraped(client)

    empty, full, wrong, mended = asyncio.run(ask())
    verdict = ("three_tier_verdict", path, "", "plant", "breached")

    assert [key for key in empty if path in key] == []
    assert empty["three_tier_runs_total", "answered"] == 0
    assert [full["three_tier_runs_total", each] for each in ("answered", "wrong")] == [2, 1]
    assert full["three_tier_run_seconds_count",] == 2
    assert full["three_tier_run_seconds_sum",] > 0
    assert (full["three_tier_refused_total", "token"], full["three_tier_overtaken_total",]) == (1, 1)
    assert verdict in full
    assert (wrong["three_tier_scenario_stale", path, ""], verdict in wrong) == (1, False)
    assert (mended["three_tier_scenario_stale", path, ""], mended[verdict]) == (0, full[verdict])


def test_an_event_is_told_of_while_it_goes_on(tmp_path):
    """
    At 8 min the last level of the pool is 4 min old. Of a deadline nothing is told before somebody has asked for it,
    nor once something was entered since.
    """
    live = Live.begin(tmp_path, Head("docs/first-park/plan.yaml", starts="2025-07-14T14:00:00+08:00"))
    live.add(Entry(Do.LEVELS, levels=(Level("pool", 120.0, 1.0), Level("pool", 240.0, 1.0))))
    now = datetime.fromisoformat("2025-07-14T14:08:00+08:00")
    due = "three_tier_event_next_deadline_seconds", "x"
    assert due not in read(written(live_metrics({"x": live}, now)))
    first_s = min(each.latest_s for each in live.due(240.0) if each.needed)
    found = read(written(live_metrics({"x": live}, now)))
    assert found["three_tier_event_level_age_seconds", "x", "pool"] == 240
    assert found[due] == pytest.approx(first_s - 480.0)
    word = live.forecast().result.verdict.tiers[0].verdict
    assert found["three_tier_event_verdict", "x", "plant", word] == 1

    live.add(Entry(Do.LEVELS, levels=(Level("pool", 300.0, 1.0),)))
    found = read(written(live_metrics({"x": live}, now)))
    assert found["three_tier_event_entries", "x"] == 2
    assert due not in found
