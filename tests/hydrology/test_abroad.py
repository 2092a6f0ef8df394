"""Rules of other countries, and what a bund's dimensions give, each worked out by hand."""

from dataclasses import replace
from math import pi

import pytest

from sim.hydrology.bund_geometry import Inside, Tank, stands_inside, tank_bases, wall_body
from sim.hydrology.bund_sizes import france_rule, tenth_rule
from sim.hydrology.french_sizes import d9_rule, d9a_rule
from sim.hydrology.pool_sizes import family_a_with, flush_storm, greatest_day
from sim.hydrology.size_sheet import D9, D9A, Hose, Rain, Risk, SizeSheet, TankGroup
from sim.hydrology.sizing import Caution, Standard, Sure
from sim.hydrology.standard_names import NAMES, SINGLE, named
from sim.hydrology.standards import size_by_standards

FARM = TankGroup("farm", 10_000, all_tanks_m3=36_000)
STORE = TankGroup("store", 1, all_containers_m3=40)


def test_every_standard_has_a_name():
    assert set(SINGLE.values()) == set(Standard)
    assert named(NAMES) == tuple(Standard)


@pytest.mark.parametrize(("all_m3", "required_m3"), [(36_000, 18_000), (12_000, 10_000)])
def test_france(all_m3, required_m3):
    """
    Half of 36,000 is 18,000; half of 12,000 is less than the largest tank.
    """
    assert france_rule(FARM, all_m3).result == required_m3


@pytest.mark.parametrize(("all_m3", "required_m3"), [(40, 4), (8, 1)])
@pytest.mark.parametrize(("standard", "sure"), [
    (Standard.RCRA, Sure.FOUND), (Standard.VAWS, Sure.MEMORY), (Standard.PGS, Sure.MEMORY),
])  # fmt: skip
def test_a_tenth(standard, sure, all_m3, required_m3):
    """
    A tenth of 40 m3 is 4; of 8 it is 0.8, less than the largest of 1.
    """
    found = tenth_rule(standard, STORE, all_m3)

    assert (found.result, found.sure) == (required_m3, sure)


@pytest.mark.parametrize(("d9", "flow_m3_h"), [
    (D9(4144, 0.1, Risk.ONE), 270), (D9(4144, 0.1, Risk.TWO), 420), (D9(4144, 0.1, Risk.THREE, sprinkled=True), 270),
    (D9(500, 0, Risk.LOW), 60), (D9(4250, 0, Risk.ONE), 270),
])  # fmt: skip
def test_d9(d9, flow_m3_h):
    """
    273.5 -> 270; x 1.5 = 410.3 -> 420 (13.7 steps); x 2 / 2 = 273.5; 15 -> 60 at least; 255 is 8.5 steps, 9 of them.
    """
    found = d9_rule(STORE, d9)

    assert found.term("Q").value == flow_m3_h
    assert found.result == 2 * flow_m3_h


def test_d9a_takes_the_hoses_where_d9_is_not_asked():
    """
    0.1 m3/s x 7,200 s = 720; + 50 + 0.2 x 200 + 0.01 x 10,000 = 910.
    """
    store = TankGroup("store", 0, (Hose("monitors", 0.1, 7200),))

    assert d9a_rule(store, D9A(50, 200, 10_000)).result == pytest.approx(910)


def test_only_what_is_asked_is_asked():
    """
    Of the same sheet: all, and two; what is left out is named only where it was asked.
    """
    sheet = SizeSheet({}, (replace(FARM, all_containers_m3=20_000),))
    chosen = size_by_standards(replace(sheet, asked=named(["uk-110", "cn-b"])))

    assert {each.standard for each in size_by_standards(sheet).sizings} == {
        Standard.UK, Standard.FRANCE, Standard.RCRA, Standard.VAWS, Standard.PGS,
    }  # fmt: skip
    assert [each.standard for each in chosen.sizings] == [Standard.UK]
    assert [each.standard for each in chosen.left_out] == [Standard.FAMILY_B]


def test_greatest_day():
    """
    276.4 mm x 0.90 x 12,600 m2 = 3,134.38 m3.
    """
    found = family_a_with([TankGroup("depot", 0)], 0, greatest_day(0.2764, 0.90, 12_600))

    assert round(found.result, 2) == 3134.38
    assert round(found.term("h").value, 6) == 276.4


def test_greatest_day_of_a_sheet():
    rain = Rain(greatest_day_m=0.2764, runoff=0.90, area_m2=12_600)
    found = size_by_standards(SizeSheet({}, (TankGroup("depot", 0),), 0.0, rain)).sizings

    assert [(each.standard, round(each.result, 2)) for each in found] == [(Standard.FAMILY_A, 3134.38)]
    assert Caution.GREATEST_DAY in [each.caution for each in found[0].warnings]


@pytest.mark.parametrize(("minutes", "warned"), [(9, True), (10, False), (20, False), (21, True)])
def test_first_flush_by_a_storm(minutes, warned):
    """
    110 L/(s ha) x 0.7 x 24 ha = 1,848 L/s: 110.88 m3 a minute.
    """
    found = flush_storm(240_000, 0.7, 110e-7, 60 * minutes)

    assert found.result == pytest.approx(110.88 * minutes)
    assert (Caution.FLUSH_TIME in [each.caution for each in found.warnings]) is warned


def test_wall_with_upright_faces():
    """
    0.3 m thick: 100 m x 0.15 m x 1 m, however high it goes on.
    """
    assert wall_body(100, 1.5, 0.3, 0.3, 1.0)[0].value == pytest.approx(15)


def test_wall_that_leans():
    """
    Top 0.5, foot 3.5 m, 1 m high, all of it: 100 x (0.25 + 1.75) / 2 = 100 m3.
    """
    assert wall_body(100, 1.0, 0.5, 3.5, 1.0)[0].value == pytest.approx(100)


def test_tanks_of_two_sizes():
    """
    Below 1 m: one base of 10 m, 0.4 m high, is V1; two more tanks of 10 m and three of 6 m to the level are V2. A base
    above the level counts up to it.
    """
    large, small = Tank("large", 800, 10, base_m=0.4, number=3), Tank("small", 200, 6, base_m=2, number=3)
    first, others = tank_bases([large, small], large, 1.0)

    assert first[0].value == pytest.approx(pi / 4 * 100 * 0.4)
    assert others[0].value == pytest.approx(pi / 4 * (2 * 100 + 3 * 36))


def test_the_largest_tank_stands_elsewhere():
    """
    Then V1 is nothing here, and all tanks are others.
    """
    small = Tank("small", 200, 6, number=2)
    first, others = tank_bases([small], Tank("large", 800, 10), 1.0)

    assert (first[0].value, others[0].value) == (0, pytest.approx(pi / 4 * 36 * 2))


def test_wide_base():
    """
    0.5 m of a base of 12 m, 0.5 m of a tank of 10 m.
    """
    wide = Tank("wide", 800, 10, base_m=0.5, base_diameter_m=12, number=2)
    first, others = tank_bases([wide], wide, 1.0)

    assert first[0].value == pytest.approx(pi / 4 * 144 * 0.5)
    assert others[0].value == pytest.approx(pi / 4 * (144 * 0.5 + 100 * 0.5))


def test_inner_dikes_count_up_to_the_level():
    """
    50 m2 x 0.5 m, and twice 2 m2 up to 1 m of 3.
    """
    things = [Inside("dike", 50, 0.5), Inside("column", 2, 3, 2)]

    assert stands_inside(things, 1.0)[0].value == 29
