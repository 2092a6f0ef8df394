"""`sweep`: what it prints, what it leaves in its folder, and what it refuses."""

import csv
import json
from pathlib import Path

import pytest

from sim.cli import main

HERE = Path(__file__).parent
SMALL, MANY, POOL = HERE.parent / "small.yaml", HERE.parent / "many.yaml", HERE / "pool.yaml"
VOLUME, ROOM = "releases.spill.volume=50..150m3:3", "park.storages.bund.capacity=80..141m3:4"


def sweep(file, out, *more):
    return main(["sweep", str(file), "--workers", "1", "--out", str(out), *more])


def rows(place, name):
    file, = place.glob(f"*-sweep-*/{name}")
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_one_quantity_in_words(tmp_path, capsys):
    """
    From 100 m3, which 120 m3 hold with 20 m3 to spare, to 150 m3, of which 30 escape; halved nine times it is known to
    0.098 m3: 50 / 512.
    """
    assert sweep(SMALL, tmp_path, "--over", VOLUME) == 0
    said = capsys.readouterr().out

    assert "Swept: releases.spill.volume from 50 m3 to 150 m3 (3 values); 13 runs" in said
    assert "Plant: held up to 119.92 m3, breached from 120.02 m3 on\n" in said
    assert "As it is written (releases.spill.volume 100 m3): Plant held\n" in said
    assert [line.split() for line in said.splitlines() if line.rstrip().endswith((" left", "T+8 min"))] == [
        ["70", "m3", "left"], ["20", "m3", "left"], ["30", "m3,", "T+8", "min"]]  # fmt: skip


def test_one_quantity_in_tables(tmp_path):
    assert sweep(SMALL, tmp_path, "--over", VOLUME, "--quiet") == 0
    points, flips = rows(tmp_path, "points.csv"), rows(tmp_path, "flips.csv")

    assert [(row["releases.spill.volume [m3]"], row["verdict"]) for row in points] == [
        ("50.0", "held"), ("100.0", "held"), ("150.0", "breached")]  # fmt: skip
    assert float(points[2]["escaped [m3]"]) == pytest.approx(30)
    assert [(row["tier"], row["from"], row["to"]) for row in flips] == [("plant", "held", "breached")]
    assert float(flips[0]["releases.spill.volume before [m3]"]) <= 120
    assert rows(tmp_path, "failed.csv") == []


def test_what_it_was_made_from_is_there_and_gives_its_folder(tmp_path):
    """
    The same words the same folder with the same bytes; other values another one.
    """
    for over in (VOLUME, VOLUME, "releases.spill.volume=50..150m3:4"):
        sweep(SMALL, tmp_path, "--over", over, "--quiet")
    folders = sorted(tmp_path.iterdir())
    made = [json.loads((folder / "sweep.json").read_text(encoding="utf-8"))["over"] for folder in folders]

    assert sorted(made) == [["releases.spill.volume=50..150m3:3"], ["releases.spill.volume=50..150m3:4"]]
    assert sorted(file.name for file in (folders[0] / "figures").iterdir()) == ["sweep.png", "sweep.svg"]


def test_two_quantities_are_a_map(tmp_path, capsys):
    """
    80 m3 hold 50 m3 and neither 100 nor 150 m3, 141 m3 hold 100; whatever the bund, 80 m3 fit.
    """
    assert sweep(SMALL, tmp_path, "--over", VOLUME, "--over", ROOM) == 0
    said = capsys.readouterr().out
    drawn = [line.split() for line in said.splitlines() if line.endswith((" ·", " 1"))]

    assert drawn == [[room, *marks] for room, marks in
                     (("141", "··1"), ("120.67", "··1"), ("100.33", "··1"), ("80", "·11"))]  # fmt: skip
    one_line = " ".join(said.split())
    assert ("Plant: not breached up to releases.spill.volume = 79.98 m3, whatever park.storages.bund.capacity from "
            "80 m3 to 141 m3") in one_line  # fmt: skip
    assert ("Plant: with park.storages.bund.capacity = 80 m3, over releases.spill.volume: held up to 79.98 m3, "
            "breached from 80.08 m3 on") in one_line  # fmt: skip


def test_draws_are_told_with_their_interval(tmp_path, capsys):
    """
    0 of 8: (1 - p)^8 = 0.025 at p = 36.9 %.
    """
    over = "park.storages.bund.capacity=50,151m3"
    assert sweep(SMALL, tmp_path, "--over", over, "--runs", "8") == 0
    said = " ".join(capsys.readouterr().out.split())

    assert "8 draws at each, 16 runs" in said
    assert "50 8 of 8 at least 63.1 % 151 0 of 8 at most 36.9 %" in said
    assert [row["breached [-]"] for row in rows(tmp_path, "chances.csv")] == ["1.0", "0.0"]


def test_json_is_the_tables(tmp_path, capsys):
    assert sweep(SMALL, tmp_path, "--over", VOLUME, "--json") == 0
    found = json.loads(capsys.readouterr().out)

    assert sorted(found) == ["failed", "flips", "points"]
    assert found["points"][0]["first escape at [s]"] is None


def test_in_chinese(tmp_path, capsys):
    assert sweep(SMALL, tmp_path, "--over", VOLUME, "--lang", "zh") == 0
    said = capsys.readouterr().out

    assert "Plant：119.92 m3 及以下守住，120.02 m3 及以上失守\n" in said


def test_what_was_changed_is_said_and_what_is_swept_is_not(tmp_path, capsys):
    sweep(SMALL, tmp_path, "--over", VOLUME, "--set", "park.storages.bund.capacity=130 m3")
    said = capsys.readouterr().out

    assert said.count("Changed: ") == 1
    assert "Changed: park.storages.bund.capacity=130 m3\n" in said


WRONG = {
    (): "one or two quantities are swept, found 0; write --over once or twice",
    (VOLUME, ROOM, "horizon=1..2h"): "one or two quantities are swept, found 3; write --over once or twice",
    ("releases.spil.volume=5..9m3",): "a release named 'spil' is not there; did you mean 'spill'?",
    ("releases.spill.volum=5..9m3",): "unknown key 'volum'; did you mean 'volume'?",
    ("storages.bund.capacity=5..9m3",): "unknown key 'storages'; did you mean 'park.storages.bund.capacity'?",
    ("park.storages.bund.capacity=10..20L/s",): "10 L/s is a flow; a volume is wanted here, such as 500 m3",
    ("park.storages.bund.capacity=0..20m3",): "must be more than 0, found 0 m3",
    ("openings.drain=0..120%",): "a share must lie in 0 to 100 %, found 120%",
    ("releases.spill.volume=9..5m3",): "the range must rise, from the least to the most; found 9 m3 to 5m3",
    ("releases.spill.volume=5..5m3",): "the range must rise, from the least to the most; found 5 m3 to 5m3",
    ("releases.spill.volume=5..9",): "5 has no unit; write m3, 万m3 or L behind it",
    ("releases.spill.volume=5..9m3:1",): "'1' is no number of values; write one from 2 to 1000 behind the colon",
    ("releases.spill.volume=0..9m3/log",): "values a factor apart begin above 0, found 0 m3",
    ("releases.spill.volume=9m3",): "two different values at least are wanted, found 9m3",
    ("releases.spill.volume=5,,9m3",): "a value is missing; write PATH=LOW..HIGH:N or PATH=VALUE,VALUE,..., such as "
                                       "releases.rupture.volume=500..20000m3:40",
    ("releases.spill",): "write PATH=LOW..HIGH:N or PATH=VALUE,VALUE,..., such as "
                         "releases.rupture.volume=500..20000m3:40",
    ("releases.spill=5..9m3",): "no number stands here; name one, such as a volume, a time or a share",
    ("initial.pit.rain=5m3,9%",): "its values are of several sorts; write all of them alike, such as all as volumes or "
                                  "all as shares",
    ("horizon=1..2h",): "this number cannot be swept; of this file those of releases, fires, process_water, rain, "
                        "dirty_areas, river, initial, openings, actions, detection, response, faults can",
    ("releases.spill.rate=5..9L/s",): "releases.spill: volume and rate exclude each other; keep one",
    ("openings.drian=0..1",): "openings.drian: no link is named 'drian'; did you mean 'drain'?",
}  # fmt: skip


@pytest.mark.parametrize("over", WRONG)
def test_a_wrong_quantity_is_told(over, tmp_path, capsys):
    words = [word for each in over for word in ("--over", each)]

    assert sweep(MANY, tmp_path, *words) == 2
    said = capsys.readouterr().err
    head = f"1 problem:\n  --over {over[0]}: " if len(over) == 1 else ""
    assert said == f"{head}{WRONG[over]}\n"
    assert not list(tmp_path.iterdir())


def test_all_that_is_wrong_is_told_at_once(tmp_path, capsys):
    assert sweep(MANY, tmp_path, "--over", "releases.spil.at=1..2h", "--over", "releases.spill.at=2..1h") == 2
    said = capsys.readouterr().err

    assert said.startswith("2 problems:\n  --over releases.spil.at=1..2h: ")
    assert "\n  --over releases.spill.at=2..1h: the range must rise" in said


@pytest.mark.parametrize(("more", "said"), [
    (("--runs", "5", "--accuracy", "1%"), ("--accuracy is for turns of a verdict, and --runs looks for chances "
                                           "instead; leave one of the two out")),
    (("--seed", "7"), ("--seed and --sampling are for draws, and nothing is drawn here; write --runs N too, or leave "
                       "them out")),
    (("--accuracy", "2"), "--accuracy: must be a share between 0 and 100 %, found 2; write one such as 0.5 %"),
])  # fmt: skip
def test_an_option_that_would_mean_nothing_is_refused(more, said, tmp_path, capsys):
    assert sweep(SMALL, tmp_path, "--over", VOLUME, *more) == 2
    assert capsys.readouterr().err == f"{said}\n"


def test_a_table_is_no_quantity(tmp_path, capsys):
    over = "rain.storm.depths=1..2mm"

    assert sweep(POOL, tmp_path, "--over", over) == 2
    assert capsys.readouterr().err == (
        f"1 problem:\n  --over {over}: a table or a list stands here, and only a single number can be swept\n")


def test_a_quantity_is_swept_once(tmp_path, capsys):
    assert sweep(SMALL, tmp_path, "--over", VOLUME, "--over", "releases.spill.volume=1..2m3") == 2
    assert capsys.readouterr().err == (
        "1 problem:\n  --over releases.spill.volume=1..2m3: this quantity is swept already; name another one\n")
