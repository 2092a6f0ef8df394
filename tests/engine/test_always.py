"""People, sensors and faults at random beside water at random: the books always close.

Every run checks its ledger and its bounds before there is a record; these tests make it try.
"""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.engine import play
from sim.park import LinkKind, Name, PowerArea, Quantity, Sensor, SensorKind
from sim.record.event import Began
from sim.scenario import (
    Alarm,
    Blindness,
    Blocked,
    Clock,
    CrewAbsent,
    Detected,
    Detection,
    Ending,
    EquipmentMissing,
    Fault,
    Leaks,
    Level,
    PowerLoss,
    Refuses,
    Rule,
    SensorFault,
    SheetEnds,
    Stuck,
    TierIs,
    TierState,
    Trips,
)
from tests.engine.people import by_id, crew, sheet, stock
from tests.water.networks import cases

SHARES = st.sampled_from([0.0, 0.02, 0.25, 0.5, 1.0])


@st.composite
def manned(draw, loops=True):
    """A random network with crews, sheets, equipment, sensors, rules and faults."""
    park, scenario = draw(cases(loops=loops))
    links = [link for link in park.links.values() if link.kind is not LinkKind.SPILLWAY]
    storages = list(park.storages.values())
    park = replace(
        park,
        storages={each.id: replace(each, raise_m3=draw(st.sampled_from([0.0, 20.0]))) for each in storages},
        links={**park.links, **{each.id: replace(each, power="area") for each in links if draw(st.booleans())}},
        power_areas={"area": PowerArea("area", Name("Area"))},
        crews=by_id([crew("crew", draw(st.integers(1, 2))), crew("help", arrives_s=600)]),
        equipment=by_id([stock("pump", 2, takes_s=60), stock("sacks", 300, spent=True)]),
        sheets=by_id([draw(_sheet(k, links, storages)) for k in range(4)]),
        sensors=by_id([draw(_sensor(k, links, storages)) for k in range(3)]),
    )
    horizon = scenario.horizon_s
    faults = tuple(
        Fault(f"f{k}", what, draw(st.floats(0, horizon)), draw(st.sampled_from([60.0, 3600.0, float("inf")])))
        for k, what in enumerate(draw(st.lists(_failure(links, park), max_size=3)))
    )
    rules = tuple(draw(_rule(k, park, horizon)) for k in range(draw(st.integers(1, 3))))
    report = Detection(draw(st.sampled_from([None, 300.0])))
    return park, replace(scenario, faults=faults, rules=rules, detection=report)


@st.composite
def _sheet(draw, k, links, storages):
    others = {
        "crew": draw(st.sampled_from(["", "crew", "help"])),
        "travel_s": draw(st.sampled_from([0.0, 300.0])),
        "work_s": draw(st.sampled_from([0.0, 200.0, 900.0])),
        "needs": draw(st.sampled_from([{}, {"pump": 1}, {"sacks": 200, "pump": 2}])),
        "works": draw(st.sampled_from([1.0, 0.1])),
    }
    if links and draw(st.booleans()):
        operation = draw(st.sampled_from(["shut", "open", "seal", "unseal", "check"]))
        return sheet(f"s{k}", draw(st.sampled_from(links)).id, operation, **others)
    place = draw(st.sampled_from(storages)).id
    return sheet(f"s{k}", place, draw(st.sampled_from(["raise", "lower", "check"])), **others)


@st.composite
def _sensor(draw, k, links, storages):
    quantity = draw(st.sampled_from(list(Quantity) if links else [Quantity.VOLUME, Quantity.PRESENCE]))
    at_link = quantity is Quantity.FLOW or (quantity is Quantity.PRODUCT and links and draw(st.booleans()))
    place = draw(st.sampled_from(links if at_link else storages))
    threshold = {Quantity.VOLUME: 10.0, Quantity.FLOW: 0.02, Quantity.PRODUCT: 0.05}.get(quantity, 0.0)
    return Sensor(f"e{k}", Name(f"e{k}"), SensorKind.LEVEL, place.id, quantity, threshold,
                  reset=draw(st.sampled_from([None, threshold / 2])) if threshold else None,
                  every_s=draw(st.sampled_from([0.0, 300.0])), delay_s=30.0, confirm_s=60.0)  # fmt: skip


@st.composite
def _failure(draw, links, park):
    others = [PowerLoss("area"), CrewAbsent("crew"), EquipmentMissing("pump"),
              SensorFault("e0", Blindness.SILENT), SensorFault("e1", Blindness.DRIFTING, 0.5, 3600.0)]  # fmt: skip
    if not links or draw(st.booleans()):
        return draw(st.sampled_from(others))
    id = draw(st.sampled_from(links)).id
    kinds = [Stuck(id), Stuck(id, draw(SHARES)), Refuses(id), Trips(id), Blocked(id, draw(SHARES)), Leaks(id, 0.02)]
    return draw(st.sampled_from(kinds))


@st.composite
def _rule(draw, k, park, horizon_s):
    storage = draw(st.sampled_from(sorted(park.storages)))
    volume = park.storages[storage].capacity_m3
    triggers = [
        Clock(draw(st.floats(0, horizon_s))), Level(storage, volume / 2, reset_m3=volume / 4),
        Level(storage, volume / 3), Detected(), Alarm("e0"), SheetEnds("s0", Ending.DONE),
        SheetEnds("s1", Ending.FAILED),
        TierIs(next(iter(park.tiers)), TierState.REACHED), TierIs(next(iter(park.tiers)), TierState.BREACHED),
    ]  # fmt: skip
    return Rule(
        f"r{k}", draw(st.sampled_from(triggers)), draw(st.sampled_from([0.0, 120.0])),
        tuple(draw(st.lists(st.sampled_from(["s0", "s1", "s2", "s3"]), min_size=1, max_size=3))),
        one_by_one=draw(st.booleans()), otherwise=draw(st.sampled_from([(), ("s3",)])),
        priority=draw(st.integers(0, 2)), preempt=draw(st.booleans()),
    )  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(manned())
def test_the_books_close_whatever_people_do(case):
    """
    `play` raises when they do not.
    """
    play(*case)


@settings(max_examples=20, deadline=None, derandomize=True)
@given(manned(), st.integers(0, 99))
def test_the_same_again_to_the_last_bit(case, seed):
    """
    On a state used before; with and without a trace; by lot too.
    """
    park, scenario = case
    one, two = (play(park, scenario, seed=seed) for _ in range(2))
    bare = play(park, scenario, seed=seed, trace=False)

    assert one.events == two.events == bare.events
    assert one.storages.final.tolist() == two.storages.final.tolist() == bare.storages.final.tolist()


@settings(max_examples=30, deadline=None, derandomize=True)
@given(manned())
def test_nobody_is_in_two_places(case):
    """
    Of one crew no more jobs are at work at a time than it has teams; whoever begins, ends or is called off.
    """
    park, scenario = case
    record = play(park, scenario, trace=False)
    at_work: dict[str, set[str]] = {id: set() for id in park.crews}

    for entry in record.events:
        crews = [id for id, jobs in at_work.items() if entry.subject in jobs]
        if isinstance(entry, Began):
            at_work[entry.crew].add(entry.subject)
            assert len(at_work[entry.crew]) <= park.crews[entry.crew].teams
        elif entry.what in ("done", "failed", "called-off"):
            for id in crews:
                at_work[id].discard(entry.subject)
