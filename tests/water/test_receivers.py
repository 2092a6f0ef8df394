"""Ends of the network: what becomes of water is told apart on the ledger."""

import pytest

from sim.park import Name, Receiver, ReceiverKind
from sim.water import kernel
from sim.water.handle import handle_of
from sim.water.network import network_of
from sim.water.records import DONE, FULL_BUFFER
from sim.water.water import Habits, Water
from tests.water.by_hand import by_origin, park_of, pool, pour, run, spillway, valve


@pytest.mark.parametrize(
    ("end", "account"), [("out", "out"), ("ground", "out"), ("treated", "treated"), ("recovered", "recovered")]
)
def test_each_end_has_its_account(end, account):
    """
    bund (100 m3 of product) --drain 0.5 m3/s--> an end: 50 m3 after 100 s.
    """
    park = park_of([pool("bund", 100, initial={"product": 100})], [valve("drain", "bund", end, 0.5)])
    ledger = run(park, horizon_s=100).record.ledger

    assert {name: float(getattr(ledger, name).sum()) for name in ("out", "treated", "recovered")} == {
        **dict.fromkeys(("out", "treated", "recovered"), 0.0),
        account: 50,
    }
    assert ledger.stored.tolist() == by_origin(product=50)


def test_a_park_may_name_its_own_ends():
    """
    The Yangtze is outside the park, the works treat: 25 and 50 m3.
    """
    ends = {
        "ground": Receiver("ground", Name("ground"), ReceiverKind.GROUND),
        "yangtze": Receiver("yangtze", Name("Yangtze"), ReceiverKind.OUT),
        "works": Receiver("works", Name("Works"), ReceiverKind.TREATED),
    }
    links = [valve("gate", "bund", "yangtze", 0.25), valve("drain", "bund", "works", 0.5)]
    park = park_of([pool("bund", 100, initial={"rain": 100})], links, receivers=ends)
    ledger = run(park, horizon_s=100).record.ledger

    assert (ledger.out.sum(), ledger.treated.sum(), ledger.recovered.sum()) == (25, 50, 0)


def test_what_is_on_its_way_to_an_end_is_not_there_yet():
    """
    60 s of travel: of 50 m3 that left within 100 s, 30 are still in the pipe.
    """
    park = park_of([pool("bund", 100, initial={"rain": 100})], [valve("drain", "bund", "treated", 0.5, lag_s=60)])
    ledger = run(park, horizon_s=100).record.ledger

    assert (ledger.treated.sum(), ledger.travelling.sum(), ledger.stored.sum()) == (20, 30, 50)


def test_everything_that_came_is_somewhere():
    """
    400 m3 of fire water and 100 of rain at the start: 100 stay, 125 are treated, 125 recovered, 150 over the crest.

    In 1 m3/s for 400 s, out 0.3125 twice while wet; 100 m3 at the start fill the bund.
    """
    links = [
        valve("a", "bund", "treated", 0.3125),
        valve("b", "bund", "recovered", 0.3125),
        spillway("crest", "bund", "out"),
    ]
    park = park_of([pool("bund", 100, initial={"rain": 100})], links)
    ledger = run(park, pour("fire", "bund", (0, 1.0)), horizon_s=400).record.ledger

    sums = {
        name: float(getattr(ledger, name).sum())
        for name in ("sources", "initial", "stored", "treated", "recovered", "out")
    }
    assert sums == pytest.approx(
        {"sources": 400, "initial": 100, "stored": 100, "treated": 125, "recovered": 125, "out": 150}
    )
    assert ledger.error_share < 1e-12


def test_a_run_ends_only_when_its_trace_has_room_for_the_end():
    """
    Every storage that was used takes a row at the end; a trace that is full to the last row says so.
    """
    water = Water(network_of(park_of([pool("pool", 100)])), Habits(trace=True))
    water.pour(["pool"], [1.0], "rain", 0.0, 0.01)
    water.advance(60.0)
    rows = water.state.rows[: int(water.state.clock["rows"][0])]

    assert kernel.finish(handle_of(water.state._replace(rows=rows)).address) == FULL_BUFFER
    assert kernel.finish(water.handle.address) == DONE
