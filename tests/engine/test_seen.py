"""Nothing leaves a run whose ledger does not close, or with a volume out of bounds: the real checks, made to raise.

    spill 1 m3/s, 100 s -> bund (60 m3) --spillway--> pool (1000 m3) --drain 0.1 m3/s--> treated

After 100 s 60 m3 stand in the bund, 40 m3 have gone over, and 4 m3 of them have been treated. What somebody does to the
water's state before a record is made of it is seen: in the ledger beyond 1e-6 m3 or a share of 1e-9 of all water of an
origin, whichever is more, in a volume beyond a share of 1e-9 of what fits in.
"""

import sys

import numpy as np
import pytest

from sim.engine.seen import Used, _check_ledger, _check_volumes, record_of
from sim.errors import LedgerError
from sim.park import ORIGINS
from sim.record.record import Ledger
from sim.water.records import LINK_DTYPE, STORAGE_DTYPE
from tests.water.by_hand import park_of, pool, pour, run, spillway, valve

PRODUCT, RAIN = ORIGINS.index("product"), ORIGINS.index("rain")


@pytest.fixture
def seen(monkeypatch):
    """Plays the run, `times` as large, with something done to its bund and its drain before the record is made."""

    def played(tamper, times=1.0):
        def record(park, scenario, stage):
            network, state = stage.water.network, stage.water.state
            tamper(state.storages[network.storage_index["bund"]], state.links[network.link_index["drain"]])
            return record_of(park, scenario, stage)

        monkeypatch.setattr(sys.modules["sim.engine.play"], "record_of", record)
        links = [spillway("over", "bund", "pool"), valve("drain", "pool", "treated", 0.1 * times)]
        park = park_of([pool("bund", 60 * times), pool("pool", 1000 * times)], links)
        return run(park, pour("release", "bund", (0, times)), horizon_s=100)

    return played


def add(field, amount, origin=None):
    """Adds to a field of the bund."""

    def tamper(bund, drain):
        if origin is None:
            bund[field] += amount
        else:
            bund[field][origin] += amount

    return tamper


def both(amount, origin=PRODUCT):
    """Adds to what stands in the bund, so that its parts and its volume agree."""

    def tamper(bund, drain):
        add("parts", amount, origin)(bund, drain)
        add("volume", amount)(bund, drain)

    return tamper


def less_treated(amount):
    def tamper(bund, drain):
        drain["passed"][PRODUCT] -= amount

    return tamper


def test_a_run_that_nobody_touched_is_seen_as_it_was(seen):
    record = seen(lambda bund, drain: None).record

    assert record.storages.final.sum(axis=1).tolist() == pytest.approx([60, 36], abs=1e-6)
    assert record.ledger.treated[PRODUCT] == pytest.approx(4, abs=1e-6)


@pytest.mark.parametrize("tamper", [both(2e-6), both(-2e-6), both(2e-6, RAIN), less_treated(2e-6), less_treated(-2e-6)])
def test_two_millionths_of_a_cubic_metre_too_many_or_too_few_are_noticed(seen, tamper):
    """
    Of any origin, in a storage or on the way; 2e-7 m3 are rounding.
    """
    with pytest.raises(LedgerError, match=r"the ledger does not close: \w+ by -?2e-06 m3 of (100|0) m3"):
        seen(tamper)


def test_rounding_is_no_loss(seen):
    assert seen(both(-2e-7)).record.ledger.error_m3[PRODUCT] == pytest.approx(2e-7, rel=0.01)


@pytest.mark.parametrize(("amount_m3", "raises"), [(2e-3, True), (5e-4, False)])
def test_of_much_water_a_billionth_may_be_lost(seen, amount_m3, raises):
    """
    1e6 m3 came in: 1e-9 of them is 1e-3 m3.
    """
    if raises:
        with pytest.raises(LedgerError, match="product by"):
            seen(both(-amount_m3), times=1e4)
    else:
        assert seen(both(-amount_m3), times=1e4).record.ledger.sources[PRODUCT] == pytest.approx(1e6)


@pytest.mark.parametrize("came_m3", [0.0, 1e6])
def test_what_stood_there_is_much_water_too(came_m3):
    """
    1e6 m3 stood there from the start: 1e-9 of them is 1e-3 m3, however much came besides.
    """
    none, stood = np.zeros(len(ORIGINS)), np.full(len(ORIGINS), 1e6)
    came = np.full(len(ORIGINS), came_m3)

    def check(lost_m3):
        _check_ledger(Ledger(came, none, stood, stood + came - lost_m3, none, none, none, none))

    check(5e-4)
    with pytest.raises(LedgerError):
        check(3e-3)


def test_what_is_on_its_way_for_half_a_second_is_on_the_ledger():
    """
    pool (100 m3) --0.1 m3/s, half a second--> treated: 0.05 m3 are on their way at the end.
    """
    park = park_of([pool("pool", 100, initial={"product": 50})], [valve("drain", "pool", "treated", 0.1, lag_s=0.5)])

    ledger = run(park, horizon_s=100).record.ledger

    assert ledger.travelling[PRODUCT] == pytest.approx(0.05)
    assert ledger.treated[PRODUCT] == pytest.approx(9.95)


@pytest.mark.parametrize("tamper", [both(float("nan")), add("sourced", float("nan"), RAIN)])
def test_what_is_no_number_does_not_close(seen, tamper):
    with pytest.raises(LedgerError, match="the ledger does not close"):
        seen(tamper)


def negative(bund, drain):
    """The ledger closes: 0.5 m3 less rain stand there, and came."""
    for field in ("parts", "sourced"):
        bund[field][RAIN] -= 1e-9
        bund[field][PRODUCT] += 1e-9


@pytest.mark.parametrize("tamper", [negative, add("volume", 2e-7), add("volume", -2e-7), add("peak", 2e-7)])
def test_a_volume_out_of_bounds_is_noticed(seen, tamper):
    """
    Less than nothing of an origin; parts that are not the whole; a peak above what fits in: 60 m3, and 6e-8 m3 of play.
    """
    with pytest.raises(LedgerError, match="storage 'bund' is out of bounds"):
        seen(tamper)


@pytest.mark.parametrize("tamper", [add("volume", 3e-8), add("peak", 3e-8)])
def test_rounding_is_in_bounds(seen, tamper):
    assert seen(tamper).record.storages.peak_m3[0] == pytest.approx(60)


def test_exactly_a_millionth_may_be_missing():
    """
    1e-6 m3 came, and are nowhere.
    """
    came = np.array([1e-6, 0, 0, 0, 0, 0])
    nothing = np.zeros(6)

    _check_ledger(Ledger(came, *[nothing] * 7))


def test_parts_may_be_off_by_exactly_what_rounding_takes():
    """
    Of a storage that holds 1 m3: 1e-9 m3, and a share of 1e-9 of the 1 m3.
    """
    rows = np.zeros(1, STORAGE_DTYPE)
    rows["top"], rows["parts"][0][0] = 1.0, 2e-9

    _check_volumes(Used(None, np.array([0]), rows, np.array([], int), np.zeros(0, LINK_DTYPE)))
