"""What a river carries downstream, against its closed forms, quadrature and claims it must always keep."""

from math import exp, inf, isnan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from sim.hydrology.plume import (
    MassRate,
    Stream,
    bank_factor,
    concentration_kg_m3,
    fischer_m2_s,
    instant_kg_m3,
    mixed,
    mixing_length_m,
    passage,
    passing,
    shear_velocity_m_s,
    steady_kg_m3,
    transverse_m2_s,
)

SHEAR = shear_velocity_m_s(1.5, 0.0005)
BROOK = Stream(20 * 1.5, 0.5, fischer_m2_s(20, 1.5, 0.5, SHEAR))
DECAYING = Stream(30, 0.5, 8.5494, decay_1_s=2e-4)


def steps(*rows):
    """A rate from (time, rate) rows; the last is 0."""
    times, rates = np.array(rows, dtype=float).T
    return MassRate(times, rates)


def at(stream, release, x_m, *times):
    return concentration_kg_m3(stream, release, x_m, np.array(times, dtype=float))


BLOCK = steps((0, 1.5), (1200, 0))
STREAMS = st.builds(
    Stream, st.floats(1, 2000), st.floats(0.05, 3), st.floats(0.5, 500), st.sampled_from([0.0, 1e-6, 1e-4, 1e-3])
)
RELEASES = st.lists(st.tuples(st.floats(1, 1e5), st.floats(0, 50)), min_size=1, max_size=6).map(
    lambda rows: steps(*zip(np.cumsum([0] + [span for span, _ in rows]), [rate for _, rate in rows] + [0], strict=True))
)


def test_the_known_vector():
    """
    w 20 m, d 1.5 m, v 0.5 m/s, s 0.0005; 1,000 kg at x = 1 km, t = 2,000 s: 1000 / (30 sqrt(4 pi 8.5494 2000)).
    """
    assert pytest.approx(0.085776, abs=5e-7) == SHEAR
    assert BROOK.dispersion_m2_s == pytest.approx(8.5494, abs=5e-5)
    assert instant_kg_m3(BROOK, 1000, 1000, 2000) * 1000 == pytest.approx(71.910, abs=5e-4)


def test_ogata_banks_value_found_elsewhere():
    """
    D 0.1, v 1, x 1, t 1.4: C / C0 = 0.838457815 (J. Craig's OgataBanks.xlsm, in the tests of hydrorecipes). Of 1 kg let
    go within a thousandth of a second, that much has come by.
    """
    found = passing(Stream(1, 1, 0.1), steps((-0.5e-3, 1e3), (0.5e-3, 0)), 1)
    so_far = np.concatenate(([0], np.cumsum(found.rates_kg_s[:-1] * np.diff(found.times_s))))

    assert np.interp(1.4, found.times_s, so_far) == pytest.approx(0.838457815, abs=1e-4)


@pytest.mark.parametrize("stream", [BROOK, DECAYING])
def test_what_is_handed_on_is_the_first_passage(stream):
    """
    Its density is x / t times the instantaneous solution; here its integral, by quadrature, of a block of 1,200 s.
    """

    def density(s):
        return 1000 / s * instant_kg_m3(stream, 30, 1000, s)

    def passed(t):
        return quad(density, 1e-9, t, epsabs=1e-12, points=[min(t, 1900)])[0] if t > 0 else 0.0

    found = passing(stream, BLOCK, 1000)
    middle = (found.times_s[1:] + found.times_s[:-1]) / 2
    for place in range(0, len(middle), len(middle) // 12):
        rate = 1.5 * (passed(middle[place]) - passed(middle[place] - 1200))
        assert found.rates_kg_s[place] == pytest.approx(rate, abs=1.5e-3)


@pytest.mark.parametrize("stream", [BROOK, DECAYING])
@pytest.mark.parametrize("time", [1500, 2000, 2600, 3200, 5000])
def test_block_is_the_instant_added_up(stream, time):
    """
    1.5 kg/s for 1,200 s, by adaptive quadrature of the instantaneous solution.
    """
    wanted, _ = quad(lambda s: 1.5 * instant_kg_m3(stream, 1, 1000, time - s), 0, min(time, 1200), epsabs=1e-14)

    (found,) = at(stream, BLOCK, 1000, time)
    assert found == pytest.approx(wanted, rel=1e-7, abs=1e-13)


def test_short_block_is_an_instant():
    """
    1,000 kg within a second, looked at from its middle.
    """
    burst = steps((0, 1000), (1, 0))
    times = np.array([1700, 2000, 2400.0])

    assert at(BROOK, burst, 1000, *(times + 0.5)) == pytest.approx(
        [instant_kg_m3(BROOK, 1000, 1000, t) for t in times], rel=1e-5
    )


@given(STREAMS, RELEASES, st.floats(1, 50_000))
def test_profile_is_the_sum_of_its_blocks(stream, release, x):
    rows = zip(release.times_s[:-1], release.times_s[1:], release.rates_kg_s[:-1], strict=True)
    blocks = [steps((start, rate), (end, 0)) for start, end, rate in rows]
    times = np.linspace(0, release.times_s[-1] + 2 * x / stream.velocity_m_s, 40)
    whole = concentration_kg_m3(stream, release, x, times)

    parts = sum(concentration_kg_m3(stream, block, x, times) for block in blocks)
    assert whole == pytest.approx(parts, rel=1e-9, abs=1e-13 * (1 + release.rates_kg_s.max()))


@given(STREAMS, RELEASES, st.floats(1, 50_000))
def test_nothing_is_negative_or_more_than_came_in(stream, release, x):
    """
    Nowhere more than a steady release of the highest rate makes.
    """
    times = np.linspace(-100, release.times_s[-1] + 5 * x / stream.velocity_m_s, 100)
    found = concentration_kg_m3(stream, release, x, times)

    assert (found >= 0).all()
    assert (found[times <= 0] == 0).all()
    assert found.max() <= steady_kg_m3(stream, release.rates_kg_s.max(), x) * (1 + 1e-9) + 1e-15


@pytest.mark.parametrize("x", [50, 1000, 8000])
def test_all_the_mass_comes_by(x):
    """
    The flow times the concentration, integrated over time: 1,800 kg to a millionth.
    """
    early, late = BROOK.front_s(x)
    times = np.linspace(early, 1200 + 1.5 * late, 200_001)
    carried = BROOK.flow_m3_s * concentration_kg_m3(BROOK, BLOCK, x, times)

    assert float(np.trapezoid(carried, times)) == pytest.approx(1800, rel=1e-6)


@pytest.mark.parametrize("k", [0, 2e-4])
def test_mass_in_the_river_decays_as_it_should(k):
    """
    Over x, an hour after 1,000 kg: 1,000 exp(-k t).
    """
    stream = Stream(30, 0.5, 8.5494, k)
    there, _ = quad(lambda x: 30 * instant_kg_m3(stream, 1000, x, 3600), 500, 3100, epsabs=1e-10, points=[1800])

    assert there == pytest.approx(1000 * exp(-k * 3600), rel=1e-6)


def test_what_has_decayed_on_the_way():
    """
    More is left than after the mean time of travel, since what is quick has decayed less; less than all.
    """
    assert exp(-DECAYING.decay_1_s * 1000 / 0.5) < DECAYING.left(1000) < 1
    assert DECAYING.left(1000) == pytest.approx(0.67213, abs=5e-6)  # m = 1.013587: exp(-0.013587 x 500 / 17.0988)
    assert passing(DECAYING, BLOCK, 1000).mass_kg == pytest.approx(1800 * DECAYING.left(1000), rel=1e-12)


@pytest.mark.parametrize("stream", [BROOK, DECAYING])
def test_long_block_becomes_the_steady_release(stream):
    (found,) = at(stream, steps((0, 3), (1e6, 0)), 1000, 9e5)

    assert found == pytest.approx(steady_kg_m3(stream, 3, 1000), rel=1e-9)


def test_steady_release_with_decay_in_the_standards_own_words():
    """
    C = W / (Q m) exp(v x (1 - m) / (2 E)), m = sqrt(1 + 4 k E / v^2).
    """
    m = sqrt(1 + 4 * 2e-4 * 8.5494 / 0.25)

    assert steady_kg_m3(DECAYING, 3, 1000) == pytest.approx(3 / (15 * m) * exp(500 * (1 - m) / (2 * 8.5494)), rel=1e-12)


def test_same_way_up_and_down_the_cloud():
    """
    At one time a cloud is as high so far above its middle as below it.
    """
    for off in (50, 200, 400):
        above, below = (instant_kg_m3(BROOK, 1000, 2000 + sign * off, 4000) for sign in (-1, 1))
        assert above == pytest.approx(below, rel=1e-12)


@pytest.mark.parametrize("stream", [BROOK, DECAYING])
def test_two_reaches_of_a_kind_are_one_of_twice_the_length(stream):
    """
    Handed on in steps of a twentieth of the spread: within 0.1 % of the peak at every time.
    """
    times = np.linspace(4000, 12_000, 400)
    whole = concentration_kg_m3(stream, BLOCK, 4000, times)

    halves = concentration_kg_m3(stream, passing(stream, BLOCK, 2000), 2000, times)
    assert np.abs(halves - whole).max() < 1e-3 * whole.max()


@given(STREAMS, RELEASES, st.floats(10, 50_000))
def test_what_is_handed_on_is_what_came_in(stream, release, x):
    """
    To a billionth, less what decays; never negative, and not before the release began.
    """
    found = passing(stream, release, x)

    assert found.mass_kg == pytest.approx(release.mass_kg * stream.left(x), rel=1e-9, abs=1e-300)
    assert (found.rates_kg_s >= 0).all()
    assert found.times_s[0] >= release.times_s[0]
    assert found.rates_kg_s[-1] == 0


def test_thinned_release_keeps_its_mass():
    """
    10,000 steps within an hour and a long one after them.
    """
    times = np.append(np.linspace(0, 3600, 10_001), 1e5)
    release = MassRate(times, np.append(np.sin(np.arange(10_001)) + 1, 0))

    found = release.thinned(500)
    assert len(found.times_s) <= 502
    assert found.mass_kg == pytest.approx(release.mass_kg, rel=1e-12)
    assert (found.times_s[0], found.times_s[-1], found.rates_kg_s[-1]) == (0, 1e5, 0)


def test_passage_of_a_burst():
    """
    The curve of an instantaneous release, looked at every second: peak at 1,966 s, above 50 mg/L from 1,679 to 2,304 s.
    """
    seen = passage(BROOK, steps((-0.5, 1000), (0.5, 0)), 1000, 0.05)
    times = np.arange(1000, 4000)
    curve = np.array([instant_kg_m3(BROOK, 1000, 1000, t) for t in times])

    assert seen.peak_kg_m3 == pytest.approx(curve.max(), rel=1e-5)
    assert seen.peak_at_s == pytest.approx(times[curve.argmax()], abs=1)
    assert seen.above_from_s == pytest.approx(times[curve > 0.05][0], abs=1)
    assert seen.above_for_s == pytest.approx((curve > 0.05).sum(), abs=1.5)


def test_passage_below_the_limit():
    seen = passage(BROOK, BLOCK, 1000, 1.0)

    assert isnan(seen.above_from_s)
    assert seen.above_for_s == 0
    assert 0 < seen.peak_kg_m3 < 0.1  # 1.5 kg/s in 15 m3/s


def test_passage_counts_every_stretch():
    """
    Two blocks six hours apart, each above 50 mg/L for about its own 1,200 s.
    """
    twice = steps((0, 1.5), (1200, 0), (21_600, 1.5), (22_800, 0))
    once, both = (passage(BROOK, each, 1000, 0.05) for each in (BLOCK, twice))

    assert both.above_from_s == pytest.approx(once.above_from_s, abs=0.01)
    assert both.above_for_s == pytest.approx(2 * once.above_for_s, abs=0.02)
    assert once.above_for_s == pytest.approx(1200, abs=60)


@pytest.mark.parametrize("x", [1, 100, 1e4, 1e6])
def test_front_holds_all_but_a_trace(x):
    """
    Before and after it, a billionth.
    """
    early, late = BROOK.front_s(x)
    (before, after) = at(BROOK, steps((0, 15), (1e12, 0)), x, early, late)

    assert before < 1e-9
    assert after == pytest.approx(1, abs=1e-9)


def test_mixed_across_after_the_mixing_length():
    """
    0.4 v w2 / Dy is where the bank has 4 % more than the mean; a hundredth of it is 5 times the mean.
    """
    across = transverse_m2_s(1.5, SHEAR)
    length = mixing_length_m(20, 0.5, across)

    assert length == pytest.approx(1036.3, abs=0.1)  # 0.4 x 0.5 x 400 / 0.0771984
    assert mixed(length, 20, 0.5, across) == pytest.approx(0.4)
    assert bank_factor(0.4) == pytest.approx(1.039, abs=5e-4)
    assert bank_factor(0.02) == pytest.approx(3.989, abs=5e-4)  # 1 / sqrt(0.02 pi)
    assert (bank_factor(0), bank_factor(5)) == (inf, 1)


@given(st.floats(1e-6, 2))
def test_bank_never_has_less_than_the_mean(way):
    assert bank_factor(way) >= bank_factor(way * 1.01) - 1e-4
    assert bank_factor(way) >= 1
