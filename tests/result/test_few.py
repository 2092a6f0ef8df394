"""A run's record keeps the rows of what it touched; columns of all are put together from them."""

import pickle

import numpy as np

from sim.park import ORIGINS
from sim.record.record import LinkRecord, StorageRecord
from tests.water.by_hand import park_of, pool, pour, run, spillway, valve

PRODUCT, RAIN = ORIGINS.index("product"), ORIGINS.index("rain")


def played():
    """
    spill 1 m3/s, 100 s -> bund (60 m3) --spillway--> pool (1000 m3) --drain 0.1 m3/s--> treated

    40 m3 go over, from 60 s on; beside them stand a tank with 7 m3 of rain and a dry yard, which nothing comes to.
    """
    storages = [pool("bund", 60), pool("pool", 1000), pool("tank", 50, initial={"rain": 7}), pool("yard", 20)]
    links = [spillway("over", "bund", "pool"), valve("drain", "pool", "treated", 0.1)]
    return run(park_of(storages, links), pour("release", "bund", (0, 1.0)), horizon_s=100).record


def test_only_what_water_came_to_is_kept_and_the_others_are_as_they_were():
    storages = played().storages

    assert [storages.ids[place] for place in storages.few.places] == ["bund", "pool"]
    assert storages.final[:, PRODUCT].round(6).tolist() == [60, 36, 0, 0]
    assert storages.final[:, RAIN].tolist() == [0, 0, 7, 0]
    assert storages.peak_m3.round(6).tolist() == [60, 36, 7, 0]
    assert repr(storages.full_at_s.tolist()) == "[60.0, nan, nan, nan]"
    assert storages.reached == [0, 1]
    assert np.isnan(storages.reached_at_s[2:]).all()


def test_links_that_passed_accident_water_are_told_by_how_much():
    links = played().links
    named = {each: [links.ids[place] for place in links.passed_accident(each)] for each in (0.0, 4.5, 50.0)}

    assert named == {0.0: ["drain", "over"], 4.5: ["over"], 50.0: []}
    assert dict(zip(links.ids, links.accident_m3.round(6).tolist(), strict=True)) == {
        "drain": 4, "over": 40, "pool>ground": 0, "tank>ground": 0, "yard>ground": 0}  # fmt: skip


def test_rows_of_some_are_those_of_the_columns():
    """
    Touched or not, in any order, of a run's record and of one that was made of columns.
    """
    seen = played().storages
    names = ("final", "peak_m3", "reached_at_s")
    made = StorageRecord(seen.ids, seen.initial, *(getattr(seen, name) for name in StorageRecord.WHERE))
    told = [list(zip(*(getattr(seen, name)[[3, 0, 2]].tolist() for name in names), strict=True))]
    told += [list(each.some([3, 0, 2], *names)) for each in (seen, made)]

    assert repr(told[1]) == repr(told[0]) == repr(told[2])
    assert made.reached == seen.reached
    assert list(seen.some([], *names)) == []


def test_a_record_comes_back_whole_from_another_process():
    links = played().links
    back = pickle.loads(pickle.dumps(links))

    assert all(np.array_equal(getattr(back, name), getattr(links, name), equal_nan=True) for name in LinkRecord.WHERE)
    assert back.passed_accident(0.0) == links.passed_accident(0.0)
