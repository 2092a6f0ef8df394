"""A run plays out as it was worked out by hand in conftest."""

import numpy as np
import pytest

import sim
from sim.result import load_result, run, save

TOLERANCE_M3 = 1e-6


@pytest.fixture
def played(case):
    return run(case.park, case.scenario)


def test_run_is_at_the_door(case):
    assert sim.run(case.park, case.scenario).record.scenario == "spill"


@pytest.mark.parametrize("quantity", ["volume", "product", "rain"])
def test_volumes_are_those_of_the_hand(result, played, quantity):
    by_hand, found = result.storages[quantity], played.storages[quantity]

    assert set(found.columns) == set(by_hand.columns)
    for at_s in (0, 300, 400, 600):
        assert found.loc[at_s, by_hand.columns].tolist() == pytest.approx(by_hand.loc[at_s].tolist(), abs=TOLERANCE_M3)


def test_flows_are_those_of_the_hand(result, played):
    for at_s in (0, 300, 400, 600):
        for quantity in ("inflow", "outflow"):
            by_hand, found = result.storages[quantity].loc[at_s], played.storages[quantity].loc[at_s]
            assert found[by_hand.index].tolist() == by_hand.tolist()
        assert played.links["flow"].loc[at_s, "bund-spillway"] == result.links["flow"].loc[at_s, "bund-spillway"]


def test_verdict_is_that_of_the_hand(result, played):
    assert [tier.verdict for tier in played.verdict.tiers] == [tier.verdict for tier in result.verdict.tiers]
    assert played.tiers["margin [m3]"].tolist() == pytest.approx([-200, 800], abs=TOLERANCE_M3)


def test_what_frames_say_adds_up(played):
    """
    Inflow less outflow over time is what a storage has gained, and flow over time is what passed a link.
    """
    inflow, outflow, flow = played.storages["inflow"], played.storages["outflow"], played.links["flow"]
    gained = ((inflow - outflow).iloc[:-1].T * np.diff(inflow.index)).T.sum()
    passed = (flow.iloc[:-1].T * np.diff(flow.index)).T.sum()

    record = played.record
    change = (record.storages.final - record.storages.initial).sum(axis=1)
    assert gained.to_numpy() == pytest.approx(change, abs=TOLERANCE_M3)
    assert passed.to_numpy() == pytest.approx(record.links.passed.sum(axis=1), abs=TOLERANCE_M3)


def test_trace_changes_nothing_else(case, is_same):
    with_trace, without = (run(case.park, case.scenario, trace=each).record for each in (True, False))

    assert without.trace is None
    for name in ("storages", "links", "tiers", "ledger", "events", "states", "inflows"):
        assert is_same(getattr(with_trace, name), getattr(without, name)), name


def test_run_comes_back_from_its_folder(played, case, tmp_path, is_same):
    assert is_same(load_result(save(played, case, tmp_path)).record, played.record)
