"""How likely it is, in the report of a run: what an ensemble's folder says, and what is refused."""

import json
import re

import pytest

from sim.cli import main
from tests.ensemble.why.runs import CORNER, SMALL, played

WIDER = "releases.spill.volume={uniform: [50 m3, 160 m3]}"


@pytest.fixture(scope="module")
def ensemble(tmp_path_factory):
    """A hundred runs: 1 in 4 breaches the plant."""
    folder = tmp_path_factory.mktemp("ensemble")
    played(CORNER, folder, 100, seed=1)
    return folder


def report(out, *words):
    """The exit status of the command, and the page it made."""
    status = main(["report", *map(str, words), "--quiet", "--out", str(out)])
    made = list(out.glob("*/report.html"))
    return status, made[0].read_text(encoding="utf-8") if made else ""


def test_the_report_says_how_likely_it_is(ensemble, tmp_path, monkeypatch):
    """
    Not a run is played anew but the fan's; the scenario and the folder of its result give the same cards, sentences,
    figures and tables, and without the words nothing of it is there.
    """
    monkeypatch.setattr("sim.ensemble.player.Player.play", None)
    breached = _verdicts(ensemble).count("breached")
    _, plain = report(tmp_path, CORNER)
    _, page = report(tmp_path, CORNER, "--ensemble", ensemble)
    _, again = report(tmp_path, next(tmp_path.glob("corner-*")), "--ensemble", ensemble)

    for text in (f"breached, {breached} of 100", f"失守，100次中{breached}次", 'id="likely"', 'id="table-causes"'):
        assert text in page
        assert text in again
        assert text not in plain
    images = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert len(images) == 2 * 4
    assert images == re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', again)


def _verdicts(folder):
    from pyarrow import parquet

    return parquet.read_table(folder / "runs" / "000000.parquet").column("plant: verdict").to_pylist()


def test_the_ensemble_of_something_else_is_refused(ensemble, tmp_path, capsys):
    """
    Another scenario, other inputs, another version, no ensemble at all: told, and no page is made.
    """
    older = tmp_path / "older"
    older.mkdir()
    made = json.loads((ensemble / "ensemble.json").read_text(encoding="utf-8"))
    (older / "ensemble.json").write_text(json.dumps(made | {"program": "0.0"}), encoding="utf-8")
    refused = {
        (SMALL, "--ensemble", ensemble): "is an ensemble of corner in corner, and this is about small in small",
        (CORNER, "--set", WIDER, "--ensemble", ensemble): r"is an ensemble of other inputs \(\w{8}\) than these",
        (CORNER, "--ensemble", older): r"was played by version 0\.0 of this program",
        (CORNER, "--ensemble", tmp_path): "is not the folder of an ensemble",
    }
    for words, told in refused.items():
        assert report(tmp_path / "out", *words) == (2, "")
        assert re.search(told, capsys.readouterr().err), told


def test_points_that_belong_together_are_told_whole_or_not_at_all(tmp_path, capsys):
    """
    Of 60 points of a hypercube the file has 60; where a longer study was cut off, its 60 say nothing.
    """
    played(CORNER, tmp_path, 60, seed=1, sampling="lhs", runs=60)
    kept = tmp_path / "ensemble.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace('"runs": 60', '"runs": 90'), encoding="utf-8")

    assert report(tmp_path / "out", CORNER, "--ensemble", tmp_path) == (2, "")
    assert "holds 60 of 90 runs that belong together" in capsys.readouterr().err
