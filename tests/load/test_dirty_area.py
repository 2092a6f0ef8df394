"""Areas of the incident that drain elsewhere than the catchment they lie in."""

import pytest

from sim.load import load_case

HOUR = 3600
YARD = "{tank-row: {of: yard, area: 1.2 ha, drains_to: bund, runoff: 100 %}}"


@pytest.fixture
def rain(small):
    """What 10 mm of rain `on` some catchments bring into each storage [m3], with these dirty areas."""

    def volumes(on, areas, **park):
        sets = [f"park.catchments.{id}={each}" for id, each in park.items()]
        shower = f"rain.shower={{on: {on}, at: 1 h, depths: [[20 min, 10 mm]]}}"
        scenario = load_case(small / "fire.yaml", sets=[*sets, shower, f"dirty_areas={areas}"]).scenario
        inflows = [each for each in scenario.inflows if each.id.partition("~")[0] == "shower"]
        found = {}
        for each in inflows:
            for storage, factor in zip(each.into, each.factors, strict=True):
                share = factor / sum(each.factors)
                found[storage] = found.get(storage, 0) + each.volume_m3(72 * HOUR) * share
        return found

    return volumes


@pytest.mark.parametrize("on", ["yard", "[yard, yard]"])
def test_a_dirty_area_is_cut_out_of_its_catchment(rain, on):
    """
    Of 2 ha, 1.2 shed every drop into the bund, 120 m3 of 10 mm; 0.8 ha x 0.85 go to the drain, 68 m3.
    """
    assert rain(on, YARD) == pytest.approx({"bund": 120, "drain": 68}, rel=1e-12)


def test_rain_on_all_falls_on_it_too(rain):
    """
    The roofs shed 90 m3 besides, the bank 60.
    """
    assert rain("all", YARD) == pytest.approx({"bund": 120, "drain": 158, "river-1": 60}, rel=1e-12)


def test_rain_elsewhere_does_not(rain):
    assert rain("roofs", YARD) == pytest.approx({"drain": 90}, rel=1e-12)


def test_it_sheds_as_much_as_its_catchment_unless_it_says_otherwise(rain):
    """
    1.2 ha x 0.85 x 10 mm.
    """
    assert rain("yard", YARD.replace(", runoff: 100 %", ""))["bund"] == pytest.approx(102, rel=1e-12)


def test_a_catchment_may_be_dirty_as_a_whole(rain):
    """
    1.2 and 0.8 ha are all there is, so nothing is left for the drain.
    """
    areas = "{tank-row: {of: yard, area: 1.2 ha, drains_to: bund}, rack: {of: yard, area: 8000 m2, drains_to: pit}}"

    assert rain("yard", areas) == pytest.approx({"bund": 102, "pit": 68}, rel=1e-12)


def test_it_takes_its_time_as_its_catchment_does_but_has_no_first_flush(rain):
    """
    The yard keeps 4 mm x 0.8 ha = 32 m3 of first flush for the pit and crosses 5 % of its 68 m3; the dirty area sheds
    all of its 120 m3 into the bund.
    """
    yard = (
        "{area: 2 ha, runoff: 0.85, drains_to: drain, response: rational, concentration: 10 min, first_flush: 4 mm, "
        "first_flush_to: pit, misconnected: 5 %, misconnected_to: river-1}"
    )
    found = rain("yard", YARD, yard=yard)

    assert found == pytest.approx({"bund": 120, "pit": 30.4, "river-1": 3.4, "drain": 34.2}, rel=1e-12)


def test_a_second_storm_falls_on_it_too(small):
    """
    20 mm on the yard: 240 m3 into the bund.
    """
    inflows = load_case(small / "fire.yaml", sets=[f"dirty_areas={YARD}"]).scenario.inflows
    (storm,) = [each for each in inflows if each.id == "next-storm"]

    assert storm.into == ("bund", "drain")
    assert storm.factors == pytest.approx((12_000, 6800))


def test_the_park_stays_as_it_is(small):
    case = load_case(small / "fire.yaml", sets=[f"dirty_areas={YARD}"])

    assert case.park.catchments["yard"].area_m2 == 20_000
    assert "tank-row" not in case.park.catchments
    assert "dirty_areas.tank-row.area" in {each.path for each in case.scenario.provenance}


def test_an_override_moves_it(small):
    sets = [f"dirty_areas={YARD}", "dirty_areas.tank-row.drains_to=pit"]
    (storm,) = [each for each in load_case(small / "fire.yaml", sets=sets).scenario.inflows if each.id == "storm"]

    assert storm.into == ("drain", "pit", "river-1")
