"""What decides an answer, held against answers that are known by hand, and against itself."""

from math import nan, pi, sin
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import sobol_indices

from sim.ensemble.morris import LEVELS, MorrisRows
from sim.ensemble.outputs import Kind, Output
from sim.ensemble.player import Player, Start
from sim.ensemble.rows import play_rows
from sim.ensemble.sensitivity import FEWEST, OUTPUTS, Method, effect_rows, effects_of, run_sensitivity
from sim.ensemble.sobol import SobolRows, indices
from sim.errors import InputError, Problems, ProgramError

HERE = Path(__file__).parent


def nobody(done):
    """Told of the progress, and silent."""


def study(scenario, method, count=512, workers=1, seed=1, **start):
    return run_sensitivity(Start(str(HERE / scenario), seed, **start), Method(method), count, workers, nobody)


def decided(found, kind=Kind.MARGIN, tier="plant"):
    return next(each for each in found.decided if each.output == Output(tier, kind))


def by_input(found, kind=Kind.MARGIN, tier="plant"):
    return {each.input.name: each for each in decided(found, kind, tier).effects}


def shares(found, *names, kind=Kind.MARGIN):
    """First index, then total one, of each input."""
    effects = by_input(found, kind)
    return [value for name in names for value in (effects[name].alone.value, effects[name].whole.value)]


def test_sobol_of_numbers_that_add_up_is_the_one_by_hand():
    """
    The variance of even numbers goes with the square of their width: 40, 30 and 10 m3 wide they decide 16, 9 and 1 of
    26, and as they only add up, none decides more with others, and nothing is decided by several together.
    """
    found = study("adds.yaml", "sobol", pick="park")

    spill, rain, capacity = "releases.spill.volume", "initial.bund.rain", "storages.bund.capacity"
    known = [each / 26 for each in (16, 16, 9, 9, 1, 1)]
    assert shares(found, spill, rain, capacity) == pytest.approx(known, abs=0.02)
    assert list(by_input(found)) == [spill, rain, capacity]
    assert decided(found).joint.value == pytest.approx(0, abs=1e-9)
    assert [each.larger for each in decided(found).effects] == pytest.approx([-0.78, -0.58, 0.19], abs=0.05)


def test_sobol_of_a_product_is_the_one_by_hand():
    """
    Rate times duration, each even and 1.8 times as wide as its middle: relative variances v = 1.8^2 / 12 = 0.27. The
    product has (1 + v)^2 - 1 = 0.6129, of which each decides 0.27 by itself: 0.4405; both together v^2: 0.1189.
    """
    found = study("times.yaml", "sobol", 1024)

    alone, joint = 0.27 / 0.6129, 0.27**2 / 0.6129
    known = [alone, alone + joint] * 2
    assert shares(found, "releases.leak.rate", "releases.leak.lasts") == pytest.approx(known, abs=0.02)
    assert decided(found).joint.value == pytest.approx(joint, abs=0.02)
    assert decided(found).joint.low > 0


def test_numbers_that_move_together_are_one_input():
    """
    Bells of 3 and 4 m3 with a rank correlation of 0.8, of their scores r = 2 sin(0.8 pi / 6): 9 + 16 + 2 x 12 r. Rain
    is 20 m3 wide: 400 / 12. Were they independent it would be 25, and their part 0.43 instead of 0.57.
    """
    found = study("alike.yaml", "sobol")

    group = 25 + 24 * 2 * sin(0.8 * pi / 6)
    known = [group / (group + 400 / 12)] * 2
    assert shares(found, "tank") == pytest.approx(known, abs=0.02)
    assert decided(found).effects[0].input.sort == "group"


def test_all_lots_are_an_input():
    """
    The drain fails 3 times of 10, and then all of 40 to 60 m3 escapes: relative variances 0.7 / 0.3 of the lots and
    0.4^2 / 12 of the volume, their product besides. Whether it escapes the lots alone decide.
    """
    found = study("lots.yaml", "sobol", 1024, sets=("releases.spill.volume={uniform: [40 m3, 60 m3]}",))

    lots, volume = 0.7 / 0.3, 0.4**2 / 12
    whole = (1 + lots) * (1 + volume) - 1
    known = [lots / whole, lots * (1 + volume) / whole, volume / whole, volume * (1 + lots) / whole]
    assert shares(found, "lots", "releases.spill.volume", kind=Kind.ESCAPED) == pytest.approx(known, abs=0.02)
    assert shares(found, "lots", "releases.spill.volume", kind=Kind.BREACHED) == pytest.approx([1, 1, 0, 0], abs=0.02)


def test_indices_are_those_of_scipy():
    """
    The same runs handed to another program, whose estimators leave in what two of its samples have in common by chance.
    """
    player = Player(Start(str(HERE / "times.yaml"), 3))
    values = play_rows(player, SobolRows(player, 512), 1, nobody).of(Output("plant", Kind.MARGIN))
    parts = {"f_A": values[:, 0][None], "f_B": values[:, 1][None], "f_AB": values[:, 2:].T[:, None]}
    theirs = sobol_indices(func=parts, n=512)
    ours = [each.value for each in indices(values, 3)]

    assert ours[2:4] == pytest.approx(np.ravel(theirs.total_order).tolist(), abs=0.02)
    assert ours[:2] == pytest.approx(np.ravel(theirs.first_order).tolist(), abs=0.02)


def test_what_two_samples_have_in_common_by_chance_is_left_out():
    """
    Of 20 random points A and B go together somewhat. An input that decides all (the run with it is B) has 1, one that
    does nothing (the run with it is A) 0, to the last digit; so have two that only add up, together.
    """
    a, b = np.random.default_rng(2).random((2, 20, 2))
    found = indices(np.stack([a[:, 0], b[:, 0], b[:, 0], a[:, 0]], axis=1), 1)
    added = indices(np.stack([a.sum(1), b.sum(1), b[:, 0] + a[:, 1], a[:, 0] + b[:, 1]], axis=1), 1)

    assert abs(np.corrcoef(a[:, 0], b[:, 0])[0, 1]) > 0.1
    assert [each.value for each in found] == pytest.approx([1, 0, 1, 0, 0], abs=1e-12)
    assert added[4].value == pytest.approx(0, abs=1e-12)


def test_the_interval_holds_the_index():
    """
    Of 20 studies of 64 points at least 16 have 16/26 and 9/26 in their 95 % intervals, first and total: fewer would
    come about by chance 1 in 300 times.
    """
    inside = np.zeros(4)
    for seed in range(20):
        effects = by_input(study("adds.yaml", "sobol", 64, pick="park", seed=seed))
        spill, rain = effects["releases.spill.volume"], effects["initial.bund.rain"]
        estimates = (spill.alone, spill.whole, rain.alone, rain.whole)
        inside += [each.low <= known <= each.high
                   for each, known in zip(estimates, (16 / 26, 16 / 26, 9 / 26, 9 / 26), strict=True)]  # fmt: skip

    assert (inside >= 16).all()


def test_one_that_is_no_number_is_refused():
    """
    One NaN among 64 would make indices of all inputs wrong.
    """
    values = np.random.default_rng(1).random((64, 4))
    values[7, 3] = nan

    with pytest.raises(ProgramError, match="no number"):
        indices(values, 1)


def test_where_no_water_comes_all_free_room_is_left():
    """
    A spill below 120 m3, half of all, does not reach the pool behind the bund, which has 340 - 40 m3 free; the largest
    leaves 300 - 100. Every output is a number in every run.
    """
    found = study("two-tiers.yaml", "sobol", 256)

    margin = decided(found, tier="public")
    assert (margin.least, margin.most) == (pytest.approx(200, abs=1), pytest.approx(300, abs=1e-9))
    assert found.played.untouched == (0, pytest.approx(0.5, abs=0.01))
    assert np.isfinite(found.played.values).all()
    assert [each.whole.value for each in margin.effects] == pytest.approx([1], abs=0.02)


@pytest.mark.parametrize("method", ["sobol", "morris", "tornado"])
def test_what_is_always_the_same_is_decided_by_nothing(method):
    """
    120 m3 always hold 20 to 60 m3 and the rain: nothing escapes, so no input has an index of it.
    """
    found = study("adds.yaml", method, 16, pick="park")

    for kind in (Kind.ESCAPED, Kind.BREACHED):
        assert decided(found, kind).effects == ()
        assert (decided(found, kind).least, decided(found, kind).most) == (0, 0)


def test_too_few_breaches_decide_nothing():
    """
    More than 120 m3 of 20 to 121 m3: of 64 single runs hardly one, of which no index can be made.
    """
    sets = ("releases.spill.volume={uniform: [20 m3, 121 m3]}",)
    found = study("small.yaml", "sobol", 64, sets=sets, seed=2)

    assert decided(found, Kind.BREACHED).effects == ()
    assert decided(found, Kind.MARGIN).effects != ()


def test_morris_of_numbers_that_add_up_is_exact():
    """
    From one end to the other 40 m3 of spill and 30 of rain leave so much less, 10 of capacity so much more, wherever
    the others are: mu* 40, 30, 10, no sigma.
    """
    effects = by_input(study("adds.yaml", "morris", 4, pick="park"))

    assert [each.size.value for each in effects.values()] == pytest.approx([40, 30, 10], abs=1e-6)
    assert [each.mean for each in effects.values()] == pytest.approx([-40, -30, 10], abs=1e-6)
    assert [each.scatter for each in effects.values()] == pytest.approx([0, 0, 0], abs=1e-6)
    assert [each.larger for each in effects.values()] == pytest.approx([-1, -1, 1])


def test_morris_of_a_product_scatters():
    """
    Rate from 2 to 38 L/s at one duration takes 36 L/s times it; durations lie in the middles of eight equal parts
    of 100 to 1,900 s, all alike often: 36 m3 on average, and sigma 0.036 x 1,800 x sqrt(63 / 768) = 18.56.
    """
    effects = by_input(study("times.yaml", "morris", 400))

    rate = effects["releases.leak.rate"]
    assert rate.size.value == pytest.approx(36, abs=2)
    assert rate.mean == pytest.approx(-rate.size.value)
    assert rate.scatter == pytest.approx(0.036 * 1800 * (63 / 768) ** 0.5, abs=1)


def test_morris_moves_a_group_as_one():
    """
    Both spills half of their chances up: quantiles at 1/16 and 9/16, and so on, of one bell of 3 + 4 = 7 m3.
    """
    from scipy.special import ndtri

    steps = [float(ndtri((k + 4.5) / 8) - ndtri((k + 0.5) / 8)) * 7 * 2 for k in range(4)]
    effects = by_input(study("alike.yaml", "morris", 8))

    assert effects["tank"].size.value == pytest.approx(sum(steps) / 4, abs=1e-6)
    assert effects["tank"].mean == pytest.approx(-sum(steps) / 4, abs=1e-6)


def test_every_trajectory_moves_each_input_once():
    """
    Neighbours differ in the numbers of one input, and of 16 trajectories two begin at each level.
    """
    player = Player(Start(str(HERE / "adds.yaml"), 1, pick="park"))
    rows = MorrisRows(player, 2 * LEVELS)

    for row in range(rows.count):
        numbers = np.array([each for each, _ in rows.row(row)])
        assert sorted(np.argmax(np.diff(numbers, axis=0) != 0, axis=1).tolist()) == [0, 1, 2]
        assert len({lots for _, lots in rows.row(row)}) == 1
    assert (np.sort(rows.starts[0], axis=0) == np.repeat(np.arange(LEVELS), 2)[:, None]).all()


def test_tornado_is_the_one_by_hand():
    """
    In the middle 205 - 15 - 40 = 150 m3 are left. 5 and 95 % of the spill: 22 and 58 m3; of the rain 1.5 and 28.5 m3;
    of the capacity 200.5 and 209.5 m3.
    """
    found = decided(study("adds.yaml", "tornado", pick="park"))

    ends = [(each.low, each.high) for each in found.effects]
    assert found.middle == pytest.approx(150)
    assert np.ravel(ends).tolist() == pytest.approx([168, 132, 163.5, 136.5, 145.5, 154.5])
    assert [each.size for each in found.effects] == pytest.approx([36, 27, 9])


def test_a_tornado_is_a_plain_run_of_its_numbers():
    """
    Nothing fails by lot: the drain is shut in time, and all 50 m3 stay.
    """
    found = study("lots.yaml", "tornado", sets=("releases.spill.volume={uniform: [40 m3, 60 m3]}",))

    assert decided(found, Kind.ESCAPED).most == 0


ROOM = ("initial.pit={rain: {uniform: [0 m3, 290 m3]}, process: {uniform: [0 m3, 290 m3]}}",)
"""Together more than the pit's 500 m3 with a chance of 80^2 / 2 / 290^2 = 3.8 %."""


def test_a_run_that_fails_takes_its_row_with_it():
    """
    Four runs of a row are of the two numbers, so some 3.8 to 15 % of 128 rows are left out; each failure is named.
    """
    found = study("small.yaml", "sobol", 128, sets=ROOM)
    played = found.played

    left_out = {each.row for each in played.failures}
    assert 4 < len(left_out) < 24
    assert np.flatnonzero(~played.whole).tolist() == sorted(left_out)
    assert len(played.values) == 128 - len(left_out)
    assert np.isfinite(played.values).all()
    first = played.failures[0]
    assert first.changed in ("-", "all", *(each.name for each in found.inputs))
    assert "in all is more than fits; 'pit' holds 500 m3" in first.failed


def test_rows_of_which_none_is_whole_are_refused():
    """
    290 of 300 m3 of each at 400 m3 more: nothing fits but what is small, which ends do not show.
    """
    with pytest.raises((InputError, Problems), match="pit"):
        study("small.yaml", "sobol", 8, sets=(ROOM[0].replace("[0 m3, 290 m3]", "[240 m3, 259 m3]"),))


@pytest.mark.parametrize("method", list(Method))
def test_who_plays_changes_nothing(method):
    found = [study("many.yaml", method, 16, workers, pick="park", seed=5) for workers in (1, 2)]
    tables = [(effects_of(method).table(effect_rows(each)), OUTPUTS.table([(each, x) for x in each.decided]))
              for each in found]  # fmt: skip

    assert repr(tables[0]) == repr(tables[1])
    assert found[0].played.values.tobytes() == found[1].played.values.tobytes()


@pytest.mark.parametrize("method", [Method.SOBOL, Method.MORRIS])
def test_too_few_are_refused(method):
    with pytest.raises(InputError, match=f"{FEWEST[method] - 1} are too few to say anything"):
        study("adds.yaml", method, FEWEST[method] - 1, pick="park")


def test_nothing_uncertain_is_refused():
    with pytest.raises(InputError, match=r"no number of .*lots.yaml is uncertain"):
        study("lots.yaml", "tornado")
