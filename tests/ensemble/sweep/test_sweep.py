"""Sweeps held against turns and borders that are known by hand, and against single runs."""

import pickle
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sim.check.outcome import outcomes
from sim.engine import play
from sim.ensemble import Sampling, Start
from sim.ensemble.sweep import axes_of, run_chances, run_sweep, stretches, swept
from sim.ensemble.sweep.bounds import Bound, bounds
from sim.ensemble.sweep.sweep import Sweep
from sim.errors import InputError
from sim.load import load_case
from sim.load.override import Flag

HERE = Path(__file__).parent
SMALL, POOL, TWICE = HERE.parent / "small.yaml", HERE / "pool.yaml", HERE / "twice.yaml"
LINE = ("releases.spill.volume=215..1195m3:8", "park.catchments.yard.area=2100..9900m2:5")


def nobody(share):
    """Told of the progress, and silent."""


def found(file, *over, accuracy=1e-3, workers=1, **start) -> Sweep:
    begun = Start(str(file), 1, **start)
    axes = axes_of(begun, over)
    return run_sweep(swept(begun, axes), axes, accuracy, workers, nobody)


def chances(file, *over, draws, **start):
    begun = Start(str(file), 1, **start)
    axes = axes_of(begun, over)
    return run_chances(swept(begun, axes), axes, draws, 1, nobody)


@pytest.fixture(scope="module")
def line():
    """A pool of 1,000 m3 over what is spilt and the area that sheds 50 mm into it."""
    return found(POOL, *LINE)


def test_a_bund_turns_at_its_volume():
    """
    120 m3 hold what is no more. From 50 to 151 m3 two values are 5.05 m3 apart, 0.05 of the range, which halved six
    times is 0.0008: so 21 runs of the grid, the scenario as it is written, and six.
    """
    sweep = found(SMALL, "releases.spill.volume=50..151m3:21")
    flip, = sweep.flips

    assert flip.before.at[0] <= 120 < flip.after.at[0] <= flip.before.at[0] + 0.101
    assert (flip.before.words, flip.after.words) == (("held",), ("breached",))
    assert sweep.runs == 21 + 1 + 6
    assert sweep.own.at == (100,)
    assert [round(spot.tiers[0].margin_m3, 6) for spot in sweep.spots[::10]] == [70, 19.5, -31]


@pytest.mark.parametrize(("accuracy", "runs"), [(0.3, 0), (0.1, 2), (0.01, 5)])
def test_it_halves_until_it_is_near_enough(accuracy, runs):
    """
    From 0.25 of the range: 0.125, 0.0625; and on to 0.0078.
    """
    sweep = found(SMALL, "releases.spill.volume=51..151m3:5", accuracy=accuracy)

    assert sweep.runs == 6 + runs
    assert sweep.flips[0].after.at[0] - sweep.flips[0].before.at[0] <= accuracy * 100


def test_a_turn_back_is_found():
    """
    Shut before 20 min the drain is opened again, from 20 to 30 min it keeps the 50 m3, later they run out.
    """
    sweep = found(TWICE, "actions.shut.at=1..61min:13")
    words = [each.word for each in stretches(0, sweep.row())]
    turns = [(flip.before.at[0] / 60, flip.after.at[0] / 60) for flip in sweep.flips]

    assert words == ["breached", "held", "breached"]
    for minutes, (before, after) in zip((20, 30), turns, strict=True):
        assert before <= minutes <= after <= before + 0.061


def test_every_edge_of_the_grid_whose_ends_differ_has_its_turn():
    """
    51 m3 fit into 60, 100 and 160 m3, 151 m3 into the last only: along the volume it turns at 60 and at 100 m3, along
    the capacity at 151 m3.
    """
    sweep = found(SMALL, "releases.spill.volume=51,151m3", "park.storages.bund.capacity=60,100,160m3")
    turns = {flip.edge: (flip.before.at, flip.after.at) for flip in sweep.flips}

    assert set(turns) == {(0, 0), (2, 0), (3, 1)}
    assert turns[0, 0][0][0] <= 60 < turns[0, 0][1][0]
    assert turns[2, 0][0][0] <= 100 < turns[2, 0][1][0]
    assert turns[3, 1][0][1] < 151 <= turns[3, 1][1][1]


def test_two_tiers_turn_between_the_same_two_neighbours():
    """
    With 4,000 m2 the pool has room for 800 m3, the main for 100 more: two turns between the two values of the grid.
    """
    sweep = found(POOL, "releases.spill.volume=205..1205m3:2")

    assert [round(flip.after.at[0], -1) for flip in sweep.flips] == [800, 900]
    assert [flip.after.words for flip in sweep.flips] == [("breached", "held"), ("breached", "breached")]


def test_the_border_over_two_quantities_is_a_straight_line(line):
    """
    V + 0.05 A = 1,000 m3 for the plant, and 1,100 m3 for the main below it: 0.1 % of 980 m3, or of 0.05 x 7,800 m3.
    """
    for tier, room_m3 in enumerate((1000, 1100)):
        flips = [flip for flip in line.flips if flip.before.breached(tier) != flip.after.breached(tier)]
        for flip in flips:
            before, after = (spot.at[0] + 0.05 * spot.at[1] for spot in (flip.before, flip.after))
            assert before <= room_m3 + 1e-6 < after <= before + 0.99
        assert {flip.edge[1] for flip in flips} == {0, 1}


def test_bounds_hold_whatever_the_other_quantity_is(line):
    """
    With 9,900 m2 the pool has room for 1,000 - 495 = 505 m3, with 2,100 m2 for 895 m3.
    """
    held = bounds(line, lambda spot: not spot.breached(0))
    lost = bounds(line, lambda spot: spot.breached(0))

    assert held == [Bound(0, pytest.approx(505, abs=0.98), below=True)]
    assert lost == [Bound(0, pytest.approx(895, abs=0.98), below=False)]
    assert held[0].value <= 505
    assert lost[0].value > 895


def test_a_capacity_holds_from_a_value_on():
    """
    What holds 100 m3 or less of spill is 100 m3 large, and 60 m3 are too few for any from 61 m3 on.
    """
    sweep = found(SMALL, "releases.spill.volume=61..100m3:4", "park.storages.bund.capacity=55..155m3:6")

    held, = bounds(sweep, lambda spot: not spot.breached(0))
    lost, = bounds(sweep, lambda spot: spot.breached(0))
    assert held == Bound(1, pytest.approx(100, abs=0.1), below=False)
    assert lost == Bound(1, pytest.approx(61, abs=0.1), below=True)


@pytest.mark.parametrize("place", [0, 9, 22, 39])
def test_a_spot_is_the_single_run_with_its_values(line, place):
    spot = line.spots[place]
    volume_m3, area_m2 = spot.at
    sets = [f"releases.spill.volume={volume_m3!r} m3", f"park.catchments.yard.area={area_m2!r} m2"]
    case = load_case(POOL, sets=sets)
    single = outcomes(case.park, case.scenario, play(case.park, case.scenario, trace=False))

    assert [(each.word, each.escaped_m3) for each in spot.tiers] == [(each.word, each.escaped_m3) for each in single]


def test_a_spot_is_the_single_run_in_its_park():
    """
    Whatever is compiled of the park serves runs in others.
    """
    sweep = found(POOL, "releases.spill.volume=500..900m3:3", "park.storages.pool.capacity=600..900m3:3")
    for spot in sweep.spots:
        volume_m3, room_m3 = spot.at
        case = load_case(POOL, sets=[f"releases.spill.volume={volume_m3!r} m3",
                                     f"park.storages.pool.capacity={room_m3!r} m3"])  # fmt: skip
        single = outcomes(case.park, case.scenario, play(case.park, case.scenario, trace=False))
        assert [(each.word, each.escaped_m3) for each in spot.tiers] == [
            (each.word, each.escaped_m3) for each in single]  # fmt: skip


def test_who_plays_changes_nothing(line):
    assert repr(found(POOL, *LINE, workers=2)) == repr(line)


def test_all_else_stands_at_its_middle():
    """
    50 to 150 m3 are spread in the file: a sweep of the bund spills 100 m3, so that it turns at 100 m3.
    """
    flip, = found(SMALL, "park.storages.bund.capacity=60..161m3:5").flips

    assert flip.before.at[0] < 100 <= flip.after.at[0]


def test_chances_are_those_by_hand_and_never_rise_with_the_room():
    """
    50 to 150 m3 evenly into C m3: 150 - C of 100 overflow. Of 100 strata of 1 m3 each the draw in one decides, so at
    most one more or less; the same draws at every capacity, so that a larger bund is never breached more often.
    """
    spots = chances(SMALL, "park.storages.bund.capacity=70..150m3:9", draws=100, sampling=Sampling.LHS, runs=100).spots
    counts = [spot.breaches[0].count for spot in spots]

    assert counts == pytest.approx([80, 70, 60, 50, 40, 30, 20, 10, 0], abs=1)
    assert all(after <= before for before, after in pairwise(counts))
    assert spots[0].escaped_mean_m3[0] == pytest.approx(sum(range(80)) / 100, rel=0.03)


def test_lots_are_drawn_alike_at_every_value():
    """
    The drain is shut 7 times of 10, whatever is spilt: the same draws fail at both values.
    """
    spots = chances(HERE.parent / "lots.yaml", "releases.spill.volume=20,40m3", draws=60).spots
    counts = [spot.breaches[0].count for spot in spots]

    assert counts[0] == counts[1]
    assert 8 <= counts[0] <= 29


def test_values_that_do_not_fit_are_told_and_bordered():
    """
    What stands in the pit of 500 m3 is no more than that.
    """
    sweep = found(HERE.parent / "many.yaml", "initial.pit.rain=420..620m3:3")
    last = stretches(0, sweep.row())[-1]

    assert [bool(spot.failed) for spot in sweep.spots] == [False, True, True]
    assert last.word == "failed"
    assert 500 < last.first.at[0] <= 500.2
    assert "'pit' holds 500 m3" in sweep.spots[2].failed


def test_values_none_of_which_fits_are_refused():
    with pytest.raises(InputError, match=r"no run of the sweep could be played; at its first values: .*600 m3"):
        found(HERE.parent / "many.yaml", "initial.pit.rain=600..700m3:3")


WRITTEN = {
    "releases.spill.volume=50..150m3:3": (50, 100, 150),
    "releases.spill.volume=50 m3..0.2千m3:4": (50, 100, 150, 200),
    "releases.spill.volume=1..100m3:3/log": (1, 10, 100),
    "releases.spill.volume=1..100m3/log:3": (1, 10, 100),
    "releases.leak.rate=1..100L/s:3/log": (0.001, 0.01, 0.1),
    "releases.spill.volume=70,50,60m3": (50, 60, 70),
    "releases.spill.at=0..1h:3": (0, 1800, 3600),
    "openings.drain=0..100%:3": (0, 0.5, 1),
    "response.high.when.above=20..60%:3": (0.2, 0.4, 0.6),
    "park.links.drain.capacity=10..30L/s:3": (0.01, 0.02, 0.03),
}


@pytest.mark.parametrize("written", WRITTEN)
def test_values_are_read_as_they_are_written(written):
    axis, = axes_of(Start(str(HERE.parent / "many.yaml"), 1), [written])

    assert axis.values == pytest.approx(WRITTEN[written])


def test_what_counts_something_stays_whole():
    """
    Teams from 1 to 4 in five values are four.
    """
    start = Start(str(HERE.parents[2] / "scenarios" / "changshou-tank-fire-uncertain.yaml"), 1)
    axis, = axes_of(start, ["park.crews.a-001-duty.teams=1..4:5"])

    assert axis.values == (1, 2, 3, 4)
    assert (axis.middle(1, 2), axis.middle(1, 4)) == (1, 2)
    assert axis.flag == "park.crews.a-001-duty.teams={choice: {1: 99 %, 4: 1 %}, basis: assumed, source: swept}"


def test_what_is_of_another_sort_in_the_file_is_not_its_own_value():
    """
    The file has 20 % or less of the bund full; the sweep has volumes.
    """
    axis, = axes_of(Start(str(HERE.parent / "many.yaml"), 1), ["initial.bund.rain=10..40m3"])

    assert axis.own is None
    assert len(axis.values) == 41


def test_a_flag_goes_to_other_processes_as_it_is():
    """
    Messages there name it as it was written.
    """
    flag = Flag("horizon=2 h", "--over horizon=1..3h")
    start = replace(Start("a.yaml", 1), sets=(flag,))

    assert pickle.loads(pickle.dumps(start)).sets[0].shown == "--over horizon=1..3h"
