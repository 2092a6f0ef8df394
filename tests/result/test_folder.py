"""A result's folder: whole or not at all, the same for the same."""

import csv
import errno
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sim.errors import InputError
from sim.load import load_case
from sim.record.store import read_record
from sim.record.table import Table
from sim.result import folder as folder_module
from sim.result import load_result, replace, run, save
from sim.result.folder import add_files
from sim.result.replace import replaced

NAMES = [
    "actions.csv", "assumptions.csv", "crossings.csv", "events.csv", "inflows.csv", "jobs.csv", "ledger.csv",
    "links.csv", "manifest.json", "margins.csv", "receptors.csv", "record.json", "reports.csv", "resolved",
    "sections.csv", "states.csv", "storages.csv", "summary.json",
    "tier-peaks.csv", "tiers.csv", "trace-links.parquet", "trace.parquet", "warnings.csv",
]  # fmt: skip


def test_folder_is_named_by_scenario_and_inputs(result, case, tmp_path):
    found = save(result, case, tmp_path / "out")

    assert found == tmp_path / "out" / f"spill-{case.inputs_hash[:8]}"
    assert sorted(path.name for path in found.iterdir()) == NAMES
    assert [path.name for path in (tmp_path / "out").iterdir()] == [found.name]


def test_same_result_same_bytes(result, case, tmp_path, contents):
    one, other = (save(result, case, tmp_path / name) for name in ("a", "b"))

    assert contents(one) == contents(other)


def test_nothing_of_place_or_time_goes_in(result, case, tmp_path, contents):
    """
    The manifest names versions only; the rest is the same on every machine.
    """
    found = save(result, case, tmp_path / "out")

    for name, data in contents(found).items():
        assert str(tmp_path).encode() not in data, name
        assert not re.search(rb"20[2-9][0-9]-[01][0-9]-[0-3][0-9]", data), name


def test_manifest(result, case, tmp_path):
    found = json.loads((save(result, case, tmp_path) / "manifest.json").read_text(encoding="utf-8"))

    assert sorted(found) == ["inputs_hash", "kernel_events", "program", "seed", "tables", "versions"]
    assert (found["inputs_hash"], found["kernel_events"], found["seed"]) == (case.inputs_hash, 7, None)
    assert sorted(found["versions"]) == ["numba", "numpy", "pyarrow", "python", "scipy", "simpy"]
    assert None not in found["versions"].values()


def test_summary(result, case, tmp_path):
    """
    The park has 5 numbers, one of them measured, the scenario 7.
    """
    text = (save(result, case, tmp_path) / "summary.json").read_text(encoding="utf-8")
    found = json.loads(text)

    assert found["breached"] is True
    assert [(tier["tier"], tier["verdict"], tier["margin_m3"]) for tier in found["tiers"]] == [
        ("plant", "breached", -200), ("public", "held", 800),
    ]  # fmt: skip
    assert found["tiers"][0]["first_escape"] == {
        "at_s": 300, "from": "bund", "link": "bund-spillway", "to": "pool", "volume_m3": 200,
    }  # fmt: skip
    assert found["tiers"][1]["first_escape"] is None
    assert found["storages"]["pool"]["full_at_s"] is None
    assert sorted(found["storages"]) == ["bund", "pool"]
    assert found["ledger"]["sources_m3"] == 800
    assert found["ledger"]["error_m3"] == pytest.approx(1e-10, rel=1e-3)
    assert found["counts"] == {
        "assumed_numbers": 11, "events": 9, "kernel_events": 7, "numbers": 12, "storages_reached": 2,
    }  # fmt: skip
    assert text == json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def test_result_comes_back(result, case, tmp_path, is_same):
    found = load_result(save(result, case, tmp_path))

    assert is_same(found.record, result.record)
    assert (found.park, found.scenario) == (case.park, case.scenario)
    assert repr(found.verdict) == repr(result.verdict)
    assert found.storages["volume"].equals(result.storages["volume"])


def test_resolved_inputs_load_to_the_same_case(result, case, tmp_path):
    again = load_case(save(result, case, tmp_path) / "resolved" / "scenario.yaml")

    assert again == case


def test_resolved_inputs_that_were_changed_are_refused(result, case, tmp_path):
    """
    A verdict on the old record with a larger pool would be a lie.
    """
    found = save(result, case, tmp_path)
    park = found / "resolved" / "park.yaml"
    park.write_text(park.read_text(encoding="utf-8").replace("600 m3", "900 m3"), encoding="utf-8")

    with pytest.raises(InputError) as caught:
        load_result(found)

    assert str(caught.value) == f"{found}/resolved: its files are not those that were played; run the scenario again"


def test_missing_manifest_is_named(result, case, tmp_path):
    found = save(result, case, tmp_path)
    (found / "manifest.json").unlink()

    with pytest.raises(InputError) as caught:
        load_result(found)

    assert str(caught.value) == f"{found}/manifest.json: cannot be read: No such file or directory"


def test_bom_is_in_every_csv(result, case, tmp_path):
    found = save(result, case, tmp_path, bom=True)

    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in found.glob("*.csv"))
    assert load_result(found).record.park == "two-pools"


def test_csv_and_summary_agree(result, case, tmp_path):
    found = save(result, case, tmp_path)
    with (found / "tiers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [float(row["margin [m3]"]) for row in rows] == [-200, 800]
    assert rows[1]["first escape at [s]"] == ""


def test_older_folder_is_replaced_whole(result, case, tmp_path):
    found = save(result, case, tmp_path)
    (found / "left-over.csv").touch()

    save(result, case, tmp_path)

    assert sorted(path.name for path in found.iterdir()) == NAMES
    assert [path.name for path in tmp_path.glob(".*")] == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")])
@pytest.mark.parametrize("there", [True, False])
def test_failure_while_writing_leaves_the_old_one(result, case, tmp_path, contents, monkeypatch, error, there):
    out = tmp_path / "out"
    before = contents(save(result, case, out)) if there else {}

    def fail(*args):
        raise error

    monkeypatch.setattr(folder_module, "json_text", fail)
    with pytest.raises((KeyboardInterrupt, InputError)) as caught:
        save(result, case, out)

    after = {} if not list(out.iterdir()) else contents(out / f"spill-{case.inputs_hash[:8]}")
    assert after == before
    assert len(list(out.iterdir())) == int(there)
    if isinstance(error, OSError):
        assert str(caught.value) == f"{out}: the results cannot be written: No space left on device"


@pytest.mark.parametrize("failing", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "Input/output error")])
def test_failure_while_renaming_puts_the_old_one_back(tmp_path, monkeypatch, failing, error):
    """
    Where names cannot be exchanged: the first renaming takes the old folder away, the second puts the new one there.
    """
    monkeypatch.setattr(replace, "_exchange", lambda *folders: False)
    target = tmp_path / "t"
    target.mkdir()
    (target / "old").touch()
    rename, calls = os.rename, []

    def fail(one, other):
        calls.append(one)
        if len(calls) == failing:
            raise error
        rename(one, other)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(type(error)), replaced(target) as new:
        (new / "new").touch()

    assert [path.name for path in target.iterdir()] == ["old"]
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_another_run_that_gets_there_first_is_replaced(tmp_path, monkeypatch):
    target = tmp_path / "t"
    rename, calls = os.rename, []

    def meanwhile(one, other):
        calls.append(one)
        if len(calls) == 2:
            target.mkdir()
            (target / "theirs").touch()
        rename(one, other)

    monkeypatch.setattr(os, "rename", meanwhile)
    with replaced(target) as new:
        (new / "ours").touch()

    assert [path.name for path in target.iterdir()] == ["ours"]
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


KILLED = """
import os, signal, sys
from pathlib import Path
from sim.result import replace

def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2] == "writing":
    replace._put = die
elif sys.argv[2] == "exchanged":
    replace._remove = die
else:
    rename = os.rename
    replace._exchange = lambda *folders: False
    os.rename = lambda *names: die() if names[0].name == "new" else rename(*names)
with replace.replaced(Path(sys.argv[1])) as new:
    (new / "new").touch()
"""


def test_run_killed_before_renaming_leaves_the_old_one(tmp_path):
    target = tmp_path / "t"
    target.mkdir()
    (target / "old").touch()

    killed(target, "writing")

    assert [path.name for path in target.iterdir()] == ["old"]


def killed(target, when):
    done = subprocess.run([sys.executable, "-c", KILLED, str(target), when], check=False)

    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("when", "seen"), [("writing", ["old"]), ("exchanged", ["new"]), ("between", [])])
def test_the_next_run_tidies_up_behind_one_that_was_killed(tmp_path, when, seen):
    """
    Between two renamings, where names cannot be exchanged, the old folder is out of sight; the next run finds it in its
    place, whichever folder it writes beside it. Nothing hidden is left, and nothing of a run that is still at work.
    """
    target = tmp_path / "t"
    target.mkdir()
    (target / "old").touch()
    killed(target, when)
    assert [path.name for path in target.glob("*")] == seen
    assert [path.name[:3] for path in tmp_path.glob(".*")] == [".t-"]

    with replaced(tmp_path / "other") as new:
        assert [path.name for path in target.iterdir()] == (seen or ["old"])
        with replaced(tmp_path / "third"):
            assert new.exists()

    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "t", "third"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges names")
def test_names_are_exchanged_in_one_step(tmp_path):
    """
    On Linux there is no moment without the folder: nothing is renamed one by one.
    """
    target = tmp_path / "t"
    target.mkdir()
    (target / "old").touch()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "rename", None)
        with replaced(target) as new:
            (new / "new").touch()

    assert [path.name for path in target.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_folder_is_open_to_others_as_usual(result, case, tmp_path):
    """
    Temporary folders are for their owner alone; results are not.
    """
    usual = tmp_path / "usual"
    usual.mkdir()

    assert save(result, case, tmp_path / "out").stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize(("out", "reason"), [
    ("file", "File exists"), ("file/below", "Not a directory"), ("x" * 300, "File name too long"),
])  # fmt: skip
def test_place_that_cannot_hold_results_is_named(result, case, tmp_path, monkeypatch, out, reason):
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError) as caught:
        save(result, case, out)

    assert str(caught.value) == f"{out}: the results cannot be written: {reason}"


def test_file_in_the_place_of_the_folder_stays(result, case, tmp_path):
    place = tmp_path / f"spill-{case.inputs_hash[:8]}"
    place.write_text("mine", encoding="utf-8")

    with pytest.raises(InputError) as caught:
        save(result, case, tmp_path)

    assert str(caught.value) == f"{tmp_path}: the results cannot be written: {place} is a file"
    assert place.read_text(encoding="utf-8") == "mine"


FULL = """
import resource, signal, sys
from sim.errors import InputError
from sim.load import load_case
from sim.result import Result, load_result, save

before = load_result(sys.argv[1])
case = load_case(sys.argv[1] + "/resolved/scenario.yaml")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    save(before, case, sys.argv[2])
except InputError as error:
    print(error)
"""


@pytest.mark.parametrize("most", [50, 200, 800])
def test_disk_that_is_full(result, case, tmp_path, most):
    """
    No file may grow beyond some bytes, so writing fails for real, here and there.
    """
    kept = save(result, case, tmp_path / "kept")
    out = tmp_path / "out"

    done = subprocess.run([sys.executable, "-c", FULL, str(kept), str(out), str(most)], capture_output=True,
                          text=True, check=False, cwd=Path(__file__).parents[2])  # fmt: skip

    assert (done.stdout, done.stderr) == (f"{out}: the results cannot be written: File too large\n", "")
    assert list(out.iterdir()) == []


def test_record_can_be_read_alone(result, case, tmp_path, is_same):
    assert is_same(read_record(save(result, case, tmp_path)), result.record)


CROWDED = {
    "s78b": "tier: plant, kind: pit, capacity: 387.603 m3, shape: {area: 193.802 m2}, floor: 0 m,"
            " spillway: {to: out, crest: 7.625 m, head: 0.5 m}",
    "s57c": "tier: plant, kind: pit, capacity: 8619.11 m3, spillway: {to: s23d, lag: 18.1233 min}",
    "s23d": "tier: boundary, kind: pit, capacity: 2413.945 m3, shape: {area: 1206.97 m2}, floor: 0 m,"
            " overflows_to: out",
}  # fmt: skip
CROWDED_PARK = """\
id: g22
tiers: {{plant: {{promise: x}}, public: {{promise: x}}, boundary: {{promise: x}}}}
storages: {{{storages}}}
crews: {{cr: {{teams: 1}}}}
equipment: {{bags: {{count: 500, unit: bag, takes: 1 s, spent: yes}}}}
sheets: {{rs: {{facility: s78b, operation: raise, raise: 19.38 m3, crew: cr, travel: 5 min, needs: {{bags: 100}}}}}}
"""
CROWDED_SCENARIO = """\
park: park.yaml
horizon: 24 h
response: {u0: {when: {tier: public, is: breached}, after: 3 min, do: [rs]}}
"""


def test_the_order_of_the_file_does_not_change_a_byte(tmp_path, contents):
    """
    order-of-storages: rows of one instant, here the horizon, changed places with the storages of the file. They are
    written in the order of their ids.
    """
    found = []
    for name, order in (("a", sorted(CROWDED)), ("b", sorted(CROWDED, reverse=True)), ("c", CROWDED)):
        (tmp_path / name).mkdir()
        storages = ", ".join(f"{id}: {{{CROWDED[id]}}}" for id in order)
        (tmp_path / name / "park.yaml").write_text(CROWDED_PARK.format(storages=storages), encoding="utf-8")
        (tmp_path / name / "fire.yaml").write_text(CROWDED_SCENARIO, encoding="utf-8")
        case = load_case(tmp_path / name / "fire.yaml")
        found.append(save(run(case.park, case.scenario), case, tmp_path / name / "out"))

    assert contents(found[0]) == contents(found[1]) == contents(found[2])
    trace = read_record(found[0]).trace
    rows = list(zip(trace.storage_at_s.tolist(), trace.storage.tolist(), strict=True))
    assert rows == sorted(rows)


def test_a_table_that_was_changed_is_refused(result, case, tmp_path):
    """
    edited-result: with the accident water of links.csv set to 0 three breached tiers were told to hold, and the ledger
    closed. Whichever table it is, and whatever of it: a digit, a byte-order mark, a last line that is gone.
    """
    names = [name for name in NAMES if name not in ("manifest.json", "resolved")]
    for name in names:
        found = save(result, case, tmp_path / name)
        table = found / name
        table.write_bytes(table.read_bytes()[:-1] + b"0")

        with pytest.raises(InputError) as caught:
            load_result(found)
        assert str(caught.value).startswith(f"{table}: was changed since it was written")


def test_the_digests_of_a_result_are_those_of_its_files(result, case, tmp_path):
    found = save(result, case, tmp_path)
    tables = json.loads((found / "manifest.json").read_text(encoding="utf-8"))["tables"]

    assert sorted(tables) == [name for name in NAMES if name not in ("manifest.json", "resolved")]
    assert tables["links.csv"] == hashlib.sha256((found / "links.csv").read_bytes()).hexdigest()


def test_a_study_that_was_changed_is_refused_and_made_anew(result, case, tmp_path):
    """
    Tables of studies are read again by pages and figures. What was changed is not carried over to the next folder.
    """
    limits = Table(("limit",), [("spill",)])
    found = save(result, case, tmp_path, studies={"limits.csv": limits})
    assert load_result(found)
    assert save(result, case, tmp_path) == found
    assert (found / "limits.csv").read_text(encoding="utf-8") == "limit\nspill\n"
    (found / "limits.csv").write_text("limit\nfire\n", encoding="utf-8")

    with pytest.raises(InputError, match=r"limits\.csv: was changed"):
        load_result(found)
    save(result, case, tmp_path)
    assert not (found / "limits.csv").exists()
    (found / "limits.csv").write_text("limit\nfire\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"limits\.csv: was changed"):
        load_result(found)


def test_what_is_added_later_is_known_too_and_what_people_add_is_theirs(result, case, tmp_path):
    found = save(result, case, tmp_path)
    add_files(found, {"deadlines.csv": b"action\n", "report.html": b"<p>", "figures/race.csv": b"x\n"})
    (found / "my own.csv").write_text("x\n", encoding="utf-8")
    (found / "tiers.csv").unlink()

    assert load_result(found)

    (found / "deadlines.csv").write_bytes(b"action\nx\n")
    with pytest.raises(InputError, match=r"deadlines\.csv: was changed"):
        load_result(found)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"tables": 1}', "[" * 5000, '{"a": "\\ud800"}', "\x00"])
def test_a_damaged_manifest_is_named_and_stops_no_new_run(result, case, tmp_path, text):
    found = save(result, case, tmp_path)
    (found / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=r"manifest\.json: "):
        load_result(found)
    assert load_result(save(result, case, tmp_path))
