"""What receptors see of what escaped, in a park of one bund above a river."""

import csv
import json
from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from sim.called import Called
from sim.check import downstream
from sim.check.downstream import Unknown, stream
from sim.hydrology.plume import MassRate, concentration_kg_m3, instant_kg_m3, passing
from sim.load import load_case
from sim.report.downstream import downstream_lines
from sim.result import load_result, run, save

PARK = """\
id: one-bund
tiers: {plant: {promise: nothing leaves the plant}}
storages: {bund: {tier: plant, kind: bund, capacity: 100 m3, spillway: {to: river, lag: 10 min}}}
receivers: {river: {kind: out}, brook: {kind: out}}
reaches:
  upper: {from: river, width: 20 m, depth: 1.5 m, velocity: 0.5 m/s, slope: 0.5 ‰, length: 2 km}
  lower: {from: upper, width: 20 m, depth: 1.5 m, velocity: 0.5 m/s, slope: 0.5 ‰, length: 9 km}
  other: {from: brook, width: 20 m, depth: 1.5 m, velocity: 0.5 m/s, slope: 0.5 ‰, length: 9 km}
receptors:
  near: {name: {en: Water intake, zh: 取水口}, kind: water-intake, on: upper, at: 1 km, limit: 50 mg/L}
  far: {kind: border, on: lower, at: 2 km, limit: 1 g/L}
  aside: {kind: fishery, on: other, at: 2 km, limit: 1 ug/L}
"""
SPILL = """\
park: .
horizon: 2 h
product: {name: oil, behaviour: mixes, density: 900 kg/m3}
releases: {spill: {into: bund, at: 10 min, rate: 0.1 m3/s, lasts: 20 min}}
"""
# The bund is full after 1,000 s, at 1,600 s; 20 m3 = 18,000 kg go over from then until 1,800 s, at 90 kg/s, and are in
# the river from 2,200 to 2,400 s. In 15 m3/s that would be 6 g/L, if it were not spread.
RIVER = MassRate(np.array([2200.0, 2400.0]), np.array([90.0, 0.0]))


@pytest.fixture
def play(tmp_path):
    """Load and run, with a piece of the scenario changed."""

    def played(old="", new="", trace=True):
        assert old in SPILL
        (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
        (tmp_path / "spill.yaml").write_text(SPILL.replace(old, new) if old else SPILL, encoding="utf-8")
        case = load_case(tmp_path / "spill.yaml")
        return case, run(case.park, case.scenario, trace=trace)

    return played


def test_breach_arrives_at_the_intake(play):
    """
    Nearly an instant of 18,000 kg at 2,300 s: the middle of it is 1 km on after 2,000 s.
    """
    case, result = play()
    far, near = result.downstream.arrivals
    brook = stream(case.park.reaches["upper"])
    curve = [instant_kg_m3(brook, 18_000, 1000, t) for t in range(1, 8000)]
    above = [t for t, value in enumerate(curve, 1) if value > 0.05]

    assert (near.receptor, near.reach, near.hit) == ("near", "upper", True)
    assert near.passed_kg == pytest.approx(18_000, rel=1e-9)
    assert near.peak_kg_m3 == pytest.approx(max(curve), rel=0.02)
    assert near.peak_at_s == pytest.approx(2300 + 1966, abs=5)
    assert near.above_from_s == pytest.approx(2300 + above[0], abs=20)
    assert near.above_for_s == pytest.approx(len(above), abs=40)
    assert far.receptor == "far"
    assert not far.hit
    assert isnan(far.above_from_s)


def test_peak_is_that_of_the_block(play):
    """
    90 kg/s from 2,200 to 2,400 s, the spillway's ten minutes counted.
    """
    case, result = play()
    far, near = result.downstream.arrivals
    brook = stream(case.park.reaches["upper"])
    times = np.linspace(3000, 20_000, 17_001)

    assert near.peak_kg_m3 == pytest.approx(concentration_kg_m3(brook, RIVER, 1000, times).max(), rel=1e-5)
    handed_on = concentration_kg_m3(brook, passing(brook, RIVER, 2000), 2000, times)
    assert far.peak_kg_m3 == pytest.approx(handed_on.max(), rel=1e-5)
    assert far.peak_kg_m3 == pytest.approx(concentration_kg_m3(brook, RIVER, 4000, times).max(), rel=1e-3)


def test_nearer_the_bank_before_it_is_mixed(play):
    """
    The mixing length is 1,036 m: at 1 km 4 % more, at 4 km none.
    """
    far, near = play()[1].downstream.arrivals

    assert near.mixed_after_m == pytest.approx(1036.3, abs=0.1)
    assert near.bank_factor == pytest.approx(1.045, abs=2e-3)
    assert far.bank_factor == 1


def test_nothing_is_said_when_nothing_escaped(play):
    """
    50 m3 stay in the bund, with a density or without.
    """
    _, result = play("lasts: 20 min", "lasts: 500 s")

    assert result.downstream.arrivals == ()
    assert result.downstream.unknown is None
    assert list(downstream_lines(Called(result.park), result.downstream)) == []


def test_exactly_what_it_can_stand_is_no_hit(play):
    _, result = play()
    near = next(each for each in result.downstream.arrivals if each.receptor == "near")

    assert near.hit
    assert not replace(near, limit_kg_m3=near.peak_kg_m3).hit


def test_exactly_the_limit_of_the_scenario_does_not_count(play):
    """
    As with crossings: more than the limit counts, the limit itself does not.
    """
    case, result = play()
    links = result.record.links
    escaped_m3 = float(links.passed[[at for at, target in enumerate(links.targets) if target == "river"], 0].sum())
    limits = [replace(case.scenario, limits=replace(case.scenario.limits, escape_m3=each))
              for each in (escaped_m3, np.nextafter(escaped_m3, 0))]  # fmt: skip

    assert [bool(downstream(case.park, each, result.record).arrivals) for each in limits] == [False, True]


def test_escape_below_the_limit_of_the_scenario_does_not_count(play):
    _, result = play("horizon: 2 h", "horizon: 2 h\nlimits: {escape: 21 m3}")

    assert result.downstream.arrivals == ()


def test_not_known_without_a_density(play):
    _, result = play(", density: 900 kg/m3", "")

    assert result.downstream.unknown is Unknown.DENSITY
    assert list(downstream_lines(Called(result.park), result.downstream)) == [
        "Downstream: not known; the scenario gives no density: of its product"
    ]
    assert "density:" in next(downstream_lines(Called(result.park, language="zh"), result.downstream))


def test_not_known_without_a_trace(play):
    _, result = play(trace=False)

    assert result.downstream.unknown is Unknown.TRACE
    assert list(downstream_lines(Called(result.park), result.downstream)) == [
        "Downstream: not known without a trace; leave --no-trace out"
    ]


def test_run_that_ends_while_it_escapes(play):
    """
    Until T+29 min, 1,740 s: 140 s of it, 12,600 kg; what was under way in the spillway then still comes.
    """
    _, result = play("horizon: 2 h", "horizon: 29 min")

    assert result.downstream.arrivals[0].passed_kg == pytest.approx(12_600, rel=1e-9)


def test_lines(play):
    case, result = play()
    near = result.downstream.arrivals[1]
    plain = replace(near, peak_kg_m3=0.0008, peak_at_s=33_000, limit_kg_m3=0.0005, above_from_s=31_800,
                    above_for_s=6000, bank_factor=3.21)  # fmt: skip
    found = replace(result.downstream, arrivals=(plain, replace(plain, receptor="far", limit_kg_m3=1, bank_factor=1)))

    assert list(downstream_lines(Called(case.park), found)) == [
        "Downstream: Water intake: 0.8 mg/L at T+9 h 10 min, above 0.5 mg/L from T+8 h 50 min for 1 h 40 min",
        "  not yet mixed across there: up to 3.2 times as much at the bank it came in on",
        "Downstream: far: 0.8 mg/L at T+9 h 10 min, never above 1,000 mg/L",
    ]
    assert next(downstream_lines(Called(case.park, language="zh"), found)) == (
        "下游取水口：峰值0.8 mg/L（T+9小时10分）；T+8小时50分起超过限值0.5 mg/L，累计1小时40分"
    )


def test_files(play, tmp_path):
    """
    The table and the summary say the same, and the folder reads back to the same.
    """
    case, result = play()
    folder = save(result, case, tmp_path / "out")
    with (folder / "receptors.csv").open(encoding="utf-8", newline="") as file:
        far, near = csv.DictReader(file)
    summary = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["receptors"]

    assert (near["receptor"], far["receptor"]) == ("near", "far")
    assert float(near["peak [mg/L]"]) == summary["seen"]["near"]["peak_mg_l"]
    assert far["above limit from [s]"] == ""
    assert summary["seen"]["far"]["above_limit_from_s"] is None
    assert summary["unknown"] is None
    assert repr(load_result(folder).downstream) == repr(result.downstream)


def test_numbers_downstream_count_only_where_they_are_used(play):
    """
    Three reaches of five numbers, three receptors of two, and the density itself.
    """
    counted = [assumed_numbers(*play(*change)) for change in ((), (", density: 900 kg/m3", ""))]

    assert counted[0] - counted[1] == 3 * 5 + 3 * 2 + 1


def assumed_numbers(case, result):
    from sim.result.summary import summary

    return summary(result)["counts"]["assumed_numbers"]


def test_river_that_nobody_looks_at(play):
    """
    Without receptors there is nothing to say.
    """
    case, result = play()

    assert downstream(replace(case.park, receptors={}), case.scenario, result.record).arrivals == ()
