"""The board follows its files: what was written since is read anew, what is wrong is said, and pages are told."""

import os
import time
from pathlib import Path
from shutil import copy

import pytest

from sim.board import Board, State, watch
from sim.board.guard import Guard
from sim.board.jobs import Jobs
from sim.board.watch import EVERY_S, Watched
from sim.cli.onlooker import obey
from sim.errors import Problems

HERE = Path(__file__).parent


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The scenario and its park, which are looked at each time."""
    monkeypatch.setattr(watch, "EVERY_S", 0)
    return [copy(HERE / name, tmp_path) for name in ("bund.yaml", "bund-park.yaml")]


def rewritten(file, old, new):
    text = Path(file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), encoding="utf-8")


def escaped_m3(board, scenario):
    return board.answer(State(scenario, "", ())).result.verdict.tiers[0].escaped_m3


def test_what_changed_is_read_anew_in_the_scenario_and_in_its_park(files):
    """
    2 m3/min go out for 5 min: 10 m3. Shut a minute later 12 m3, and at 3 m3/min 18 m3.
    """
    scenario, park = files
    board = Board([scenario])
    seen = [escaped_m3(board, scenario)]
    first = board.prepared(scenario)
    assert board.prepared(scenario) is first

    rewritten(scenario, "after: 3 min", "after: 4 min ")
    seen.append(escaped_m3(board, scenario))
    rewritten(park, "capacity: 2 m3/min", "capacity: 3.0 m3/min")
    seen.append(escaped_m3(board, scenario))

    assert seen == pytest.approx([10, 12, 18])
    assert board.prepared(scenario).version != first.version


def test_what_may_be_picked_belongs_to_the_version_and_a_remark_does_not(files):
    scenario, _ = files
    board = Board([scenario])
    before = board.prepared(scenario).version
    rewritten(scenario, "# A bund", "# The bund")
    assert board.prepared(scenario).version == before
    rewritten(scenario, "  wide:", "  quick: {actions.shut-drain.after: 1 min}\n  wide:")
    assert board.prepared(scenario).version != before


def test_a_wrong_file_says_where_until_it_is_mended(files):
    """
    The file, the line and what would be right are named each time; mended, it answers as before.
    """
    scenario, park = files
    board = Board([scenario])
    before = board.prepared(scenario).version
    rewritten(park, "capacity: 120 m3", "capacity: 120 min")
    for _ in range(2):
        with pytest.raises(Problems, match=r"bund-park\.yaml:4.*120 min"):
            board.prepared(scenario)
    rewritten(park, "capacity: 120 min", "capacity: 120 m3")
    assert board.prepared(scenario).version == before


def test_files_are_looked_at_a_few_times_a_second_at_most(tmp_path):
    """
    Written at once after it was looked at, a file is as it was until the time is over; gone, it has changed.
    """
    file, now_s = tmp_path / "a", 0.0
    file.write_bytes(b"a")
    watched = Watched({str(file): b"a"}, lambda: now_s)
    assert Watched({str(file): b"b"}).changed()  # written between its reading and now

    os.remove(file)
    now_s = EVERY_S / 2
    assert not watched.changed()
    now_s = EVERY_S
    assert watched.changed()


def test_a_page_that_means_the_files_as_they_were_is_told(files, tmp_path):
    """
    Each path that plays refuses with the new ETag, under which it answers; in that version nothing is new.
    """
    pytest.importorskip("httpx")
    pytest.importorskip("starlette")
    from sim.board.web.app import app_of
    from tests.board.test_app import KNOWN, RUN, TOKEN, asked

    scenario, _ = files
    app = app_of(Board([scenario]), Guard("127.0.0.1", 8750, TOKEN), "en", tmp_path, Jobs(obey, tmp_path / "made"))
    old = asked(app, "GET", "/api/v1/scenario", headers=KNOWN).headers["etag"]
    rewritten(scenario, "volume: 100 m3", "volume: 90.0 m3")
    time.sleep(EVERY_S)  # the process beside the sliders looks for itself
    document = RUN | {"scenario": scenario, "path": "releases.spill.volume"}

    for path in ("run", "deadlines", "limits"):
        told = asked(app, "POST", f"/api/v1/{path}", headers=KNOWN | {"if-match": old}, json=document)
        assert (told.status_code, told.json()["problems"][0].keys()) == (412, {"en", "zh"})
    new = told.headers["etag"]
    assert asked(app, "POST", "/api/v1/run", headers=KNOWN | {"if-match": new}, json=document).status_code == 200
    assert asked(app, "GET", "/api/v1/scenario", headers=KNOWN | {"if-none-match": new}).status_code == 304
    assert asked(app, "GET", "/api/v1/scenario", headers=KNOWN | {"if-none-match": old}).status_code == 200
