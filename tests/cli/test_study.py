"""`deadlines`, `limits`, `faults`, `recovery`: what they print, and what they leave beside the result."""

import json
import re
import shutil
from pathlib import Path

import pytest

from sim.cli import main
from sim.result import load_result
from tests.cli.results import folder, rows

PARK = """\
id: two-pools
basis: assumed
source: made up for tests
tiers:
  plant: {promise: nothing leaves the plant}
  public: {promise: nothing leaves the public facilities}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3}
  pool: {tier: public, kind: accident-pool, capacity: 100 m3, overflows_to: out}
links:
  drain: {name: Drain, kind: valve, from: bund, to: pool, capacity: 0.5 m3/s, opening: open, transfer: true}
  late: {kind: valve, from: pool, to: treated, capacity: 1 L/s, opening: shut}
crews:
  duty: {teams: 1}
sheets:
  drain-shut: {name: {en: Shut the drain, zh: 关闭排水阀}, facility: drain, operation: shut, crew: duty, travel: 1 min,
    work: 30 s}
  late-open: {facility: late, operation: open, work: 10 s}
sensors:
  eye: {kind: camera, storage: bund}
"""

FIRE = """\
park: ..
horizon: 10 min
basis: assumed
source: made up for tests
releases:
  spill: {into: bund, at: 0 min, rate: 1 m3/s, lasts: 8 min}
response:
  shut: {when: detected, do: [drain-shut, late-open]}
overrides:
  slow: {park.sheets.drain-shut.work: 4 min}
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "scenarios" / "fire.yaml").write_text(FIRE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_deadlines(place, capsys):
    """
    The drain passes 0.5 m3/s from 0 s on; the pool's 100 m3 are there at 200 s. Shut at 90 s: 110 s, 1 min 50 s, to
    spare. (1 L/s out of the pool from 10 s on changes that by 0.4 s.)
    """
    assert main(["deadlines", "scenarios/fire.yaml"]) == 0
    seen = capsys.readouterr()

    assert "least to spare: 1 min 50 s, Shut the drain (drain-shut)" in " ".join(seen.out.split())
    assert "T+3 min 20 s" in seen.out
    assert "T+1 min 30 s" in seen.out
    assert "No tier's verdict hangs on the time of: late-open" in seen.out
    found = {(row["action"], row["tier"]): row for row in rows(folder(place) / "deadlines.csv")}
    assert float(found["drain-shut", "public"]["latest [s]"]) == pytest.approx(200, abs=1)
    assert found["late-open", "public"]["latest [s]"] == "inf"


def test_a_late_action_is_late(place, capsys):
    """
    Done at 60 + 240 s: 100 s late. Ordered at 0 s it cannot be done by 200 s, so it is no action in reach.
    """
    main(["deadlines", "scenarios/fire.yaml", "--pick", "slow"])

    said = " ".join(capsys.readouterr().out.split())
    assert "1 min 40 s too late" in said
    assert "no single action in reach would have kept it" in said


def test_an_action_that_was_ordered_late_is_in_reach(place, capsys):
    """
    Ordered 150 s after the camera saw it: 150 + 60 + 30 s, 40 s late. Ordered at once it were done at 90 s.
    """
    main(["deadlines", "scenarios/fire.yaml", "--set", "response.shut.after=150 s"])

    said = " ".join(capsys.readouterr().out.split())
    assert "late by 40 s: Shut the drain (drain-shut); by T+3 min 20 s" in said


def test_limits(place, capsys):
    """
    480 m3 are spilt, 45 m3 of it into the pool; the bund could take 600 + 45 = 645 m3.
    """
    assert main(["limits", "scenarios/fire.yaml"]) == 0
    seen = capsys.readouterr()

    assert "At most spill" in seen.out
    (plant, _) = rows(folder(place) / "limits.csv")
    assert (plant["load"], plant["unit"], float(plant["is"])) == ("spill", "m3", 480)
    assert float(plant["largest held"]) == pytest.approx(645, rel=0.01)
    assert "holds up to: spill 64" in " ".join(seen.out.split())


def test_space(place, capsys):
    """
    Shut at 300 s, 150 m3 went into the pool, less 1 L/s from 10 s on: 49.7 m3 more would have kept it in.
    """
    main(["limits", "scenarios/fire.yaml", "--pick", "slow"])

    first = rows(folder(place) / "space.csv")[0]
    assert (first["tier"], first["storage"]) == ("public", "pool")
    assert float(first["extra [m3]"]) == pytest.approx(49.7, abs=1)
    assert re.search(r"public would have held with (49\.\d|50) m3 more in pool", capsys.readouterr().out)


def test_faults(place, capsys):
    """
    Without the drain valve, the crew or the camera the pool runs over.
    """
    assert main(["faults", "scenarios/fire.yaml"]) == 0
    seen = capsys.readouterr()

    worse = {row["fault"] for row in rows(folder(place) / "faults.csv") if row["worse"]}
    assert worse == {"drain", "duty", "eye"}
    assert "does not come: duty" in seen.out
    assert "4 single faults tried: 4 change what happens, 3 make a verdict worse" in seen.out
    assert (folder(place) / "fault-pairs.csv").is_file()


def test_only_some_faults(place):
    main(["faults", "scenarios/fire.yaml", "--of", "crew,sensor", "--no-pairs", "--quiet"])

    assert {row["fault"] for row in rows(folder(place) / "faults.csv")} == {"duty", "eye"}
    assert not (folder(place) / "fault-pairs.csv").exists()


def test_studies_stay_beside_the_result_of_the_same_input(place):
    """
    A run leaves what `deadlines` found; a run of something else has a folder of its own; the result loads.
    """
    main(["deadlines", "scenarios/fire.yaml", "--quiet"])
    before = (folder(place) / "deadlines.csv").read_bytes()
    main(["limits", "scenarios/fire.yaml", "--quiet"])
    main(["run", "scenarios/fire.yaml", "--quiet"])

    assert (folder(place) / "deadlines.csv").read_bytes() == before
    assert (folder(place) / "limits.csv").is_file()
    assert load_result(folder(place)).verdict.tier("public").verdict == "held"


def test_json(place, capsys):
    main(["deadlines", "scenarios/fire.yaml", "--json"])
    found = json.loads(capsys.readouterr().out)

    assert {row["action"] for row in found["deadlines"]} == {"drain-shut", "late-open"}
    assert [row["latest [s]"] for row in found["deadlines"] if row["action"] == "late-open"] == [None, None]


def test_chinese(place, capsys):
    main(["deadlines", "scenarios/fire.yaml", "--lang", "zh"])

    assert "时限最紧：关闭排水阀 (drain-shut)，富余1 min 50 s" in capsys.readouterr().out


def test_a_run_tells_how_its_warnings_ended(place, capsys):
    """
    The camera's alarm at 0 s is closed when both sheets are done, at 90 s.
    """
    main(["run", "scenarios/fire.yaml"])

    assert "Warnings: 1 of 1 closed within 30 min; the longest was open for 1 min 30 s" in capsys.readouterr().out
    (row,) = rows(folder(place) / "warnings.csv")
    assert (row["sensor"], float(row["closed at [s]"]), row["within 30 min"]) == ("eye", 90, "true")
    done = {row["action"]: float(row["done at [s]"]) for row in rows(folder(place) / "actions.csv")}
    assert done == {"drain-shut": 90, "late-open": 10}


def test_by_lot(place):
    """
    With a seed the folder is named for it, and the manifest knows it; the same seed gives the same bytes.
    """
    for out in ("one", "two"):
        main(["run", "scenarios/fire.yaml", "--quiet", "--seed", "7", "--out", out])
    (one,), (two,) = (list((place / out).iterdir()) for out in ("one", "two"))

    assert "-seed7-" in one.name
    assert json.loads((one / "manifest.json").read_text(encoding="utf-8"))["seed"] == 7
    assert (one / "events.csv").read_bytes() == (two / "events.csv").read_bytes()


# Recovery

PLANT = Path(__file__).parents[2] / "docs" / "small-plant"


@pytest.fixture
def plant(tmp_path, monkeypatch):
    """The small plant of the planners' page: its arithmetic is at the top of `fire.yaml`."""
    shutil.copytree(PLANT, tmp_path / "plant")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_recovery(plant, capsys):
    """
    The pool waits 10.13 h and the plant 16.13 h; a day later all 5,000 m3 of the pool are there again.
    """
    assert main(["recovery", "plant/fire.yaml"]) == 0
    out = " ".join(capsys.readouterr().out.split())

    assert "empty again 16 h 7 min after the end, waits for Headroom of the treatment plant" in out
    assert "Recovery: from T+24 h on transfers towards treatment run (3), all else as it stands" in out
    assert "The whole park held 2,221 m3 at the end, and is empty again 16 h 7 min after it." in out
    found = {row["id"]: row for row in rows(folder(plant) / "recovery.csv")}
    assert {id: row["what"] for id, row in found.items()} == {
        "pool": "storage", "plant": "storage", "public": "tier", "small-plant": "park",
    }  # fmt: skip
    assert float(found["pool"]["back after [s]"]) / 3600 == pytest.approx(6 + 660 / 160)
    assert found["pool"]["waits for"] == "headroom"
    room = {(row["after [s]"], row["what"]): row for row in rows(folder(plant) / "second-event.csv")}
    assert float(room["86400.0", "park"]["room [m3]"]) == 5000


def test_recovery_of_what_the_plant_refuses(plant, capsys):
    """
    2,240 m3 at 60 m3/h.
    """
    main(["recovery", "plant/fire.yaml", "--pick", "dirty"])
    out = " ".join(capsys.readouterr().out.split())

    assert "refusals: 1; still so at the end" in out
    assert "empty again 37 h 19 min after the end, waits for Treatment unit beside the pool" in out


def test_recovery_in_chinese(plant, capsys):
    main(["recovery", "plant/fire.yaml", "--lang", "zh", "--pick", "upset-basin-counts"])
    out = "".join(capsys.readouterr().out.split())

    assert "污水处理厂事故池北池计入应急容积，不符合GB/T50483的规定，理由：经协议由污水厂为园区保持空置" in out
    assert "进水超限拒收：事故池至污水处理厂，T+0min起，共1次；T+3h30min恢复接纳" in out
    assert "事故结束后16h7min腾空，受制于污水处理厂富余能力" in out
    assert "全园" in out


def test_recovery_later_and_not_so_long(plant, capsys):
    """
    From T+30 h on: 60 m3/h of the unit alone for 6 h, 360 m3; the study ends 12 h after the horizon.
    """
    main(["recovery", "plant/fire.yaml", "--from", "30 h", "--up-to", "12 h", "--json"])
    found = json.loads(capsys.readouterr().out)
    (pool,) = [row for row in found["recovery"] if row["id"] == "pool"]

    assert pool["why not back"] == "still"
    assert pool["left at the end [m3]"] == pytest.approx(2221 - 360 - 6 * 260)
    assert found["second-event"] == []


def test_a_second_accident_starts_from_what_is_still_full(plant, capsys):
    """
    6 h after the horizon 2,221 - 1,560 = 661 m3 stand in the pool and 600 in the plant.
    """
    main(["recovery", "plant/fire.yaml", "--quiet", "--levels-at", "6 h", "levels.csv"])
    levels = {row["storage"]: row for row in rows(plant / "levels.csv")}
    assert {id: float(row["level [m3]"]) for id, row in levels.items()} == pytest.approx({"pool": 661, "plant": 600})
    assert levels["pool"]["time"] == "2025-07-15 14:00:00+08:00"

    starts = "starts=2025-07-15 14:00 +08:00"
    assert main(["run", "plant/fire.yaml", "--levels", "levels.csv", "--set", starts, "--out", "second"]) == 0
    (second,) = (plant / "second").iterdir()
    (pool,) = [row for row in rows(second / "margins.csv") if row["storage"] == "pool"]
    assert float(pool["occupied [m3]"]) == pytest.approx(661)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--levels-at", "soon", "levels.csv"], "--levels-at: 'soon' is not a time"),
        (["--levels-at", "100 d", "levels.csv"], "the study ends 2160 h after the horizon"),
        (["--levels-at", "1 d", "nowhere/levels.csv"], "nowhere/levels.csv: the levels cannot be written"),
        (["--from", "100 d", "--up-to", "1 d"], "let them begin earlier, or look further with --up-to"),
    ],
)
def test_recovery_that_cannot_be(plant, words, message, capsys):
    assert main(["recovery", "plant/fire.yaml", *words]) == 2
    assert message in capsys.readouterr().err


def test_what_counts_against_the_rule_is_said_everywhere(plant, capsys):
    """
    By `validate`, in the terminal and in summary.json; without the override nothing is said.
    """
    why = "Upset basin North basin is counted as emergency space although GB/T 50483 forbids it: the plant keeps it"
    main(["run", "plant/fire.yaml", "--pick", "upset-basin-counts", "--json"])
    told = json.loads(capsys.readouterr().out)["counted_against_rule"]
    main(["run", "plant/fire.yaml", "--pick", "upset-basin-counts"])
    assert why in " ".join(capsys.readouterr().out.split())
    main(["run", "plant/fire.yaml", "--json"])
    assert json.loads(capsys.readouterr().out)["counted_against_rule"] == {}
    (resolved,) = (plant / "results").glob("*upset*/resolved/park*")
    main(["validate", str(resolved)])

    assert why in " ".join(capsys.readouterr().out.split())
    assert told["upset"]["zh"] == "经协议由污水厂为园区保持空置"
