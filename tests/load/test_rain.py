"""Rain from a formula, and ground that sheds it in its own way."""

from itertools import pairwise

import pytest

from sim.errors import Problems
from sim.hydrology.storm_sets import STORM_SETS
from sim.hydrology.storms import chicago
from sim.load import load_case, load_park
from sim.park import Basis, Response, StormCoefficients
from sim.result import run
from sim.study.limits import Load, size_of

YUBEI = STORM_SETS["yubei-2017"].formula
HOUR = 3600


@pytest.fixture
def rain(small):
    """The inflows of the rain `shower`, written like this, with these changes to the park."""

    def inflows(written, **park):
        sets = [f"park.catchments.{id}={each}" for id, each in park.items()]
        scenario = load_case(small / "fire.yaml", sets=[f"rain.shower={written}", *sets]).scenario
        return [each for each in scenario.inflows if each.id.partition("~")[0] == "shower"]

    return inflows


BLOCK = "{on: x, at: 1 h, depths: [[20 min, 12 mm]]}"


@pytest.mark.parametrize("period", ["2 a", "2 years", "2 年", "2a"])
def test_storm_of_a_formula_is_the_same_as_its_table(rain, period):
    """
    Two hours of Yubei 2017 once in 2 years in 5-min steps, against the depths fallen by each, written out.
    """
    steps = chicago(YUBEI, 2 * HOUR, 2, 300, peak=0.4)
    fallen, rows = 0.0, []
    for (start, rate), (end, _) in pairwise(steps):
        fallen += rate * (end - start)
        rows.append(f"[{end:.15g} s, {fallen:.15g} m]")
    (formula,) = rain(f"{{on: all, at: 2 h, formula: yubei-2017, period: {period}, lasts: 120 min, shape: chicago}}")
    (table,) = rain(f"{{on: all, at: 2 h, depths: [{', '.join(rows)}]}}")

    assert (formula.into, formula.factors, formula.times_s) == (table.into, table.factors, table.times_s)
    assert formula.rates == pytest.approx(table.rates, rel=1e-9)
    assert formula.formula == "yubei-2017"


def test_peak_and_step_are_those_of_the_storm(rain):
    """
    Peak at 25 % of 40 min: with steps of 10 min the first brings a quarter of the depth.
    """
    (storm,) = rain(
        "{on: all, at: 0 min, formula: own, period: 5 a, lasts: 40 min, shape: chicago, peak: 25 %, step: 10 min}"
    )

    assert storm.times_s == (0, 600, 1200, 1800, 2400)
    assert storm.rates[0] * 600 == pytest.approx(YUBEI.depth_m(2400, 5) / 4)


def test_block_of_a_formula(rain):
    """
    47.5 mm on 32,000 m2 that shed every drop.
    """
    (storm,) = rain("{on: all, at: 0 min, formula: own, period: 2 a, lasts: 1 h, shape: block}")

    assert storm.times_s == (0, HOUR)
    assert storm.volume_m3(HOUR) == pytest.approx(0.0475 * 32_000, rel=1e-3)


def test_second_storm_may_follow_a_formula(small):
    storm = "{on: yard, at: 10 h, formula: own, period: 2 a, lasts: 1 h, shape: block}"
    scenario = load_case(small / "fire.yaml", sets=[f"faults.next-storm={{storm: {storm}}}"]).scenario
    (found,) = [each for each in scenario.inflows if each.id == "next-storm"]

    assert found.volume_m3(72 * HOUR) == pytest.approx(YUBEI.depth_m(HOUR, 2) * 17_000)


def test_formulas_of_a_park(small):
    """
    A published set brings its name, basis and source; written coefficients have their own.
    """
    park = load_park(small)
    known = {each.path: each for each in park.provenance}

    yubei, own = park.storm_formulas["yubei-2017"], park.storm_formulas["own"]
    assert (yubei.a, yubei.c, yubei.b, yubei.n) == (own.a, own.c, own.b, own.n) == (1111, 0.945, 9.713, 0.561)
    assert isinstance(own, StormCoefficients)
    assert yubei.name.zh == "渝北 2017"
    assert known["storm_formulas.yubei-2017.set"].basis is Basis.PUBLISHED
    assert "2017" in known["storm_formulas.yubei-2017.set"].source
    assert known["storm_formulas.own.a"].source == "printed somewhere"


def test_ground_of_land_uses(small):
    """
    The park says 0.95 of roofs and 0.3 of gravel; 0.15 of green is the usual, and owns up to being assumed.
    """
    case = load_case(
        small / "fire.yaml",
        sets=["park.catchments.x={land_use: {roof: 1 ha, gravel: 2 ha, green: 1 ha}, drains_to: pit}"],
    )
    known = {each.path: each for each in case.park.provenance}

    assert case.park.catchments["x"].area_m2 == 40_000
    assert case.park.catchments["x"].effective_m2 == pytest.approx(9500 + 6000 + 1500)
    assert known["runoff_coefficients.green"].basis is Basis.ASSUMED
    assert known["runoff_coefficients.roof"].source == "made up for tests"
    assert "runoff_coefficients.macadam" not in known


def test_ground_that_responds_at_once_has_one_inflow(rain):
    """
    However it is written.
    """
    roofs = "{area: 1 ha, runoff: 90 %, drains_to: drain, response: at-once}"
    (storm,) = rain(BLOCK.replace("x,", "all,"), roofs=roofs)

    assert storm.factors == pytest.approx((26_000, 6000))


@pytest.mark.parametrize("response", ["rational", "reservoir"])
def test_ground_that_takes_its_time(rain, response):
    """
    12 mm on 5,000 m2 are 60 m3, the last of it at least 10 min after the rain.
    """
    late = f"{{area: 1 ha, runoff: 0.5, drains_to: pit, response: {response}, concentration: 10 min}}"
    (storm,) = rain(BLOCK, x=late)

    assert storm.id == "shower"
    assert storm.times_s[0] == HOUR
    assert storm.times_s[-1] >= HOUR + 1800
    assert storm.volume_m3(HOUR + 1200) < 50
    assert storm.volume_m3(72 * HOUR) == pytest.approx(60)


def test_every_way_of_shedding_has_its_inflow(rain):
    """
    Two catchments of 10 min share one; the small park's three respond at once and come first.
    """
    late = "{area: 1 ha, runoff: 0.5, drains_to: pit, response: rational, concentration: 10 min}"
    found = rain(BLOCK.replace("x,", "all,"), x=late, y=late, z=late.replace("10 min", "20 min"))

    assert [(each.id, each.into, each.factors) for each in found] == [
        ("shower", ("drain", "river-1"), pytest.approx((26_000, 6000))),
        ("shower~2", ("pit",), (10_000,)),
        ("shower~3", ("pit",), (5000,)),
    ]
    assert [each.volume_m3(72 * HOUR) for each in found] == pytest.approx([384, 120, 60])


def test_first_flush(rain):
    """
    12 mm at runoff 0.5 are 6 mm of runoff. The first 4 mm of 1 ha, 40 m3, take two thirds of the 20 min into the
    pit; the other 20 m3 go to the drain.
    """
    first, rest = rain(
        BLOCK, x="{area: 1 ha, runoff: 0.5, drains_to: drain, first_flush: 4 mm, first_flush_to: pit}"
    )

    assert (first.into, rest.into) == (("pit",), ("drain",))
    assert first.times_s == pytest.approx((HOUR, HOUR + 800))
    assert rest.times_s == pytest.approx((HOUR + 800, HOUR + 1200))
    assert [each.volume_m3(72 * HOUR) for each in (first, rest)] == pytest.approx([40, 20])


def test_first_flush_of_a_drizzle_is_all_there_is(rain):
    (first,) = rain(BLOCK, x="{area: 1 ha, runoff: 0.5, drains_to: drain, first_flush: 15 mm, first_flush_to: pit}")

    assert first.into == ("pit",)
    assert first.volume_m3(72 * HOUR) == pytest.approx(60)


def test_cross_connections_take_their_share(rain):
    """
    12 mm at runoff 0.5 on 1 ha are 60 m3: 5 % of them, 3 m3, run into the pit.
    """
    (storm,) = rain(BLOCK, x="{area: 1 ha, runoff: 0.5, drains_to: drain, misconnected: 5 %, misconnected_to: pit}")

    assert storm.into == ("drain", "pit")
    assert storm.factors == pytest.approx((4750, 250), rel=1e-12)


def test_cross_connections_take_no_heed_of_a_first_flush(rain):
    """
    Of 60 m3 of runoff 10 % run into the river from the first drop on; of the 6 mm on the rest, 54 m3, the first 4 mm,
    36 m3, into the pit.
    """
    x = "{area: 1 ha, runoff: 0.5, drains_to: drain, first_flush: 4 mm, first_flush_to: pit, misconnected: 10 %, "
    crossed, first, rest = rain(BLOCK, x=x + "misconnected_to: river-1}")

    assert (crossed.into, first.into, rest.into) == (("river-1",), ("pit",), ("drain",))
    assert [each.volume_m3(72 * HOUR) for each in (crossed, first, rest)] == pytest.approx([6, 36, 18], rel=1e-12)
    assert crossed.times_s == pytest.approx((HOUR, HOUR + 1200))


def test_ground_connected_to_the_wrong_main_as_a_whole(rain):
    x = "{area: 1 ha, runoff: 0.5, drains_to: drain, misconnected: 100 %, misconnected_to: pit}"
    (storm,) = rain(BLOCK, x=x)

    assert (storm.into, storm.factors) == (("pit",), (5000,))


FLUSH = ", first_flush_to: pit, first_flush: "


@pytest.mark.parametrize("flush", ["", f"{FLUSH}4 mm", f"{FLUSH}99 mm"])
@pytest.mark.parametrize("share", ["0.1 %", "33.3 %", "99.9 %"])
@pytest.mark.parametrize("response", ["at-once", "rational, concentration: 17 min", "reservoir, concentration: 17 min"])
def test_cross_connections_lose_nothing(rain, response, share, flush):
    """
    Whatever the share, the way of shedding and the first flush: 12 mm x 3,700 m2, and the share of it in the river.
    """
    crossed = f", misconnected: {share}, misconnected_to: river-1"
    found = rain(BLOCK, x=f"{{area: 1 ha, runoff: 0.37, drains_to: drain, response: {response}{flush}{crossed}}}")
    river = [
        each.volume_m3(72 * HOUR) * each.factors[each.into.index("river-1")] / sum(each.factors)
        for each in found
        if "river-1" in each.into
    ]

    assert sum(each.volume_m3(72 * HOUR) for each in found) == pytest.approx(44.4, rel=1e-12)
    assert sum(river) == pytest.approx(44.4 * float(share.split()[0]) / 100, rel=1e-12)


def test_depth_of_rain_with_a_first_flush(small):
    """
    `limits` speaks of the rain's 200 mm, not of the part that is the first flush.
    """
    flush = "{area: 1 ha, runoff: 1, drains_to: drain, first_flush: 4 mm, first_flush_to: pit}"
    sets = [f"park.catchments.x={flush}", "rain.shower={on: x, at: 1 h, depths: [[20 min, 200 mm]]}"]

    assert size_of(load_case(small / "fire.yaml", sets=sets).scenario, Load.RAIN) == pytest.approx(0.2)


def test_order_of_catchments_means_nothing(small):
    late = "{area: 1 ha, runoff: 0.5, drains_to: pit, response: reservoir, concentration: 10 min}"
    flush = "{area: 2 ha, runoff: 0.5, drains_to: drain, first_flush: 4 mm, first_flush_to: pit}"
    sets = [f"park.catchments.x={late}", f"park.catchments.y={flush}"]
    one, other = (load_case(small / "fire.yaml", sets=each).scenario.inflows for each in (sets, sets[::-1]))

    assert one == other


def test_a_run_with_every_way_of_shedding_closes_its_ledger(small):
    """
    288 and 12 mm x 5,000 m2 and 10,000 m2 more; the run would fail if a drop were missing.
    """
    late = "{area: 1 ha, runoff: 0.5, drains_to: pit, response: reservoir, concentration: 10 min}"
    flush = "{area: 2 ha, runoff: 0.5, drains_to: drain, first_flush: 4 mm, first_flush_to: pit}"
    case = load_case(
        small / "fire.yaml",
        sets=[f"park.catchments.x={late}", f"park.catchments.y={flush}", "rain.shower=" + BLOCK.replace("x,", "all,")],
    )
    record = run(case.park, case.scenario).record
    shower = sum(volume for id, volume in record.inflows.items() if id.startswith("shower"))

    assert case.park.catchments["x"].response is Response.RESERVOIR
    assert shower == pytest.approx(0.012 * (32_000 + 5000 + 10_000))


def test_resolved_copy_loads_again(small, tmp_path):
    """
    Formula, land use and response stand in the resolved copies as they were written.
    """
    sets = [
        "park.catchments.x={land_use: {roof: 1 ha}, drains_to: pit, response: rational, concentration: 9 min}",
        "rain.shower={on: all, at: 2 h, formula: yubei-2017, period: 2 a, lasts: 4 h, shape: chicago, step: 10 min}",
    ]
    case = load_case(small / "fire.yaml", sets=sets)
    for name, text in case.resolved.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    again = load_case(tmp_path / "scenario.yaml")

    assert again.park.catchments == case.park.catchments
    assert again.scenario.inflows == case.scenario.inflows
    assert again.inputs_hash == case.inputs_hash


def test_storm_beyond_its_formula_is_noted(small):
    """
    4 h are longer than 180 min, 2-min steps shorter than 5; 3 h in 5-min steps are neither.
    """
    long = "rain.shower={on: all, at: 2 h, formula: own, period: 2 a, lasts: 4 h, shape: chicago, step: 2 min}"
    good = long.replace("4 h", "3 h").replace("2 min", "5 min")

    assert [each.en for each in load_case(small / "fire.yaml", sets=[long]).scenario.notes] == [
        "rain shower lasts 4 h; beyond 3 h the formula own gives too much rain",
        "rain shower has a step or a duration of 2 min; the formula own was made for 5 min and more",
    ]
    assert load_case(small / "fire.yaml", sets=[good]).scenario.notes == ()


def test_nothing_is_said_twice_of_a_park_that_is_wrong(small):
    """
    A formula whose coefficients are wrong is not missed by the rain that names it.
    """
    with pytest.raises(Problems) as caught:
        load_case(
            small / "fire.yaml",
            sets=[
                "park.storm_formulas.own.n=2",
                "rain.shower={on: all, at: 2 h, formula: own, period: 2 a, lasts: 1 h, shape: block}",
            ],
        )

    assert [each.rpartition(": ")[2] for each in caught.value.messages] == ["must lie in 0 to 1, found 2"]
