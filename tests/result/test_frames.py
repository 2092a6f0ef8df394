"""DataFrames against the run worked out by hand in conftest."""

import pickle
from dataclasses import replace
from math import isnan

import pytest

import sim
from sim.errors import InputError
from sim.result import Result, frame


def test_volumes_are_exact_at_every_breakpoint_of_any_storage(result):
    """
    The bund has no row at 150 s, 350 s: half full on its way to 600 m3, then brimful. `spare` has none at all.
    """
    volume = result.storages["volume"]

    assert volume.index.name == "time [s]"
    assert volume.index.tolist() == [0, 150, 300, 350, 400, 600]
    assert volume.columns.tolist() == ["bund", "pool", "spare"]
    assert volume["bund"].tolist() == [0, 300, 600, 600, 600, 600]
    assert volume["pool"].tolist() == [0, 0, 0, 100, 200, 200]
    assert volume["spare"].tolist() == [50] * 6


def test_volume_of_one_origin(result):
    assert result.storages["rain"].loc[350].tolist() == [0, 0, 50]
    assert result.storages["product"].loc[350].tolist() == [600, 100, 0]


def test_flows_hold_until_the_next_row(result):
    """
    At 300 s the bund has two rows; the last one says that it spills.
    """
    assert result.storages["inflow"]["bund"].tolist() == [2, 2, 2, 2, 0, 0]
    assert result.storages["outflow"]["bund"].tolist() == [0, 0, 2, 2, 0, 0]
    assert result.storages["inflow"]["pool"].tolist() == [0, 0, 2, 2, 0, 0]
    assert result.storages["outflow"]["spare"].tolist() == [0] * 6


def test_filling_is_a_share_of_what_it_holds(result):
    assert result.storages["filling"].loc[350].tolist() == [1, 0.1, 0.25]


def test_links_have_their_own_breakpoints(result):
    flow = result.links["flow"]

    assert flow.index.tolist() == [0, 300, 400, 600]
    assert flow["bund-spillway"].tolist() == [0, 2, 0, 0]
    assert flow["lift"].tolist() == [0, 0, 0, 0]
    assert result.links["product"].equals(flow)
    assert not result.links["rain"].to_numpy().any()


def test_dry_run_has_start_and_end(result):
    none = {name: getattr(result.record.trace, name)[:0] for name in result.record.trace.__slots__}
    dry = replace(result.record, trace=replace(result.record.trace, **none))
    still = Result(result.park, result.scenario, dry)

    assert still.storages["volume"].to_dict("list") == {"bund": [0, 0], "pool": [0, 0], "spare": [50, 50]}
    assert still.links["flow"].index.tolist() == [0, 600]


def test_quantities_can_be_listed(result):
    assert list(result.storages) == [
        "volume", "product", "firewater", "rain", "process", "river", "measured", "inflow", "outflow", "filling",
    ]  # fmt: skip
    assert "flow" in result.links
    assert "volume" not in result.links
    assert len(result.links.keys()) == len(result.links) == 7
    assert repr(result.links) == "<Links over time: flow, product, firewater, rain, process, river, measured>"


def test_summaries(result):
    """
    The pool's margin is 1000 - 200 m3.
    """
    storages, links, tiers = result.storages.summary, result.links.summary, result.tiers

    assert storages.loc["pool", "margin [m3]"] == 800
    assert isnan(storages.loc["pool", "full at [s]"])
    assert links.loc["bund-spillway", "passed product [m3]"] == 200
    assert tiers.loc["plant", "verdict"] == "breached"
    assert tiers.loc["plant", "first escape over"] == "bund-spillway"
    assert tiers.loc["public", "verdict"] == "held"


def test_unknown_quantity(result):
    with pytest.raises(InputError) as misspelt:
        result.storages["volumes"]
    with pytest.raises(InputError) as unknown:
        result.links["heat"]

    assert str(misspelt.value) == "storages have no quantity 'volumes'; did you mean 'volume'?"
    assert str(unknown.value) == (
        "links have no quantity 'heat'; there are flow, product, firewater, rain, process, river, measured"
    )


def test_run_without_trace(result):
    bare = Result(result.park, result.scenario, replace(result.record, trace=None))

    with pytest.raises(InputError) as caught:
        bare.storages["volume"]

    assert str(caught.value) == (
        "the run of spill kept no trace, so how its storages went is not known; run it again with a trace"
    )
    assert bare.storages.summary.loc["pool", "peak [m3]"] == 200


def test_without_pandas(result, monkeypatch):
    monkeypatch.setattr(frame, "find_spec", lambda name: None)

    for ask in (lambda: result.tiers, lambda: result.storages["volume"], lambda: result.links.summary):
        with pytest.raises(InputError) as caught:
            ask()
        assert str(caught.value) == (
            "tables in Python need pandas, which is not installed; pip install three-tier-containment[tables]"
        )


def test_result_says_what_it_is(result):
    assert repr(result) == "<Result of spill in two-pools, 10 min>"
    assert result.events is result.record.events
    assert result.ledger is result.record.ledger
    assert result.verdict is result.verdict


def test_result_can_be_sent_to_another_process(result, is_same):
    """
    With everything that was asked of it.
    """
    result.storages["volume"], result.links["flow"], result.verdict

    there = pickle.loads(pickle.dumps(result))

    assert is_same(there.record, result.record)
    assert there.storages["volume"].equals(result.storages["volume"])


def test_result_is_at_the_door():
    assert sim.Result is Result
    assert {"Result", "load_result", "run"} <= set(dir(sim))
