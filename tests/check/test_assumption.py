"""A verdict says what it rests on."""

from sim.check import assumed
from sim.park import Basis, Link, LinkKind, Name, Storage
from tests.check.by_hand import Passed, Wet, accident, number, small_park, small_record


def paths(found):
    """Where the assumed numbers stand."""
    return [each.path for each in found.met]


def test_numbers_of_park_and_scenario_are_counted_together():
    """
    Park: 1 assumed, 1 measured; scenario: 1 assumed, 1 published: 2 assumed of 4.
    """
    park = small_park(provenance=(number("links.pump.capacity", "900 m3/h"), number("x", "1", Basis.MEASURED)))
    scenario = accident(provenance=(number("horizon", "24 h"), number("rains.a.depth", "9 mm", Basis.PUBLISHED)))
    found = assumed(park, scenario, small_record(park))

    assert found.counts == {Basis.MEASURED: 1, Basis.PUBLISHED: 1, Basis.DESIGNED: 0, Basis.ASSUMED: 2}
    assert (found.count, found.total) == (2, 4)


def test_only_assumed_numbers_of_what_the_water_met_are_listed():
    """
    The pool and the pump are wet, the main and the valve dry; the pump's lag is measured.
    """
    park = small_park(provenance=(
        number("storages.main.capacity", "500 m3"),
        number("storages.pool.capacity", "1000 m3"),
        number("storages.pool.spillway.crest", "5 m"),
        number("links.pump.capacity", "900 m3/h"),
        number("links.pump.lag", "5 min", Basis.MEASURED),
        number("links.valve.capacity", "2 m3/s"),
        number("catchments.pool.area", "2 ha"),
    ))  # fmt: skip
    record = small_record(park, {"pool": Wet(10, reached=0), "main": Wet(10)}, {"pump": Passed(product=1)})

    assert paths(assumed(park, accident(), record)) == [
        "storages.pool.capacity",
        "storages.pool.spillway.crest",
        "links.pump.capacity",
    ]


def test_an_id_with_dots_owns_its_own_numbers_only():
    """
    `tank` is wet, `tank.2` is dry; `v.1` is wet, `v` is dry.
    """
    tanks = [Storage(id, Name(id), "plant", "tank", 100) for id in ("tank", "tank.2")]
    valves = [Link(id, Name(id), LinkKind.VALVE, "tank", "tank.2") for id in ("v", "v.1")]
    written = ("storages.tank.capacity", "storages.tank.2.capacity", "links.v.1.rating.orifice.area", "links.v.lag")
    park = small_park(*valves, storages=tanks, provenance=tuple(number(path, "1") for path in written))
    record = small_record(park, {"tank": Wet(1, reached=0)}, {"v.1": Passed(product=1)})

    assert paths(assumed(park, accident(), record)) == ["storages.tank.capacity", "links.v.1.rating.orifice.area"]


def test_a_park_without_written_numbers_has_nothing_to_assume():
    park = small_park()
    found = assumed(park, accident(), small_record(park))

    assert (found.count, found.total, found.met) == (0, 0, ())
