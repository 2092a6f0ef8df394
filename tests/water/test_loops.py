"""Water that runs round: refused where it would take no time, on the ledger where it takes some."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sim.errors import InputError, KernelError
from sim.park import GravityPipe, Prism, WeirRating
from sim.water import water
from tests.water.by_hand import HOUR, by_origin, link, park_of, pool, pour, pump, run, spillway, valve


def ring(lag_s):
    """
    pool (100 m3) --lift 0.5 m3/s, on at 80, off at 20 m3--> basin (100 m3) --spillway, after a while--> pool
    """
    links = [
        pump("lift", "pool", "basin", 0.5, start_m3=80.0, stop_m3=20.0),
        spillway("back", "basin", "pool", lag_s=lag_s),
    ]
    return park_of([pool("pool", 100), pool("basin", 100)], links)


def test_a_loop_without_travel_time_is_refused_by_name():
    """
    pool -> basin -> pool in no time.
    """
    with pytest.raises(InputError) as refused:
        run(ring(0.0), horizon_s=HOUR)

    assert str(refused.value) in {
        "water would run round pool -> basin -> pool in no time; give one of its links a travel time",
        "water would run round basin -> pool -> basin in no time; give one of its links a travel time",
    }


def test_a_loop_of_three_is_refused_by_name():
    """
    one -> two -> three -> one; the storage beside it is not named.
    """
    storages = [pool(id, 100) for id in ("one", "two", "three", "beside")]
    links = [
        pump(f"{a}-{b}", a, b, 0.5) for a, b in (("one", "two"), ("two", "three"), ("three", "one"), ("one", "beside"))
    ]

    with pytest.raises(InputError, match=r"one.*in no time") as refused:
        run(park_of(storages, links), horizon_s=HOUR)

    assert "beside" not in str(refused.value)


def test_water_goes_round_a_loop_with_travel_time():
    """
    150 m3 of rain poured in over 300 s: 80 m3 in the pool at 160 s, from then on nothing changes (0.5 in, 0.5 out)
    until 300 s, when 70 m3 are in the basin; 60 more go over by 420 s, of which 30 fill it and 30 go back for 300 s.

    At 720 s the pool, 20 m3, has got its 30 back: 50 in the pool, 100 in the basin.
    """
    seen = run(ring(300.0), pour("rain", "pool", (0, 0.5), (300, 0.0)), horizon_s=HOUR)

    assert seen.turns("lift") == [160, 420]
    assert seen.turns("back") == [360, 420]
    assert seen.volume("pool", [160, 300, 420, 660, 720, HOUR]).tolist() == [80, 80, 20, 20, 50, 50]
    assert seen.holds("basin") == 100
    assert seen.record.ledger.error_m3.tolist() == by_origin()


def test_water_pumped_round_for_hours_is_neither_more_nor_less():
    """
    100 m3 of product and 100 of rain, 0.5 m3/s round and round for a day: 200 m3 in two pools and two pipes.
    """
    links = [pump("to", "one", "two", 0.5, lag_s=60.0), pump("fro", "two", "one", 0.5, lag_s=120.0)]
    storages = [pool("one", 300, initial={"product": 100, "rain": 100}), pool("two", 300)]
    seen = run(park_of(storages, links), horizon_s=24 * HOUR)

    ledger = seen.record.ledger
    assert ledger.stored.sum() + ledger.travelling.sum() == pytest.approx(200, rel=1e-9)
    assert (ledger.stored + ledger.travelling)[0] == pytest.approx(100, rel=1e-9)
    assert seen.of("final", "one")[0] == pytest.approx(seen.of("final", "one")[2], rel=0.05)


ROUND_AND_ROUND = """
from tests.water.test_loops import nearly_dry
print(nearly_dry().record.kernel_events)
"""


def nearly_dry():
    """
    fox (40 m3, 13 product) --back 0.7 m3/s--> bravo (1,690 m3, 422 river, 844 process) --to 0.84 m3/s, 1,200 s--> fox
                            --far 0.8 m3/s, 3,500 s--> bravo
    """
    storages = [pool("fox", 40, initial={"product": 13}), pool("bravo", 1690, initial={"river": 422, "process": 844})]
    links = [
        valve("to", "bravo", "fox", 0.84, lag_s=1200.0),
        valve("back", "fox", "bravo", 0.7),
        valve("far", "fox", "bravo", 0.8, lag_s=3500.0, priority=2),
    ]
    return run(park_of(storages, links), horizon_s=2 * HOUR, trace=False)


def test_a_storage_that_is_all_but_dry_does_not_go_round_in_circles():
    """
    0.7 of the 0.84 m3/s come straight back, the other 0.14 after 3,500 s: bravo falls by 0.14 m3/s from 1,266 m3 and
    stands at next to nothing when as much comes as goes. A minute is more than enough for it.
    """
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", ROUND_AND_ROUND]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=True)

    assert int(done.stdout) < 30_000


def test_two_full_pools_that_pump_to_each_other_come_to_rest():
    """
    tank (1,706 m3, full, 0.25 m3/s) --feed 0.2508 m3/s, 300 s, held--> sump --up 1 m3/s, held--> head (weir, 5 m)
    head --leak 0.0002 m3/s, 300 s, held--> sump; what the full sump spills comes to head after 2,400 and 300 s.
    A shut pipe at the sump adds levels at which it is looked at, a spare pool puts the tank behind it in the order.

    Either may bring the other as much as that passes on, most of which it got from there. What they grant each other
    must not creep up quantum by quantum, nor what has changed and changed back in one instant go round for ever.
    """
    sides = {"shape": Prism(20.0)}
    storages = [
        pool("tank", 1706, initial={"firewater": 1706.0}),
        *(pool(id, 40, **sides) for id in ("sump", "side", "head", "spare")),
    ]
    links = [
        pump("feed", "tank", "sump", 0.7525, opening=1 / 3, lag_s=300.0, back_pressure=True),
        spillway("over", "tank", "out"),
        spillway("spared", "spare", "tank"),
        pump("up", "sump", "head", 1.0, back_pressure=True),
        pump("leak", "head", "sump", 0.01, opening=0.0, leak=0.02, lag_s=300.0, priority=1, back_pressure=True),
        spillway("weir", "head", "out", rating=WeirRating(5.0, 2.0)),
        link("pipe", "shut", "sump", "side", opening=0.0, rating=GravityPipe(0.1, 20.0, 1.0)),
        spillway("aside", "sump", "side", lag_s=2400.0),
        spillway("on", "side", "head", lag_s=300.0),
    ]
    fire = pour("release", ("tank", "sump"), (0, 0.25))
    seen = run(park_of(storages, links), fire, horizon_s=12 * HOUR)

    assert seen.record.kernel_events < 15_000
    assert np.abs(seen.record.ledger.error_m3).max() < 1e-6


def test_changes_that_go_round_for_ever_are_an_error_and_not_the_end_of_the_memory(monkeypatch):
    """
    rain in 600 steps -> left (dry) --300 s--> right (dry) --300 s--> left, with a limit of 100 changes on their way
    """
    monkeypatch.setattr(water, "MOST_PARCELS", 100)
    storages = [pool("left", 100), pool("right", 100)]
    links = [valve("there", "left", "right", 5, lag_s=300), valve("back", "right", "left", 5, lag_s=300)]
    rain = pour("rain", "left", *((second, 0.001 * (1 + second % 2)) for second in range(600)))

    with pytest.raises(KernelError) as error:
        run(park_of(storages, links), rain, horizon_s=3600)

    assert str(error.value).startswith("more than 100 changes are on their way in links at ")
    assert str(error.value).endswith(" s; do they go round and round in loops of links with travel time, "
                                     "through storages that are dry or full?")  # fmt: skip
