"""`validate` and `schema`: what they print and write."""

import json

from sim.cli import main
from sim.load import json_schema


def test_what_files_hold(place, capsys):
    assert main(["validate", ".", "park.yaml", "scenarios/spill.yaml"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "ok  .: park two-pools: 2 tiers, 2 storages, 2 links, 0 catchments, 0 plants",
        "ok  park.yaml: park two-pools: 2 tiers, 2 storages, 2 links, 0 catchments, 0 plants",
        "ok  scenarios/spill.yaml: scenario spill in park two-pools: 1 inflow, 1 action, 1 h; --pick drip",
    ]
    assert lines[3:5] == ["", "two-pools"]
    assert sum("pools" in line and "1,200" in line for line in lines[3:]) == 1


def test_park_that_publishes_nothing(place, capsys):
    path = place / "park.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("published:")[0], encoding="utf-8")

    assert main(["validate", "park.yaml"]) == 0

    assert capsys.readouterr().out == (
        "ok  park.yaml: park two-pools: 2 tiers, 2 storages, 2 links, 0 catchments, 0 plants\n"
    )


def test_nothing_is_written_unless_asked(place, capsys):
    before = sorted(place.rglob("*"))

    assert main(["validate", "park.yaml", "--quiet"]) == 0

    assert capsys.readouterr() == ("", "")
    assert sorted(place.rglob("*")) == before


def test_totals_go_into_a_table(place):
    """
    1,000 m3 of pools where 1,200 m3 were published.
    """
    assert main(["validate", "scenarios/spill.yaml", "park.yaml", "--quiet", "--out", "made/here"]) == 0

    assert (place / "made" / "here" / "reconciliation.csv").read_text(encoding="utf-8") == (
        "park,total,sum of,published,found,difference,agrees,source\n"
        "two-pools,pools,capacity_m3 of storages,1200.0,1000.0,-200.0,false,case book\n"
    )


def test_overrides_are_read_too(place, capsys):
    path = place / "scenarios" / "spill.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("200 s}", "200}"), encoding="utf-8")

    assert main(["validate", "scenarios/spill.yaml"]) == 2

    assert capsys.readouterr().err == (
        "1 problem:\n  scenarios/spill.yaml:10:33: releases.spill.lasts: 200 has no unit; write 200 min?\n"
    )


def test_schema_is_printed(place, capsys):
    assert main(["schema", "scenario"]) == 0

    assert json.loads(capsys.readouterr().out) == json_schema("scenario")


def test_schema_goes_into_a_folder(place, capsys):
    assert main(["schema", "park", "--out", ".vscode"]) == 0

    assert capsys.readouterr().out == ".vscode/park.schema.json\n"
    assert json.loads((place / ".vscode" / "park.schema.json").read_text(encoding="utf-8")) == json_schema("park")
