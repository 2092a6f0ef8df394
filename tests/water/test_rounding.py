"""Nothing runs away where only rounding is left, and rounding does not add up."""

import pytest

from sim.engine import play
from sim.park import Link, LinkKind, Name, Outlet, Park, Prism, Storage, WeirRating
from sim.scenario import Behaviour, Inflow, InflowKind, Product, Scenario

HOUR = 3600.0


def poured(kind, into, *steps):
    """An inflow of (from when [s], rate [m3/s])."""
    return Inflow(kind.value, kind, (into,), (1.0,), tuple(at for at, _ in steps), tuple(rate for _, rate in steps))


def test_what_sinking_product_pushes_out_runs_out():
    """
    rain 0.5 + river 1.0 -> basin (10 m3, full) -> ground

    From 30 s on 0.1 m3/s of sinking product displace 0.1 m3/s of the rest: after 100 s all 10 m3 are product, and
    what comes in then leaves as it came. The rest gets ever less on its way there, and its mixture must not be
    looked at ever more often: some ten refreshes for each factor e, not thousands.
    """
    basin = Storage("basin", Name("Basin"), "plant", "basin", 10)
    inflows = (
        poured(InflowKind.RAIN, "basin", (0, 0.5)),
        poured(InflowKind.RIVER, "basin", (0, 1.0)),
        poured(InflowKind.RELEASE, "basin", (30, 0.1)),
    )
    sinks = Product(behaviour=Behaviour.SINKS)
    record = play(Park.of([basin]), Scenario("s", Name("s"), 200.0, inflows, product=sinks))

    assert record.storages.final[0].tolist() == pytest.approx([10, 0, 0, 0, 0, 0], abs=1e-9)
    assert record.ledger.out[0] == pytest.approx(0.1 * (200 - 130), abs=1e-6)
    assert record.kernel_events < 1000


def test_two_traces_that_wash_out_do_not_keep_each_other_busy():
    """
    river 2 m3/s -> basin (10 m3, full, with a trace of rain and of process water) -> ground

    After 200 s, 40 changes of water, e^-40 of either trace is left: none. Each is gone for good.
    """
    start = {"river": 9.98, "rain": 0.01, "process": 0.01}
    basin = Storage("basin", Name("Basin"), "plant", "basin", 10, initial=start)
    river = poured(InflowKind.RIVER, "basin", (0, 2.0))
    record = play(Park.of([basin]), Scenario("s", Name("s"), 200.0, (river,)))

    assert record.storages.final[0].tolist() == pytest.approx([0, 0, 0, 0, 10, 0], abs=1e-9)
    assert record.kernel_events < 2000


def test_forty_thousand_pump_cycles_lose_no_water():
    """
    0.125 m3/s -> sump (1 m3) --pump 5 m3/s, from 1.0 down to 0.2 m3--> pool

    A cycle takes 0.8 / 0.125 + 0.8 / 4.875 s = 6.564 s: 39,487 of them in 72 h, each with an end that is rounded
    alike. What came, 0.125 x 259,200 = 32,400 m3, is there to a hundredth of a cubic centimetre.
    """
    sump = Storage("sump", Name("Sump"), "plant", "pit", 1, shape=Prism(0.2))
    pool = Storage("pool", Name("Pool"), "plant", "pool", 40_000)
    pump = Link("pump", Name("Pump"), LinkKind.PUMP, "sump", "pool", 5.0, start_m3=1.0, stop_m3=0.2)
    notch = WeirRating(length_m=1, crest_m=4)
    spill = Link("spill", Name("Notch"), LinkKind.WEIR, "sump", "pool", rating=notch, outlet=Outlet.TOP)
    fire = poured(InflowKind.FIRE, "sump", (0, 0.125))
    record = play(Park.of([sump, pool], [pump, spill]), Scenario("s", Name("s"), 72 * HOUR, (fire,)), trace=False)

    assert record.storages.final[:, 1].sum() == pytest.approx(32_400, abs=1e-8)
    assert abs(record.ledger.error_m3[1]) < 1e-8
