"""`run`: what it prints, what it leaves in its folder, how it ends."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sim.engine
from sim.cli import main
from sim.errors import LedgerError
from sim.load import load_case
from sim.result import load_result

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, str(ROOT / "run_sim.py")]
USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
"""The environment people have: output is kept back until there is enough of it."""


def only(folder):
    """The one thing in a folder."""
    (found,) = folder.iterdir()
    return found


@pytest.mark.parametrize("words", [["scenarios/spill.yaml"], ["run", "scenarios/spill.yaml"]])
def test_result_goes_into_results(place, capsys, words):
    """
    A bare scenario is run.
    """
    assert main(words) == 0

    folder = only(place / "results")
    case = load_case("scenarios/spill.yaml")
    assert folder.name == f"spill-{case.inputs_hash[:8]}"
    seen = capsys.readouterr()
    assert seen.err == ""
    assert seen.out.splitlines()[-1].endswith(f"results/{folder.name}")
    assert "breached" in seen.out


def test_a_river_section_has_its_race(place, capsys):
    """
    600 m3 at 2 m3/s: full after 300 s, and nobody pumps there. Without a trace nobody knows.
    """
    words = ["scenarios/spill.yaml", "--set", "park.storages.bund.kind=river-section"]
    main(words)

    assert "\nbund: shut at T+0 min, full T+5 min; no pump by the end\n" in capsys.readouterr().out
    folder = only(place / "results")
    header, row = (folder / "sections.csv").read_text(encoding="utf-8").splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True)) == {
        "storage": "bund", "shut at [s]": "0.0", "room [m3]": "600.0", "inflow [m3/s]": "2.0", "full at [s]": "300.0",
        "fill time [s]": "300.0", "stood full at [s]": "300.0", "pumps from [s]": "", "to spare [s]": "",
    }  # fmt: skip
    found = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["sections"]
    assert found["known"] is True
    assert (found["shut"]["bund"]["full_at_s"], found["shut"]["bund"]["to_spare_s"]) == (300, None)
    main([*words, "--no-trace"])
    assert "fill times are not known without a trace" in capsys.readouterr().out


def test_run_is_what_was_worked_out_by_hand(place):
    """
    2 m3/s for 400 s into 600 m3: full at 300 s, 200 m3 go over until 400 s; 10 L/s pumped out for 3,000 s.
    """
    main(["scenarios/spill.yaml", "--quiet"])

    found = load_result(only(place / "results"))
    assert [str(tier.verdict) for tier in found.verdict.tiers] == ["breached", "held"]
    volume = found.storages["volume"]
    assert volume.loc[[0, 300, 400, 600], "bund"].tolist() == pytest.approx([0, 600, 600, 600], abs=1e-6)
    assert volume.loc[[0, 300, 400, 600], "pool"].tolist() == pytest.approx([0, 0, 200, 200], abs=1e-6)
    assert volume.loc[3600, "pool"] == pytest.approx(200 - 0.010 * 3000, abs=1e-6)
    assert found.links["flow"].loc[300, "bund-spillway"] == 2


STARTS = ["--set", "starts=2025-07-14 14:20 +08:00"]


def test_run_from_measured_levels(place, capsys):
    """
    300 of 600 m3 stand in the bund: 2 m3/s for 400 s fill it at 150 s, and 500 m3 go over.
    """
    (place / "levels.csv").write_text("storage,level,time\nbund,50 %,2025-07-14 14:00\n", encoding="utf-8")

    assert main(["scenarios/spill.yaml", "--levels", "levels.csv", *STARTS]) == 0

    found = load_result(only(place / "results"))
    assert found.storages["volume"].loc[[0, 150, 400], "bund"].tolist() == pytest.approx([300, 600, 600], abs=1e-6)
    assert found.storages["volume"].loc[400, "pool"] == pytest.approx(500, abs=1e-6)
    assert "Changed: --levels levels.csv\n" in capsys.readouterr().out
    case = load_case("scenarios/spill.yaml", sets=STARTS[1:], levels="levels.csv")
    assert only(place / "results").name == f"spill-{case.inputs_hash[:8]}"
    resolved = (only(place / "results") / "resolved" / "scenario.yaml").read_text(encoding="utf-8")
    assert 'source: "levels.csv, 2025-07-14T14:00:00+08:00"' in resolved


@pytest.mark.parametrize(("words", "status"), [
    ([], 2), (["--max-age", "24 h"], 0), (["--max-age", "6 h 20 min"], 0), (["--max-age", "6 h 19 min"], 2),
])  # fmt: skip
def test_old_levels_are_refused(place, capsys, words, status):
    """
    Measured at 08:00 for a start at 14:20; 6 h are allowed when nothing is said.
    """
    (place / "levels.csv").write_text("storage,level,time\nbund,50 %,2025-07-14 08:00\n", encoding="utf-8")

    assert main(["scenarios/spill.yaml", "--quiet", "--levels", "levels.csv", *STARTS, *words]) == status

    assert ("measured 6 h 20 min before the run starts" in capsys.readouterr().err) is (status == 2)


def test_bare_scenario_with_options_first(place):
    assert main(["--quiet", "--pick", "drip", "scenarios/spill.yaml"]) == 0
    assert main(["--quiet", "run", "scenarios/spill.yaml"]) == 0

    assert len(list((place / "results").iterdir())) == 2


def test_same_input_same_folder_same_bytes(place):
    """
    Whatever the words that led to the same input, and wherever the result goes; only the pick's name differs.
    """
    main(["scenarios/spill.yaml", "--quiet", "--pick", "drip"])
    first = only(place / "results")
    main(["scenarios/spill.yaml", "--quiet", "--pick", "short", "--out", "other"])
    second = only(place / "other")

    assert first.name.replace("drip", "short") == second.name
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert len(names) == 24
    assert [name for name in names if (first / name).read_bytes() != (second / name).read_bytes()] == []


def test_other_process_same_bytes(place):
    """
    Two processes put their sets in different orders; nothing of that may show.
    """
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([*RUN, "scenarios/spill.yaml", "--quiet", "--out", seed], check=True, env=env)

    one, other = only(place / "1"), only(place / "2")
    files = [path for path in sorted(one.rglob("*")) if path.is_file()]
    assert [path for path in files if path.read_bytes() != (other / path.relative_to(one)).read_bytes()] == []
    assert len(files) == 24


@pytest.mark.parametrize(("words", "status"), [
    ([], 0), (["--fail-on-breach"], 1), (["--fail-on-breach", "--pick", "drip"], 0),
    (["--fail-on-breach", "--json"], 1), (["--fail-on-breach", "--set", "releases.spill.rate=1 m3/s"], 0),
])  # fmt: skip
def test_status_tells_of_a_breach_to_those_who_ask(place, words, status):
    assert main(["scenarios/spill.yaml", *words]) == status


def test_quiet_prints_nothing(place, capsys):
    main(["scenarios/spill.yaml", "--quiet"])

    assert capsys.readouterr() == ("", "")


def test_json_is_the_summary(place, capsys):
    main(["scenarios/spill.yaml", "--json"])

    out = capsys.readouterr().out
    assert out == (only(place / "results") / "summary.json").read_text(encoding="utf-8")
    assert json.loads(out)["tiers"][0]["verdict"] == "breached"


def test_no_trace_leaves_out_only_the_trace(place):
    main(["scenarios/spill.yaml", "--quiet"])
    main(["scenarios/spill.yaml", "--quiet", "--no-trace", "--out", "bare"])

    full, bare = only(place / "results"), only(place / "bare")
    missing = {path.name for path in full.iterdir()} - {path.name for path in bare.iterdir()}
    assert missing == {"trace.parquet", "trace-links.parquet"}
    assert (full / "summary.json").read_bytes() == (bare / "summary.json").read_bytes()


def test_bom_is_for_excel(place):
    main(["scenarios/spill.yaml", "--quiet", "--bom"])

    assert (only(place / "results") / "tiers.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_chinese(place, capsys):
    main(["scenarios/spill.yaml", "--lang", "zh"])

    assert "失守" in capsys.readouterr().out


def played(monkeypatch, error):
    """Let the engine end with an error."""

    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(sim.engine, "play", fail)


def test_broken_ledger_is_our_fault(place, capsys, monkeypatch):
    played(monkeypatch, LedgerError("12 m3 of rain are missing\nsomewhere"))

    assert main(["scenarios/spill.yaml"]) == 3

    line = re.sub(r"\(test_run.py:\d+\)", "(test_run.py:N)", capsys.readouterr().err)
    assert line == (
        "the program is wrong, not your input: LedgerError: 12 m3 of rain are missing somewhere (test_run.py:N); "
        "please report this line with the files you ran, --debug shows more\n"
    )
    assert not (place / "results").exists()


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), RecursionError(), MemoryError(), AssertionError()])
def test_anything_unforeseen_is_our_fault_in_one_line(place, capsys, monkeypatch, error):
    played(monkeypatch, error)

    assert main(["scenarios/spill.yaml"]) == 3

    seen = capsys.readouterr()
    assert seen.out == ""
    assert seen.err.startswith(f"the program is wrong, not your input: {type(error).__name__}")
    assert seen.err.count("\n") == 1


@pytest.mark.parametrize("how", ["flag", "environment"])
def test_debug_shows_where(place, capsys, monkeypatch, how):
    played(monkeypatch, ZeroDivisionError("x"))
    if how == "environment":
        monkeypatch.setenv("THREE_TIER_DEBUG", "1")

    assert main(["scenarios/spill.yaml", *(["--debug"] if how == "flag" else [])]) == 3

    assert capsys.readouterr().err.startswith("Traceback (most recent call last):\n")


def test_library_that_is_missing_is_named(place, capsys, monkeypatch):
    played(monkeypatch, ModuleNotFoundError("No module named 'numba.core'", name="numba.core"))

    assert main(["scenarios/spill.yaml"]) == 2

    assert capsys.readouterr().err == (
        "numba.core is not installed for this Python; run `make setup`, then use .venv/bin/python\n"
    )


def test_module_of_ours_that_is_missing_is_our_fault(place, monkeypatch):
    played(monkeypatch, ModuleNotFoundError("No module named 'sim.x'", name="sim.x"))

    assert main(["scenarios/spill.yaml"]) == 3


def test_interrupt_in_the_run(place, capsys, monkeypatch):
    played(monkeypatch, KeyboardInterrupt())

    assert main(["scenarios/spill.yaml"]) == 130

    assert capsys.readouterr().err == "interrupted; results are there whole or not at all\n"


WAITS = """
import signal, sys, time
import sim.engine
from sim.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs tests in the background has it ignored

def play(*args, **kwargs):
    print("playing", flush=True)
    time.sleep(60)

sim.engine.play = play
sys.exit(main(["scenarios/spill.yaml"]))
"""


def test_interrupt_from_outside(place):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", WAITS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=env) as process:  # fmt: skip
        assert process.stdout.readline() == "playing\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (130, "", "interrupted; results are there whole or not at all\n")
    assert not (place / "results").exists()


@pytest.mark.parametrize(("words", "status"), [
    (["scenarios/spill.yaml"], 0), (["scenarios/spill.yaml", "--fail-on-breach"], 1), (["--help"], 0),
    (["schema", "park"], 0), (["scenarios/spill.yaml", "--json"], 0), (["validate", "park.yaml"], 0),
])  # fmt: skip
def test_reader_who_leaves_is_no_mistake(place, words, status):
    """
    Standard output is a pipe that nobody reads any more; the status still tells of the run.
    """
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*RUN, *words], stdout=write, stderr=subprocess.PIPE, text=True, check=False, env=USUAL)
    os.close(write)

    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.parametrize("words", [["scenarios/spill.yaml"], ["--help"], ["schema", "park"], ["validate", "park.yaml"]])
def test_output_that_cannot_be_written(place, words):
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run([*RUN, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=USUAL)

    assert (done.returncode, done.stderr) == (2, "the output cannot be written: No space left on device\n")


def test_terminal_without_chinese_letters(place):
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*RUN, "scenarios/spill.yaml", "--lang", "zh"], capture_output=True, text=True, check=False,
                          env=env)  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
