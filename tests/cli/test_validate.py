"""`validate` and `schema`: what they print and write."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli import main
from sim.load import json_schema

PLAN = Path(__file__).parent.parent / "lint" / "plan" / "spill.yaml"


def test_what_files_hold(place, capsys):
    assert main(["validate", ".", "park.yaml", "scenarios/spill.yaml"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "ok  .: park two-pools: 2 tiers, 2 storages, 2 links",
        "ok  park.yaml: park two-pools: 2 tiers, 2 storages, 2 links",
        "ok  scenarios/spill.yaml: scenario spill in park two-pools: 1 inflow, 1 action, 1 h; --pick drip",
    ]
    assert lines[3:5] == ["", "two-pools"]
    assert sum("pools" in line and "1,200" in line for line in lines[3:]) == 1


def test_park_that_publishes_nothing(place, capsys):
    path = place / "park.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("published:")[0], encoding="utf-8")

    assert main(["validate", "park.yaml"]) == 0

    assert capsys.readouterr().out == (
        "ok  park.yaml: park two-pools: 2 tiers, 2 storages, 2 links\n"
    )


def test_nothing_is_written_unless_asked(place, capsys):
    before = sorted(place.rglob("*"))

    assert main(["validate", "park.yaml", "--quiet"]) == 0

    assert capsys.readouterr() == ("", "")
    assert sorted(place.rglob("*")) == before


def test_a_program_reads_what_files_hold(fought, capsys):
    """
    The scenario with two rules that fight, its park with 1,000 m3 of pools where 1,200 m3 were published.
    """
    assert main(["validate", "scenarios/spill.yaml", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert [(each["file"], each["park"], each["scenario"], each["picks"]) for each in told["files"]] == [
        ("scenarios/spill.yaml", "two-pools", "spill", ["drip"])
    ]
    assert told["files"][0]["counts"] == {"inflows": 1, "actions": 0, "rules": 2}
    assert [(each["pick"], each["rules"], each["text"]) for each in told["conflicts"]] == [
        (None, ["stop", "start"], f"rules stop and start: {SAID}")
    ]
    assert [(each["total"], each["difference"]) for each in told["totals"]] == [("pools", -200.0)]
    assert told["problems"] == []


@pytest.mark.parametrize(("language", "said"), [("en", "200 has no unit; write min, h or d behind it"),
                                                ("zh", "200 没有单位；请在其后写 min、h或d")])  # fmt: skip
def test_a_program_reads_every_problem(place, capsys, language, said):
    path = place / "scenarios" / "spill.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("200 s}", "200}"), encoding="utf-8")

    assert main(["validate", "scenarios/spill.yaml", "--json", "--lang", language]) == 2

    out, err = capsys.readouterr()
    assert json.loads(out)["problems"] == [f"scenarios/spill.yaml:10:33: releases.spill.lasts: {said}"]
    assert err == ""


def test_what_files_hold_in_chinese(place, capsys):
    assert main(["validate", "park.yaml", "scenarios/spill.yaml", "--lang", "zh"]) == 0

    assert capsys.readouterr().out.splitlines()[:2] == [
        "ok  park.yaml: 园区 two-pools：2级防线、2处储存设施、2条连接",
        "ok  scenarios/spill.yaml: 情景 spill（园区 two-pools）：1项来水、1项行动、历时1 h；可选 --pick drip",
    ]


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
        "1 problem:\n  scenarios/spill.yaml:10:33: releases.spill.lasts: 200 has no unit; write min, h or d behind it\n"
    )


FOUGHT = """\
response:
  stop: {when: {at: 10 min}, do: stop-drain}
  start: {when: {at: 10 min}, do: start-drain}
"""
SHEETS = """\
sheets:
  start-drain: {facility: drain, operation: start}
  stop-drain: {facility: drain, operation: stop}
"""


SAID = (
    "stop stops drain and start starts the same, both at T+10 min; leave one out, or let one wait until a sheet of the "
    "other is done"
)


WORSE = """\
overrides:
  short: {releases.spill.lasts: 200 s}
  later: {response.start.when: {at: 30 min}}
  worse: {response.again: {when: {storage: pool, above: 50 %}, do: stop-drain}}
  watched: {park.sensors.eye: {kind: level, storage: pool, above: 50 %},
            response.again: {when: {alarm: eye}, do: start-drain}}
  other-pump: {park.links.drain.lag: 1 min, response.start.after: 1 min}
"""


@pytest.fixture
def fought(place):
    """The folder with a scenario of which two rules fight each other."""
    for name, more in (("park.yaml", SHEETS), ("scenarios/spill.yaml", FOUGHT)):
        path = place / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("actions:\n  pump: {at: 10 min, start: drain}\n", "") + more, encoding="utf-8")
    return place


def test_conflicts_of_a_response_plan_are_named(fought, capsys):
    assert main(["validate", "scenarios/spill.yaml"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:5] == [
        "ok  scenarios/spill.yaml: scenario spill in park two-pools: 1 inflow, 0 actions, 2 rules, 1 h; --pick drip",
        "",
        "1 conflict in the response plan of spill:",
        f"  rules stop and start: {SAID}",
        "",
    ]


def test_what_picks_add_is_named(fought, capsys):
    """
    short and later add nothing to the fight between start and stop, nor does a minute more; worse a rule that stops
    the pump on a level, watched one on an alarm of a sensor that the park has only then.
    """
    path = fought / "scenarios" / "spill.yaml"
    before, _, after = path.read_text(encoding="utf-8").partition("overrides:")
    path.write_text(before + WORSE + after[after.index("response:") :], encoding="utf-8")

    assert main(["validate", "scenarios/spill.yaml"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[2:5] == ["1 conflict in the response plan of spill:", f"  rules stop and start: {SAID}",
                          "more with --pick worse:"]  # fmt: skip
    assert [line.partition(":")[0] for line in lines[5:11]] == [
        "  rules start and again", "  rule again", "more with --pick watched", "  rules stop and again", "  rule again",
        "",
    ]  # fmt: skip
    assert lines[9].startswith("  rule again: set off by eye, which has no dead band")


def test_what_picks_plant_is_named(capsys):
    """
    Nothing is wrong with the plan; `fought` plants five conflicts, one of each kind.
    """
    assert main(["validate", str(PLAN)]) == 0
    assert main(["validate", str(PLAN), "--quiet", "--fail-on-conflict"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines[2:4] == ["No conflicts in the response plan of Spill at the bund.", "more with --pick fought:"]
    assert [line.partition(":")[0].strip() for line in lines[4:]] == [
        "rules lift-on and lift-off", "nobody calls, on the accident water's way", "rules lift-on and treat",
        "rule by-hand", "rules look and reopen",
    ]  # fmt: skip


def test_a_plan_that_only_a_pick_brings_is_read(fought, capsys):
    """
    Without a response plan there is nothing to say; with one in an override there is.
    """
    path = fought / "scenarios" / "spill.yaml"
    before, _, after = path.read_text(encoding="utf-8").partition("response:")
    stop, start = after.strip().splitlines()
    path.write_text(before, encoding="utf-8")
    assert main(["validate", "scenarios/spill.yaml"]) == 0
    assert "response plan" not in capsys.readouterr().out

    plan = f"  answered: {{response: {{{stop.strip()}, {start.strip()}}}}}\n"
    path.write_text(before.replace("overrides:\n", f"overrides:\n{plan}"), encoding="utf-8")
    assert main(["validate", "scenarios/spill.yaml"]) == 0
    assert capsys.readouterr().out.splitlines()[2:5] == [
        "No conflicts in the response plan of spill.", "more with --pick answered:", f"  rules stop and start: {SAID}",
    ]  # fmt: skip


def test_conflicts_are_named_in_chinese_too(fought, capsys):
    assert main(["validate", "scenarios/spill.yaml", "--lang", "zh"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "spill的应急响应方案有1处冲突："
    assert lines[3].startswith("  规则stop和start：T+10分钟时，stop停运drain，start同时启动；")


def test_conflicts_fail_when_they_should(fought, capsys):
    assert main(["validate", "scenarios/spill.yaml", "--quiet"]) == 0
    assert main(["validate", "scenarios/spill.yaml", "--quiet", "--fail-on-conflict"]) == 1
    assert main(["validate", "park.yaml", "--quiet", "--fail-on-conflict"]) == 0

    assert capsys.readouterr() == ("", "")


def test_a_plan_is_read_without_numpy(fought):
    """
    The park publishes nothing, so there is no table either.
    """
    park = fought / "park.yaml"
    before, _, after = park.read_text(encoding="utf-8").partition("published:")
    park.write_text(before + after[after.index("sheets:") :], encoding="utf-8")
    code = "import sys; from sim.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", code, "validate", "scenarios/spill.yaml"]
    done = subprocess.run(command, cwd=fought, capture_output=True, text=True, check=True)

    assert "1 conflict in the response plan" in done.stdout
    assert {"numpy", "numba", "rich", "simpy"} & set(done.stdout.split()) == set()


def test_schema_is_printed(place, capsys):
    assert main(["schema", "scenario"]) == 0

    assert json.loads(capsys.readouterr().out) == json_schema("scenario")


def test_schema_goes_into_a_folder(place, capsys):
    assert main(["schema", "park", "--out", ".vscode"]) == 0

    assert capsys.readouterr().out == ".vscode/park.schema.json\n"
    assert json.loads((place / ".vscode" / "park.schema.json").read_text(encoding="utf-8")) == json_schema("park")


STORM = """\
rain:
  storm: {on: all, at: 0 min, formula: yubei, period: 2 a, lasts: 4 h, shape: block}
"""


def test_a_storm_beyond_its_formula_is_noted(place, capsys):
    """
    Once, though it is read again with every pick; `run` says it too.
    """
    park, script = place / "park.yaml", place / "scenarios" / "spill.yaml"
    park.write_text(park.read_text(encoding="utf-8") + "storm_formulas: {yubei: {set: yubei-2017}}\n", encoding="utf-8")
    script.write_text(script.read_text(encoding="utf-8") + STORM, encoding="utf-8")
    said = "Note: rain storm lasts 4 h; beyond 3 h the formula yubei gives too much rain"

    assert main(["validate", "scenarios/spill.yaml"]) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [f"    {said}", ""]
    assert main(["validate", "scenarios/spill.yaml", "--lang", "zh"]) == 0
    assert "注意：降雨storm历时4小时，超过3小时，公式yubei所得雨量偏大" in capsys.readouterr().out
    assert main(["run", "scenarios/spill.yaml", "--no-trace"]) == 0
    assert said in " ".join(capsys.readouterr().out.split())
