"""What holds in every network: nothing lost, nothing negative, nothing above the top, and no order that matters."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings, strategies

from sim.engine import play
from sim.park import Link, LinkKind, Name, Park, Storage, Tier
from sim.record.event import Measured
from sim.scenario import Correction, Inflow, InflowKind
from sim.water.network import network_of
from tests.water.networks import cases

FIGURES = ("storages", "links", "tiers", "ledger")
MOST_EVENTS = 30_000
"""More than any network of eight storages has to do in half a day, but for its pumps."""
A_START = 8
"""More events than it takes to start a pump with a dead band and to stop it again."""

always = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def figures(record):
    """Every array of a record but the trace, by its name."""
    parts = {name: getattr(record, name) for name in FIGURES}
    return {
        f"{part}.{name}": np.asarray(getattr(columns, name))
        for part, columns in parts.items()
        for name in columns.__slots__
    }


def assert_same(one, other):
    """Two records are the same to the last digit."""
    left, right = figures(one), figures(other)
    for name, values in left.items():
        np.testing.assert_array_equal(values, right[name], err_msg=name)
    assert one.events == other.events
    assert one.kernel_events == other.kernel_events


@always
@given(cases())
def test_water_neither_appears_nor_vanishes(case):
    """
    Sources + initial = stored + travelling + treated + recovered + out, of each origin to 1e-9 of it and 1e-6 m3.

    The sources are those of the scenario, added up by hand.
    """
    park, scenario = case
    record = play(park, scenario)

    ledger = record.ledger
    scale = ledger.sources + ledger.initial
    assert (np.abs(ledger.error_m3) <= np.maximum(1e-9 * scale, 1e-6)).all()
    poured = sum(inflow.volume_m3(scenario.horizon_s) for inflow in scenario.inflows)
    assert abs(ledger.sources.sum() - poured) <= 1e-9 * poured + 1e-6
    assert abs(ledger.stored.sum() - record.storages.final.sum()) <= 1e-9 * scale.sum()


READINGS = strategies.lists(strategies.tuples(*3 * (strategies.floats(0, 1),)), min_size=1, max_size=6)
"""Which storage is measured, when, and how full."""


@settings(always, max_examples=15)
@given(cases(), READINGS)
def test_the_ledger_closes_with_what_was_measured(case, readings):
    """
    Storages measured at random times, at anything from empty to full: what they held more or less than expected stands
    in the ledger, no part is negative, nothing above the top, in every instant; and a second run is the same.
    """
    park, scenario = case
    storages = list(park.storages.values())
    corrections = []
    for k, (which, at, full) in enumerate(readings):
        storage = storages[min(int(which * len(storages)), len(storages) - 1)]
        corrections.append(Correction(f"m{k}", storage.id, at * scenario.horizon_s, full * storage.holds_m3))
    scenario = replace(scenario, corrections=tuple(corrections))
    record = play(park, scenario)

    ledger, trace = record.ledger, record.trace
    scale = ledger.sources + np.abs(ledger.corrected) + ledger.initial
    assert (np.abs(ledger.error_m3) <= np.maximum(1e-9 * scale, 1e-6)).all()
    told = sum(each.more_m3 for each in record.events if isinstance(each, Measured))
    assert ledger.corrected.sum() == pytest.approx(told, abs=1e-6)
    assert trace.volume.min() >= 0
    assert_same(record, play(park, scenario))


@always
@given(cases())
def test_a_storage_keeps_its_own_account(case):
    """
    What entered a storage less what left it is what changed in it, storage by storage.
    """
    park, scenario = case
    record = play(park, scenario)

    links, storages = record.links, record.storages
    arrived = links.passed - links.travelling
    for place, id in enumerate(storages.ids):
        into = arrived[np.array(links.targets) == id].sum(axis=0)
        gone = links.passed[np.array(links.sources) == id].sum(axis=0)
        poured = _poured(scenario, id)
        change = storages.final[place] - storages.initial[place]
        scale = 1 + (into + poured + storages.initial[place]).sum()
        assert np.abs(into + poured - gone - change).max() <= 1e-8 * scale


def _poured(scenario, id):
    """What the inflows of a scenario bring into one storage, by origin [m3]."""
    volumes = np.zeros(6)
    for inflow in scenario.inflows:
        for into, factor in zip(inflow.into, inflow.factors, strict=True):
            one = replace(inflow, into=(into,), factors=(factor,))
            volumes[("product", "firewater", "rain", "process", "river").index(inflow.kind.origin)] += (
                one.volume_m3(scenario.horizon_s) if into == id else 0.0
            )
    return volumes


@always
@given(cases())
def test_nothing_is_negative_and_nothing_above_the_top(case):
    """
    At every breakpoint, so at every time: each part at least nothing, their sum at most what fits in.
    """
    park, scenario = case
    record = play(park, scenario)

    trace, tops = record.trace, network_of(park).rest.storages["top"]
    assert (trace.volume >= 0).all()
    assert (trace.volume.sum(axis=1) <= tops[trace.storage] * (1 + 1e-9)).all()
    assert (trace.flow >= 0).all()
    assert (trace.inflow_m3_s >= 0).all()
    assert (trace.outflow_m3_s >= 0).all()
    assert (record.links.passed >= 0).all()
    assert (record.links.accident <= record.links.passed + 1e-9).all()
    assert (record.links.travelling >= -1e-9 * (1 + record.links.passed)).all()
    assert (record.storages.peak_m3 >= record.storages.final.sum(axis=1) - 1e-9 * tops).all()


@always
@given(cases())
def test_the_trace_tells_what_the_figures_tell(case):
    """
    The highest volume of the trace is the peak, its last volume the final one, and flows times time what passed.
    """
    park, scenario = case
    record = play(park, scenario)

    trace = record.trace
    for place in np.unique(trace.storage):
        rows = trace.storage == place
        volumes = trace.volume[rows]
        start = record.storages.initial[place].sum()
        np.testing.assert_allclose(max(volumes.sum(axis=1).max(), start), record.storages.peak_m3[place], rtol=1e-9)
        np.testing.assert_array_equal(volumes[-1], record.storages.final[place])
        assert (np.diff(trace.storage_at_s[rows]) > 0).all()
    for place in np.unique(trace.link):
        rows = trace.link == place
        spans = np.diff(np.append(trace.link_at_s[rows], scenario.horizon_s))
        passed = (trace.flow[rows] * spans[:, None]).sum(axis=0)
        np.testing.assert_allclose(passed, record.links.passed[place], rtol=1e-9, atol=1e-6)


@always
@given(cases(loops=False))
def test_no_network_chatters(case):
    """
    Far fewer events than a step of a second would take; what changes little costs little. A pump starts no more often
    than there is water to fill its dead band.
    """
    park, scenario = case
    water_m3 = sum(each.volume_m3(scenario.horizon_s) for each in scenario.inflows)
    water_m3 += sum(each.initial_m3 for each in park.storages.values())
    bands_m3 = [each.start_m3 - each.stop_m3 for each in park.links.values() if each.start_m3 is not None]
    starts = sum(water_m3 / band_m3 for band_m3 in bands_m3)

    assert play(park, scenario).kernel_events < MOST_EVENTS + A_START * starts


@always
@given(cases())
def test_no_loop_costs_more_than_small_steps_would(case):
    """
    In a loop with travel time each change comes back and makes others, and they may take long to die away; even then
    there are fewer events than steps of a second would take.
    """
    park, scenario = case

    assert play(park, scenario).kernel_events < scenario.horizon_s * len(park.storages)


@always
@given(cases())
def test_a_run_leaves_nothing_behind(case):
    """
    A second run, on the state the first one gave back, is the same; so is one without a trace, and one after another.
    """
    park, scenario = case
    record = play(park, scenario)
    other = replace(scenario, inflows=scenario.inflows[:1], actions=(), horizon_s=scenario.horizon_s / 2)

    assert_same(play(park, scenario), record)
    play(park, other)
    again = play(park, scenario, trace=False)
    assert again.trace is None
    assert_same(again, record)


@always
@given(cases())
def test_the_order_of_the_file_does_not_matter(case):
    """
    Storages and links shuffled: the same record to the last digit, the trace as well.
    """
    park, scenario = case
    record = play(park, scenario)

    shuffle = random.Random(len(park.links)).sample
    storages, links = list(park.storages.values()), list(park.links.values())
    shuffled = Park.of(shuffle(storages, len(storages)), shuffle(links, len(links)), tiers=park.tiers)
    other = play(shuffled, scenario)

    assert_same(other, record)
    for name in record.trace.__slots__:
        np.testing.assert_array_equal(getattr(other.trace, name), getattr(record.trace, name))


@always
@given(cases())
def test_what_stands_elsewhere_does_not_matter(case):
    """
    Two storages more, first and last of the alphabet, one pumping into the other: not a digit of the rest changes.
    """
    park, scenario = case
    record = play(park, scenario)

    more = [Storage(id, Name(id), "elsewhere", "pool", 70.0, {"process": 20.0}) for id in ("aaa", "zzz")]
    line = Link("aaa-zzz", Name("aaa-zzz"), LinkKind.PUMP, "aaa", "zzz", 0.013, lag_s=77.0)
    tiers = {**park.tiers, "elsewhere": Tier("elsewhere", Name("elsewhere"), Name(""))}
    larger = Park.of([*park.storages.values(), *more], [*park.links.values(), line], tiers=tiers)
    rain = Inflow("elsewhere", InflowKind.RAIN, ("aaa", "zzz"), (1.0, 0.7), (0.0, 333.0), (0.07, 0.011))
    other = play(larger, replace(scenario, inflows=(*scenario.inflows, rain)))

    _assert_part(record.storages, other.storages)
    _assert_part(record.links, other.links)


def _assert_part(part, whole):
    """The rows of `part` are in `whole`, to the last digit."""
    places = [whole.ids.index(id) for id in part.ids]
    for name in part.__slots__:
        if isinstance(getattr(part, name), np.ndarray):
            np.testing.assert_array_equal(getattr(whole, name)[places], getattr(part, name), err_msg=name)
