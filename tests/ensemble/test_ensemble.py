"""Ensembles held against answers that are known by hand, and against themselves."""

from pathlib import Path

import pytest

from sim.check.outcome import outcomes
from sim.cli import main
from sim.engine import play
from sim.ensemble import Sampling, Start, Wanted, findings_of, run_ensemble, shards
from sim.ensemble import ensemble as running
from sim.ensemble.player import Player
from sim.errors import InputError, Problems
from sim.load import Varying, load_case

HERE = Path(__file__).parent


def nobody(tally):
    """Told of the progress, and silent."""


def played(start, folder, runs, workers=1, until=0.0):
    return run_ensemble(start, Wanted(runs, until, workers), folder, nobody)


def found(scenario, folder, count, **start):
    return findings_of(played(Start(str(HERE / scenario), **start), folder, count))


@pytest.fixture
def small_shards(monkeypatch):
    """A hundred runs a file."""
    for module in (running, shards):
        monkeypatch.setattr(module, "SHARD", 100)


def runs_in(folder):
    """The bytes of all runs on disk, by the names of their files."""
    return {each.name: each.read_bytes() for each in sorted((folder / "runs").iterdir())}


@pytest.mark.parametrize("sampling", list(Sampling))
def test_the_chance_of_a_breach_is_the_one_by_hand(sampling, tmp_path):
    """
    50 to 150 m3 evenly into 120 m3: 30 of 100 overflow. Of 20 studies of 256 single draws some 19 have 0.3 in their
    95 % interval, at least 17 but in 1 of 40; of even points, which scatter less, all.
    """
    sure = 0
    for seed in range(20):
        runs = 0 if sampling is Sampling.MC else 256
        plant = found("small.yaml", tmp_path / str(seed), 256, seed=seed, sampling=sampling, runs=runs).tiers[0]
        sure += plant.breach.low <= 0.3 <= plant.breach.high

    assert sure >= (17 if sampling is Sampling.MC else 20)


def test_lots_are_drawn_where_nothing_is_uncertain(tmp_path):
    """
    The drain is shut 7 times of 10, else all 50 m3 run into the river: 0.3, and 50 m3 are what 1 in 10 exceeds.
    """
    findings = found("lots.yaml", tmp_path, 400, seed=1)
    plant = findings.tiers[0]

    assert findings.uncertain == 0
    assert plant.breach.low <= 0.3 <= plant.breach.high
    assert plant.exceeded[0.1] == pytest.approx(50)


def test_what_escapes_and_what_is_left_is_the_one_by_hand(tmp_path):
    """
    Evenly: 1 in 10 more than 140 m3, 20 of them escaped; 1 in 20 less left than 120 - 145 = -25, half less than 20 m3.
    A thousand strata are 0.1 m3 wide each. The spill that breaches is 135 m3 on average, 85 m3 elsewhere.
    """
    plant = found("small.yaml", tmp_path, 1000, seed=3, sampling=Sampling.LHS, runs=1000).tiers[0]

    assert plant.exceeded[0.1] == pytest.approx(20, abs=0.1)
    assert plant.left[0.05] == pytest.approx(-25, abs=0.2)
    assert plant.left[0.5] == pytest.approx(20, abs=0.2)
    driver, = plant.drivers
    assert (driver.uncertain.path, driver.breached, driver.others) == (
        "releases.spill.volume", pytest.approx(135, abs=0.1), pytest.approx(85, abs=0.1))  # fmt: skip


def test_who_plays_and_when_changes_nothing(tmp_path, small_shards):
    """
    One process, two, and one that was killed after its first shard leave the same bytes, and each shard is the same
    whatever follows it.
    """
    start = Start(str(HERE / "many.yaml"), 5)
    for name, runs, workers in (("one", 250, 1), ("two", 250, 2), ("killed", 100, 1), ("killed", 250, 1)):
        played(start, tmp_path / name, runs, workers)

    assert runs_in(tmp_path / "one") == runs_in(tmp_path / "two") == runs_in(tmp_path / "killed")


def test_a_shard_that_is_on_disk_is_not_played_again(tmp_path, small_shards):
    start = Start(str(HERE / "small.yaml"), 5)
    played(start, tmp_path, 200)
    (tmp_path / "runs" / "000000.parquet").unlink()

    assert played(start, tmp_path, 200).tally.played == 100


@pytest.mark.parametrize("sampling", list(Sampling))
def test_a_run_alone_is_the_run_of_the_study(sampling):
    """
    Run 12 by itself and as the 13th of 32.
    """
    start = Start(str(HERE / "many.yaml"), 5, sampling, 0 if sampling is Sampling.MC else 32)

    assert repr(Player(start).play(12, 13)[0]) == repr(Player(start).play(0, 32)[12])


SHIPPED = HERE.parents[1] / "scenarios"
WRITTEN = {
    "scenario": (HERE / "many.yaml", None, ()),
    "park": (HERE / "many.yaml", "park", ()),
    "rain": (SHIPPED / "changshou-return-period.yaml", None, (
        "rain.storm.period={uniform: [2 a, 50 a]}", "rain.storm.lasts={triangular: [40 min, 60 min, 90 min]}",
        "park.catchments.ground-05.runoff={uniform: [50 %, 60 %]}",
    )),
}  # fmt: skip


@pytest.mark.parametrize("what", WRITTEN)
def test_a_drawn_number_goes_where_a_written_one_goes(what):
    """
    Drawn without reading, and written into the file and read: the same parts of scenario and park, the same outcome.
    """
    file, pick, sets = WRITTEN[what]
    player = Player(Start(str(file), 5, pick=pick, sets=sets))
    for index in range(20 if file.parent == HERE else 2):
        park, scenario = player.varying.drawn(player.numbers(index, index + 1)[0])
        case = load_case(file, pick, [*sets, *player.changes(index)])
        for name in ("inflows", "actions", "rules", "faults", "initial", "openings", "detection"):
            assert getattr(scenario, name) == getattr(case.scenario, name)
        for name in ("storages", "links", "sheets", "catchments"):
            assert getattr(park, name) == getattr(case.park, name)
        record = play(case.park, case.scenario, trace=False, seed=player.design.lots(index))
        alone = outcomes(case.park, case.scenario, record)
        drawn = player.play(index, index + 1)[0].tiers
        assert [(each.word, each.escaped_m3) for each in drawn] == [(each.word, each.escaped_m3) for each in alone]


def test_a_park_as_it_stands_is_not_touched_by_draws():
    """
    The middle run is the same before and after others.
    """
    varying = Varying.of(HERE / "many.yaml", "park")
    player = Player(Start(str(HERE / "many.yaml"), 5, pick="park"))
    middle = tuple(each.spread.median for each in varying.uncertain)
    before = player.outcome(middle, 7)
    player.play(0, 10)

    assert repr(player.outcome(middle, 7)) == repr(before)
    assert varying.drawn(middle)[1].inflows == varying.scenario.inflows


def test_a_run_that_fails_is_kept_and_sinks_nothing(tmp_path):
    """
    Rain in the pit of more than 500 m3 does not fit; half of 400 to 600 m3 does not.
    """
    start = Start(str(HERE / "many.yaml"), 5, sets=("initial.pit.rain={uniform: [400 m3, 600 m3]}",))
    player = Player(start)
    runs = player.play(0, 40)
    failed = [run for run in runs if run.failed]

    assert 8 < len(failed) < 32
    assert failed[0].failed.startswith("Problems: 1 problem:")
    assert "is more than the storage can hold; 'pit' holds 500 m3" in failed[0].failed


def test_runs_that_fail_are_told_with_index_and_seed(tmp_path, small_shards):
    """
    0 to 400 m3 of rain in a pit of 300 to 500 m3: it does not fit in 1/4 x 1/4 of the runs, which is 25 of 400, give or
    take 15; just those are told, and counted nowhere.
    """
    sets = "initial.pit.rain={uniform: [0 m3, 400 m3]}", "park.storages.pit.capacity={uniform: [300 m3, 500 m3]}"
    start = Start(str(HERE / "many.yaml"), 5, sets=sets)
    ensemble = played(start, tmp_path, 400)
    rain_m3, capacity_m3 = (ensemble.shards.column(f"{path} [m3]", 400)
                            for path in ("initial.pit.rain", "storages.pit.capacity"))  # fmt: skip
    findings = findings_of(ensemble)
    plant = findings.tiers[0]

    assert 10 < len(findings.failed) < 40
    assert [index for index, _, _ in findings.failed] == [k for k in range(400) if rain_m3[k] > capacity_m3[k]]
    assert all(lots == ensemble.player.design.lots(index) and why for index, lots, why in findings.failed)
    assert sum(plant.verdicts.values()) == plant.breach.of == findings.played == 400 - len(findings.failed)


def test_ends_that_cannot_be_are_told_before_any_run(tmp_path):
    start = Start(str(HERE / "many.yaml"), 5, sets=("initial.pit.rain={uniform: [400 m3, 600 m3]}",))
    with pytest.raises(Problems) as caught:
        played(start, tmp_path / "never", 10)

    message, = caught.value.messages
    assert str(message).startswith("initial.pit.rain: drawn as 599.8")
    assert not (tmp_path / "never").exists()


def test_it_stops_where_it_is_sure_enough(tmp_path, small_shards):
    """
    Half the width of 0.3 of n is some 2 sqrt(0.21 / n): 5 % at 336, so after the shard that ends at 400 runs.
    """
    ensemble = played(Start(str(HERE / "small.yaml"), 5), tmp_path, 10_000, until=0.05)

    assert ensemble.tally.done == 400
    assert findings_of(ensemble).runs == 400


def test_another_ensemble_in_the_folder_is_left_alone(tmp_path):
    played(Start(str(HERE / "small.yaml"), 5), tmp_path, 10)
    with pytest.raises(InputError, match="holds another ensemble"):
        played(Start(str(HERE / "small.yaml"), 6), tmp_path, 10)


def test_none_of_two_hundred_is_not_never(tmp_path, capsys):
    """
    120 m3 hold 50 to 110 m3 always; (1 - p)^200 = 0.025 at p = 1.83 %.
    """
    words = ["ensemble", str(HERE / "small.yaml"), "-n", "200", "--workers", "1", "--out", str(tmp_path), "--set",
             "releases.spill.volume={uniform: [50 m3, 110 m3]}"]  # fmt: skip

    assert main(words) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Plant"))
    assert " ".join(row.split()).startswith("Plant 0 of 200 - at most 1.8 % 0 0 ")


def test_one_run_of_a_study_can_be_looked_at(tmp_path, capsys):
    """
    Run 3 of the study and `run --index 3` have one verdict and one margin.
    """
    scenario = str(HERE / "small.yaml")
    run = Player(Start(scenario, 9)).play(3, 4)[0]
    assert main(["run", scenario, "--seed", "9", "--index", "3", "--json", "--out", str(tmp_path)]) == 0

    assert f'"escaped_m3": {run.tiers[0].escaped_m3!r}' in capsys.readouterr().out


WRONG = {
    "ensemble --until 1% --sampling lhs": "--until stops before all runs are played, and runs of --sampling lhs belong "
    "together; leave one of the two out",
    "run --index 3": "--index names a run of an ensemble; write its --seed too",
    "run --index 3 --seed 1 --sampling sobol": "runs of --sampling sobol belong to a number of runs; write --of N, the "
    "-n of their ensemble",
    "run --index 9 --seed 1 --sampling lhs --of 8": "there are 8 runs, counted from 0; name one before 8",
    "ensemble --workers 2 --dask tcp://10.0.0.5:8786": "--workers counts processes of this machine, and --dask has a "
    "cluster play; leave one of the two out",
    "ensemble --dask=": "--dask: '' is no address; write one such as tcp://10.0.0.5:8786",
    "ensemble --dask nowhere": "--dask: 'nowhere' is no address; write one such as tcp://10.0.0.5:8786",
    "ensemble --dask http://nowhere:80": "--dask: 'http://nowhere:80' is no address; write one such as "
    "tcp://10.0.0.5:8786",
    "ensemble -n 0": "-n: '0' is no whole number above 0; write one such as 8",
    "ensemble --sampling latin": "--sampling: 'latin' is no way of sampling; write one of mc, lhs, sobol",
    "ensemble --until 2": "--until: must be a share between 0 and 100 %, found 2; write one such as 0.5 %",
}


@pytest.mark.parametrize("written", WRONG)
def test_a_wrong_word_is_told(written, capsys):
    command, *words = written.split()

    assert main([command, str(HERE / "small.yaml"), *words]) == 2
    assert capsys.readouterr().err == f"{WRONG[written]}\n"
