"""The largest spill, fire and rain that each tier holds, and the least space that would have been enough."""

from math import inf, isnan

import pytest

from sim.park import Prism, RoundPipe, Trapezoid
from sim.result import run
from sim.study.limits import Load, limits, scaled
from sim.study.space import enlarged, spaces
from tests.engine.people import park_with
from tests.water.by_hand import park_of, pool, pour, script, spillway

STORAGES = [pool("bund", 600), pool("basin", 400, "public")]


def chain():
    """
    -> bund (600 m3) --over--> basin (400 m3, public) --over--> out
    """
    return park_with(STORAGES, [spillway("over", "bund", "basin"), spillway("end", "basin", "out")])


def accident():
    """300 m3 of spill, 0.5 m3/s of fire water for 400 s, 100 mm of rain on 1,000 m2: 600 m3, just held."""
    rain = pour("rain", "bund", (0, 0.1 / 100), (100, 0.0), factors=(1000.0,))
    return script(
        pour("release", "bund", (0, 3.0), (100, 0.0)), pour("fire", "bund", (50, 0.5), (450, 0.0)), rain,
        horizon_s=10_000,
    )  # fmt: skip


def of(found, load, tier):
    (one,) = [each for each in found if (each.load, each.tier) == (load, tier)]
    return one


@pytest.mark.parametrize(
    ("load", "size", "plant", "public"),
    [
        (Load.SPILL, 300, 300, 700),  # 600 - 200 - 100; with the basin 400 more
        (Load.FIRE, 400, 400, 1200),  # 200 m3 at 0.5 m3/s; 600 m3
        (Load.RAIN, 0.1, 0.1, 0.5),  # 100 m3 of 1,000 m2
    ],
)
def test_the_largest_load(load, size, plant, public):
    """
    Capacity less what the other two bring; to 0.1 %.
    """
    found = limits(chain(), accident())

    assert of(found, load, "plant").size == pytest.approx(size)
    assert of(found, load, "plant").largest == pytest.approx(plant, rel=2e-3)
    assert of(found, load, "public").largest == pytest.approx(public, rel=2e-3)
    assert of(found, load, "public").lost > of(found, load, "public").largest


def test_both_sides_are_proved_by_a_run():
    scenario = accident()
    one = of(limits(chain(), scenario), Load.SPILL, "public")
    for size, verdict in ((one.largest, "relieved"), (one.lost, "breached")):
        changed = script(*scaled(scenario.inflows, Load.SPILL, size / one.size), horizon_s=10_000)
        tier = run(chain(), changed).verdict.tier("public")

        assert (tier.verdict == "breached") == (verdict == "breached")


def test_a_tier_that_is_lost_anyway_has_no_limit():
    """
    700 m3 of fire water alone breach the plant, whatever is spilt.
    """
    scenario = script(
        pour("release", "bund", (0, 3.0), (100, 0.0)), pour("fire", "bund", (0, 0.7), (1000, 0.0)), horizon_s=10_000
    )

    assert isnan(of(limits(chain(), scenario), Load.SPILL, "plant").largest)


def test_a_tier_that_nothing_can_breach_has_no_limit_either():
    """
    A treatment plant takes whatever comes over.
    """
    park = park_with([pool("bund", 600)], [spillway("over", "bund", "treated")])
    scenario = script(pour("release", "bund", (0, 3.0), (100, 0.0)), horizon_s=10_000)

    assert of(limits(park, scenario), Load.SPILL, "plant").largest == inf


def test_a_fire_is_no_longer_than_the_run():
    """
    0.01 m3/s until the end of the run, 3,600 s, is 36 m3: held whatever happens.
    """
    scenario = script(pour("fire", "bund", (0, 0.01), (600, 0.0)), horizon_s=3600)

    assert of(limits(chain(), scenario), Load.FIRE, "plant").largest == inf


def test_loads_that_are_not_there_have_no_limit():
    scenario = script(pour("fire", "bund", (0, 0.01), (600, 0.0)), horizon_s=3600)

    assert {each.load for each in limits(chain(), scenario)} == {Load.FIRE}


# Extra space


def flood():
    """1,100 m3 of spill: 500 m3 over the bund, 100 m3 over the basin."""
    return script(pour("release", "bund", (0, 1.0), (1100, 0.0)), horizon_s=10_000)


def test_extra_space_and_where():
    """
    Over the bund 500 m3: it needs 500 m3 more to keep the plant; the park is kept by 100 m3 more in either.
    """
    found = {(each.tier, each.storage): each.extra_m3 for each in spaces(chain(), flood())}

    assert found == pytest.approx(
        {
            ("plant", "bund"): 500, ("public", "basin"): 100, ("public", "bund"): 100,
            ("boundary", "basin"): 100, ("boundary", "bund"): 100,
        },
        abs=1,
    )  # fmt: skip


def test_extra_space_is_proved_by_a_run():
    one = next(each for each in spaces(chain(), flood()) if each.tier == "public")
    for extra, breached in ((one.extra_m3, False), (one.lost_m3, True)):
        verdict = run(enlarged(chain(), {one.storage: extra}), flood()).verdict.tier("public").verdict

        assert (verdict == "breached") == breached


def test_a_held_tier_needs_nothing():
    assert spaces(chain(), accident()) == []


def test_where_space_does_not_help():
    """
    The drain passes everything on: the bund behind it never fills.
    """
    from tests.water.by_hand import valve

    park = park_with([pool("bund", 600)], [valve("drain", "bund", "out", 5.0)])
    (one,) = [each for each in spaces(park, flood()) if each.tier == "plant"]

    assert isnan(one.extra_m3)
    assert not one.helps


@pytest.mark.parametrize(
    "shape",
    [Prism(50), Trapezoid(100, 8, 1.5), Trapezoid(100, 8, 1.5, 0.01), RoundPipe(1, 200), RoundPipe(1, 200, 0.002)],
)
def test_more_room_keeps_crests_and_sills_where_they_are(shape):
    """
    A half more of 100 m3: everywhere a half more water at the same depth.
    """
    park = park_of([pool("pool", 100, shape=shape)])
    larger = enlarged(park, {"pool": 50}).storages["pool"]

    assert larger.capacity_m3 == 150
    for depth in (0.1, 0.5, 0.9, 1.2, 2):
        assert larger.shape.volume_m3(depth) == pytest.approx(1.5 * shape.volume_m3(depth))
