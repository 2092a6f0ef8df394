"""Incidents of which an ensemble draws one a run, held against answers by hand.

`incidents.yaml` has three: the large one, 2 of 10 by its frequency, runs over for sure; the small one, 5 of 10, never;
the third, 3 of 10, in 3 of its 10 runs. So a tier is breached with 0.2 + 0.3 x 0.3 = 0.29, once in 1e-3 x 0.29 =
2.9e-4 a year, and the large one makes 0.2 / 0.29 = 69 % of the breaches.
"""

import json
from pathlib import Path

import pytest

from sim.cli import main
from sim.ensemble import Sampling, Start, Wanted, run_ensemble
from sim.ensemble.answer import answer_of
from sim.ensemble.compare import check_alike
from sim.ensemble.player import Player
from sim.errors import InputError, Problems

FILE = Path(__file__).parent / "incidents.yaml"


def nobody(tally):
    """Told of the progress, and silent."""


def played(folder, runs=400, workers=1, sampling=Sampling.MC):
    begun = Start(str(FILE), 1, sampling, 0 if sampling is Sampling.MC else runs)
    return run_ensemble(begun, Wanted(runs, workers=workers), folder, nobody)


def plant_of(folder, runs=400, sampling=Sampling.MC):
    """The answer, and what each incident does to the only tier."""
    answer = answer_of(played(folder, runs, sampling=sampling), fans=False)
    return answer, answer.incidents[0], {part.incident.id: part for part in answer.incidents[0].parts}


def test_each_incident_does_what_it_does_by_hand(tmp_path):
    """Large 1, small 0, either 0.3; 0.29 of all, and 2.9e-4 a year; the interval has them, and counts add up."""
    answer, plant, parts = plant_of(tmp_path)
    large, small, either = parts["large"], parts["small"], parts["either"]

    assert large.breach.share == 1
    assert small.breach.count == 0
    assert small.breach.high < 0.02
    assert either.breach.low < 0.3 < either.breach.high
    assert plant.breach.low < 0.29 < plant.breach.high
    assert plant.yearly.low < 2.9e-4 < plant.yearly.high
    assert plant.yearly.value == pytest.approx(1e-3 * plant.breach.share)
    assert large.share.low < 0.2 / 0.29 < large.share.high
    assert large.yearly.value == pytest.approx(2e-4)
    assert sum(part.breach.of for part in plant.parts) == 400
    assert sum(part.breach.count for part in plant.parts) == plant.breach.count
    curve = answer.tables["per-year.csv"].rows
    assert curve[0][:3] == ["plant", 0.0, pytest.approx(1e-3 * plant.breach.share)]
    assert curve[-1][2] == 0


def test_strata_are_kept_by_the_draw_of_incidents(tmp_path):
    """Of 100 runs of a Latin hypercube exactly 20, 50 and 30 are of each, by their frequencies."""
    _, _, parts = plant_of(tmp_path, 100, Sampling.LHS)

    assert {id: part.breach.of for id, part in parts.items()} == {"large": 20, "small": 50, "either": 30}


def test_two_workers_and_a_study_that_goes_on_leave_the_same_bytes(tmp_path):
    def bytes_in(folder):
        return [each.read_bytes() for each in sorted((folder / "runs").iterdir())]

    for folder, runs, workers in (("one", 300, 1), ("two", 300, 2), ("on", 120, 1), ("on", 300, 2)):
        played(tmp_path / folder, runs, workers)

    assert bytes_in(tmp_path / "one") == bytes_in(tmp_path / "two") == bytes_in(tmp_path / "on")


def test_a_run_is_of_the_same_incident_however_many_there_are():
    few, many = Player(Start(str(FILE), 4)).play(7, 9), Player(Start(str(FILE), 4)).play(0, 30)

    assert repr(few) == repr(many[7:9])


@pytest.mark.parametrize("index", range(6))
def test_one_run_is_played_alone_as_in_the_ensemble(index, tmp_path, capsys):
    """With its incident and its own number: what escapes is the same to the last bit."""
    run, = Player(Start(str(FILE), 1)).play(index, index + 1)
    main(["run", str(FILE), "--seed", "1", "--index", str(index), "--json", "--out", str(tmp_path)])

    assert json.loads(capsys.readouterr().out)["tiers"][0]["escaped_m3"] == run.tiers[0].escaped_m3


def test_a_pick_that_is_an_incident_is_played_alone_and_another_changes_all(tmp_path):
    """A bund of 240 m3 holds whatever any incident spills; the large one alone breaches in every run."""
    alone, both = (Player(Start(str(FILE), 1, pick=pick)) for pick in ("large", "twice"))

    assert not alone.incidents
    assert all(run.tiers[0].breached for run in alone.play(0, 5))
    assert len(both.incidents) == 3
    assert not any(run.tiers[0].breached for run in both.play(0, 50))


def test_a_single_run_takes_the_file_as_it_stands_and_says_so(tmp_path, capsys):
    main(["run", str(FILE), "--out", str(tmp_path)])
    said = " ".join(capsys.readouterr().out.split())
    main(["run", str(FILE), "--pick", "large", "--out", str(tmp_path)])

    assert "of its 3 incidents `ensemble` draws one a run, and --pick plays one, such as large" in said
    assert "incidents" not in capsys.readouterr().out.partition("Files:")[0].partition("\n")[2]


def test_two_designs_have_the_same_incident_in_every_run():
    """With a bund twice as large; other weights are refused, as the incidents would not be the same."""
    plain, twice = (Player(Start(str(FILE), 3, pick=pick)) for pick in (None, "twice"))
    check_alike(plain, twice)

    assert repr(plain.numbers(0, 50)) == repr(twice.numbers(0, 50))
    with pytest.raises(InputError, match="do not draw the same incidents equally often"):
        check_alike(plain, Player(Start(str(FILE), 3, sets=("incidents.large.frequency=1 /a",))))


@pytest.mark.parametrize("words", [
    ["sensitivity"], ["ensemble", "--rare", "plant"], ["sweep", "--over", "releases.spill.volume=50..150m3"],
])  # fmt: skip
def test_studies_of_one_accident_ask_for_one(words, tmp_path, capsys):
    command, *more = words
    status = main([command, str(FILE), *more, "--out", str(tmp_path)])

    assert status == 2
    assert "--pick: large, small or either" in " ".join(capsys.readouterr().err.split())


def test_a_sweep_with_runs_draws_incidents(tmp_path, capsys):
    """What is swept is set in every incident, so all spill 50 m3, or all 150: never breached, or always."""
    main(["sweep", str(FILE), "--over", "releases.spill.volume=50,150m3", "--runs", "20", "--json", "--out",
          str(tmp_path)])  # fmt: skip
    rows = json.loads(capsys.readouterr().out)["chances"]

    assert [row["breached"] for row in rows] == [0, 20]


@pytest.mark.parametrize(("change", "said"), [
    ("incidents.either={weight: 3}", "some have a frequency, and either only a weight"),
    ("incidents.lrge={frequency: 1 /a}", "no scenario or override is named 'lrge'; did you mean 'large'?"),
    ("incidents.large={}", "one of frequency, weight is missing"),
    ("incidents.large.frequency=2e-4", "has no unit"),
    ("incidents.large.frequency={uniform: [1 /a, 2 /a]}", "nothing varies this in a run"),
])  # fmt: skip
def test_what_is_wrong_with_incidents_is_said(change, said):
    with pytest.raises(Problems) as caught:
        Player(Start(str(FILE), 1, sets=(change,)))

    assert said in str(caught.value)


def test_incidents_must_fit_side_by_side(tmp_path):
    """One that lasts longer than the others is told."""
    text = FILE.read_text(encoding="utf-8").replace("small: {}\n", "small: {horizon: 2 h}\n")
    text = text.replace("park: park.yaml", f"park: {FILE.parent / 'park.yaml'}")
    file = tmp_path / "other.yaml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(Problems, match="incident small: horizon is not of the same sort here"):
        Player(Start(str(file), 1))
