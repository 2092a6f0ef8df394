"""Which fault breaks which tier: tables that can be told by looking at the park."""

from dataclasses import replace

from sim.park import Name, PowerArea
from sim.scenario import Detected
from sim.study.faults import components, fault_table
from tests.engine.people import crew, park_with, rule, sensor, sheet, stock
from tests.water.by_hand import link, pool, pour, pump, script, spillway


def works():
    """
    spill 1 m3/s for 400 s -> drain --gate a, open--> main (public) --gate b, open--> out
                              drain --pump, 1 m3/s--> pool (500 m3)

    A camera sees it at once; one crew shuts gate a, another gate b, both in time for nothing to pass: the order is
    given at 0 s and takes no time.
    """
    return park_with(
        [pool("drain", 50), pool("pool", 500), pool("main", 300, "public")],
        [link("gate", "a", "drain", "main", 2.0), link("gate", "b", "main", "out", 2.0, lag_s=0),
         pump("lift", "drain", "pool", 1.0, priority=1, power="area"), spillway("over", "main", "out"),
         link("gate", "idle", "pool", "treated", 1.0, opening=0.0)],
        crews=[crew("one"), crew("two")], equipment=[stock("plug", 1)],
        sensors=[sensor("eye", "drain")],
        sheets=[sheet("a-shut", crew="one"), sheet("b-shut", crew="two", needs={"plug": 1})],
        power_areas={"area": PowerArea("area", Name("Area"))},
    )  # fmt: skip


def accident(horizon_s=3600):
    return script(pour("release", "drain", (0, 1.0), (400, 0.0)), horizon_s=horizon_s,
                  rules=(rule("r", Detected(), "a-shut", "b-shut"),))  # fmt: skip


def by_id(found):
    return {"+".join(sorted(each.faults)): each for each in found}


def test_everything_that_may_fail_is_there():
    assert [(sort, id) for sort, id, _ in components(works())] == [
        ("gate", "a"), ("gate", "b"), ("gate", "idle"), ("pump", "lift"), ("power", "area"),
        ("crew", "one"), ("crew", "two"), ("equipment", "plug"), ("sensor", "eye"),
    ]  # fmt: skip


def test_single_faults():
    """
    Without gate a, or its crew, 400 m3 go into the main of 300 m3: plant lost, and 100 m3 over. Without the pump (or
    its power) the drain of 50 m3 runs over onto the ground. Without the camera nobody does anything: all 400 m3 out.
    The rest is harmless.
    """
    table = fault_table(works(), accident())
    singles = by_id(table.singles)

    assert [str(each.verdict) for each in table.base] == ["held", "untouched", "untouched"]
    assert {id: round(each.escaped_m3) for id, each in singles.items() if each.worse} == {
        "eye": 400, "area": 350, "lift": 350, "a": 100, "one": 100,
    }  # fmt: skip
    assert singles["a"].worse == ("plant", "public", "boundary")


def test_the_worst_comes_first():
    singles = fault_table(works(), accident(), pairs=False).singles

    assert singles[0].faults == ("eye",)


def test_pairs_are_those_that_are_worse_together():
    """
    Gate b holds what gate a lets by, but for what the main cannot hold; if it stays open as well, all 400 m3 are out.
    """
    pairs = by_id(fault_table(works(), accident()).pairs)

    assert round(pairs["a+b"].escaped_m3) == 400
    assert "eye+one" not in pairs  # nobody is sent anyway


def test_only_some_sorts():
    table = fault_table(works(), accident(), sorts=("crew",))

    assert {each.faults for each in table.singles} == {("one",), ("two",)}


def test_what_stands_idle_is_not_felt():
    singles = by_id(fault_table(works(), accident(), pairs=False).singles)

    assert not singles["idle"].felt
    assert singles["two"].felt


def test_the_scenarios_own_faults_stay():
    """
    With the pump tripped from the start it is lost before anything else fails.
    """
    from sim.scenario import Fault, Trips

    table = fault_table(works(), replace(accident(), faults=(Fault("f", Trips("lift")),)), pairs=False)

    assert table.base[0].breached
    assert not by_id(table.singles)["lift"].worse
