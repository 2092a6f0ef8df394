"""Orders and inflows that fall into one routing step of SWMM, run there by EPA SWMM 5.2.4 (inputs of `swmm-orders`)."""

import pytest

from sim.exchange import Routing, swmm
from tests.exchange.compare import run_swmm
from tests.water.by_hand import HOUR, MINUTE, at, park_of, pool, pour, pump, script, valve

STORAGES = [pool("pool", 1000), pool("well", 5000)]
SHUT = [valve("valve", "pool", "well", 0.2, opening=0.0)]
MONITORS = pour("fire", "pool", (0, 0.1), (HOUR, 0.0))


def peaks_m3(links, *inflows, routing=Routing.KINWAVE, **others):
    """The largest volumes of pool and well in SWMM, with reports every 10 s."""
    case = park_of(STORAGES, links), script(*inflows, horizon_s=2 * HOUR, **others)
    theirs = run_swmm(swmm(*case, routing, report_s=10.0).text, ("pool", "well"))
    return [float(theirs[f"volume {id}"].max()) for id in ("pool", "well")]


@pytest.mark.parametrize("routing", Routing)
@pytest.mark.parametrize("at_s", [0, 2, 3])
def test_an_order_at_the_start_is_not_lost(at_s, routing):
    """
    swmm-orders, a and a3: shut at first, opened at once or within the first step: 0.1 m3/s x 3,600 s = 360 m3.
    """
    _, well = peaks_m3(SHUT, MONITORS, routing=routing, actions=[at(at_s, ("valve", 1.0))])

    assert well == pytest.approx(360, abs=1)


@pytest.mark.parametrize("later_s", [0, 2])
def test_of_two_orders_within_a_step_the_later_holds(later_s):
    """
    swmm-orders, b: 10 % at 10 min, then open: 0.1 m3/s x 600 s = 60 m3 stand till then, and all 360 m3 arrive.
    """
    turns = [at(10 * MINUTE, ("valve", 0.1), id="half"), at(10 * MINUTE + later_s, ("valve", 1.0), id="open")]

    assert peaks_m3(SHUT, MONITORS, actions=turns) == pytest.approx([60, 360], abs=1)


def test_orders_hold_in_the_order_of_their_times_not_of_the_file():
    """
    Shut for good at 20 min, opened at 10: 0.1 m3/s x 1,200 s = 120 m3 arrive, whichever stands first in the file.
    """
    turns = [at(20 * MINUTE, ("valve", 0.0), id="shut"), at(10 * MINUTE, ("valve", 1.0), id="open")]

    assert peaks_m3(SHUT, MONITORS, actions=turns)[1] == pytest.approx(120, abs=2)


def test_a_pump_goes_from_half_to_full_at_once():
    """
    swmm-orders, h: 0.3 m3/s come for an hour; of 0.2 m3/s the pump moves 720 m3 in it, then the other 360: 1,080 m3.
    """
    pumps = [pump("pump", "pool", "well", 0.2, opening=0.5)]
    fire = pour("fire", "pool", (0, 0.3), (HOUR, 0.0))

    assert peaks_m3(pumps, fire, actions=[at(0, ("pump", 1.0))]) == pytest.approx([360, 1080], abs=2)


@pytest.mark.parametrize("later_s", [0, 2])
def test_a_pump_with_levels_that_is_stopped_and_started_within_a_step_runs(later_s):
    """
    Stopped at 10 min and started at once: 0.1 m3/s x 600 s = 60 m3 stand above its stop level of 20 m3, so it pumps
    down to that, and no more starts until 600 m3: 0.1 x 3,600 = 360 m3 come, 0.2 m3/s run 400 s for the 40 m3 and the
    40 that come meanwhile: 80 m3.
    """
    pumps = [pump("pump", "pool", "well", 0.2, start_m3=600.0, stop_m3=20.0)]
    turns = [at(10 * MINUTE, ("pump", 0.0), id="stop"), at(10 * MINUTE + later_s, ("pump", 1.0), id="start")]

    assert peaks_m3(pumps, MONITORS, actions=turns) == pytest.approx([280, 80], abs=2)


def test_inflows_that_change_within_a_second_run_in_order():
    """
    swmm-orders, c2: 0.1 m3/s for 600 s, from 600.2 s on 0.05 m3/s for 1,800 s: 60 + 90 = 150 m3.
    """
    one = pour("fire", "pool", (0, 0.1), (600, 0.0), id="one")
    two = pour("fire", "pool", (600.2, 0.05), (2400.2, 0.0), id="two")

    assert peaks_m3(SHUT, one, two)[0] == pytest.approx(150, abs=0.5)
