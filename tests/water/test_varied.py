"""Parks that share what is compiled of another, held against the same parks compiled by themselves, bit by bit."""

import copy
import pickle
import random
from dataclasses import replace

import pytest

from benchmarks.parks import changshou
from sim.engine import play
from sim.park import Name, OrificeRating, Park, Prism, Quantity, Sensor, SensorKind, WeirRating
from sim.scenario import Action, Alarm, Scenario
from sim.water import varied as varied_networks
from sim.water.network import network_of
from sim.water.varied import share_network
from tests.water.by_hand import HOUR, link, park_of, pool, pour, pump, spillway, valve


def numbers(park, scenario):
    """All that a run leaves."""
    record = play(park, scenario, trace=False, seed=4)
    return pickle.dumps((record.storages, record.links, record.tiers, record.ledger, record.states, record.events))


def by_itself(park):
    """The same park, which nothing has been compiled of."""
    return copy.copy(park)


def other(chance, value, least=0.5, most=1.5):
    return value * chance.uniform(least, most)


def with_other_links(park, chance):
    """Links that pass more or less, leak, stand half open, take longer."""
    some = chance.sample([each for each in park.links.values() if each.treatment is None and not each.rating], 20)
    return {each.id: replace(each, capacity_m3_s=other(chance, each.capacity_m3_s), leak=chance.random() / 10,
                             opening=each.opening * chance.random(), lag_s=other(chance, each.lag_s))
            for each in some}  # fmt: skip


def with_other_storages(park, chance):
    """Storages that hold more or less, in which less stands."""
    some = chance.sample([each for each in park.storages.values() if each.floor_m is None], 20)
    return {each.id: replace(each, capacity_m3=other(chance, each.capacity_m3, 1.0),
                             initial={origin: other(chance, v, 0, 1) for origin, v in each.initial.items()})
            for each in some}  # fmt: skip


@pytest.mark.parametrize("name", ["tank-fire", "late-wall"])
def test_a_varied_park_runs_as_if_it_had_been_compiled(name):
    """
    Twenty links and twenty storages drawn anew, four times; those before, after and between leave no trace.
    """
    case = changshou(name)
    park, scenario, chance = case.park, case.scenario, random.Random(7)
    before = numbers(by_itself(park), scenario)
    patched = 0

    for _ in range(4):
        varied = replace(park, links={**park.links, **with_other_links(park, chance)},
                         storages={**park.storages, **with_other_storages(park, chance)})  # fmt: skip
        share_network(varied, park)
        patched += network_of(varied).patch is not None
        assert numbers(varied, scenario) == numbers(by_itself(varied), scenario)
        assert numbers(park, scenario) == before

    assert patched == 4


CREST = WeirRating(length_m=2, crest_m=1.0, head_m=0.5)


def rated(capacity=100.0, crest=CREST, start=40.0, alarm=30.0, stands=0.0):
    """A pool of 100 m2 with a crest of a certain length, a pump with levels of its own, and an alarm on its level."""
    storages = [pool("pool", capacity, shape=Prism(100.0), initial={"rain": stands}), pool("basin", 60)]
    links = [
        spillway("over", "pool", "basin", rating=crest),
        pump("lift", "pool", "basin", 0.005, start_m3=start, stop_m3=10.0),
        valve("drain", "basin", "out", 0.001),
    ]
    sensor = Sensor("level", Name("Level"), SensorKind.LEVEL, "pool", Quantity.VOLUME, alarm)
    return replace(park_of(storages, links), sensors={"level": sensor})


RAIN = Scenario("rain", Name("Rain"), 4 * HOUR, inflows=(pour("rain", "pool", (0, 0.05), (HOUR, 0.0)),),
                actions=(Action("shut", Alarm("level"), 0.0, (("drain", 0.0),)),))  # fmt: skip


@pytest.mark.parametrize("change", [
    {"capacity": 90.0}, {"crest": replace(CREST, length_m=3)}, {"start": 55.0}, {"alarm": 12.0}, {"stands": 45.0},
    {"capacity": 120.0, "stands": 33.0, "alarm": 31.0},
])  # fmt: skip
def test_bands_crests_switches_and_alarms_are_patched(change):
    park, varied = rated(), rated(**change)
    varied = replace(park, storages=varied.storages, links=varied.links, sensors=varied.sensors)
    share_network(varied, park)

    assert network_of(varied).patch is not None
    assert numbers(varied, RAIN) == numbers(by_itself(varied), RAIN) != numbers(park, RAIN)


def test_seats_of_a_few_sorts_are_kept(monkeypatch):
    """
    Each change is of other rows than the one before, and no more than a single sort may be kept.
    """
    monkeypatch.setattr(varied_networks, "MOST_SORTS", 1)
    park = rated()
    for change in ({"capacity": 90.0}, {"alarm": 12.0}, {"start": 55.0}, {"capacity": 90.0}):
        other_park, names = rated(**change), ("storages", "links", "sensors")
        every = ((getattr(park, name), getattr(other_park, name), name) for name in names)
        varied = replace(park, **{name: {id: old if new[id] == old else new[id] for id, old in those.items()}
                                  for those, new, name in every})  # fmt: skip
        share_network(varied, park)

        assert numbers(varied, RAIN) == numbers(by_itself(varied), RAIN)
        assert len(network_of(park).shared) == 1


@pytest.mark.parametrize("place", ["upper", "lower"])
def test_what_feels_the_water_behind_it_is_compiled_anew(place):
    """
    Another capacity changes the steps at which a pipe is told how the water stands behind it.
    """
    sides = Prism(100.0)
    stands = {"upper": 150.0, "lower": 0.0}
    storages = [pool(id, 200, shape=sides, floor_m=0.0, initial={"rain": m3}) for id, m3 in stands.items()]
    hole = link("pipe", "pipe", "upper", "lower", rating=OrificeRating(0.3, 0.4), backwater=True)
    park = park_of(storages, [hole])
    varied = replace(park, storages={**park.storages, place: replace(park.storages[place], capacity_m3=180.0)})
    share_network(varied, park)
    scenario = Scenario("fall", Name("Fall"), HOUR)

    assert network_of(varied).patch is None
    assert numbers(varied, scenario) == numbers(by_itself(varied), scenario)


def test_a_park_with_another_link_is_compiled_anew():
    park = rated()
    varied = replace(park, links={**park.links, "more": pump("more", "basin", "out", 0.1)})
    share_network(varied, park)

    assert "more" in network_of(varied).link_index
    assert isinstance(varied, Park)
