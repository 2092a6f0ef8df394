"""Peaks that count from when accident water came into a storage."""

from dataclasses import replace

import pytest

from sim.check import judge
from sim.check.met import peaks_once_met
from sim.engine import play
from tests.water.by_hand import park_of, pool, pour, script, valve


def flood_and_spill():
    """
    rain 1 m3/s for 90 s -> main (100 m3) --0.5 m3/s--> treated; 1 m3/s of product from 300 to 320 s

    45 m3 stand in it at 90 s, it is empty at 180 s; the product fills it to 10 m3 at 320 s.
    """
    return park_of([pool("main", 100)], [valve("v", "main", "treated", 0.5)]), script(
        pour("rain", "main", (0, 1.0), (90, 0.0)), pour("release", "main", (300, 1.0), (320, 0.0)), horizon_s=600
    )


def test_a_flood_that_has_gone_by_takes_no_room():
    park, scenario = flood_and_spill()
    record = play(park, scenario)
    met = peaks_once_met(record)

    assert (record.storages.peak_m3[0], record.storages.peak_at_s[0]) == (45, 90)
    assert (met.storages.peak_m3[0], met.storages.peak_at_s[0]) == (10, 320)
    assert judge(park, scenario, met).tiers[0].margin_m3 == 90


def test_what_stands_there_when_it_comes_counts():
    """
    At 100 s there are 40 m3, and they fall by 0.5 m3/s while 0.25 m3/s of product come in.
    """
    park, _ = flood_and_spill()
    scenario = script(
        pour("rain", "main", (0, 1.0), (90, 0.0)), pour("release", "main", (100, 0.25), (120, 0.0)), horizon_s=600
    )
    met = peaks_once_met(play(park, scenario))

    assert (met.storages.peak_m3[0], met.storages.peak_at_s[0]) == (pytest.approx(40), 100)


def test_a_storage_that_no_accident_water_reached_keeps_its_peak():
    park, _ = flood_and_spill()
    record = play(park, script(pour("rain", "main", (0, 1.0), (90, 0.0)), horizon_s=600))

    assert peaks_once_met(record).storages.peak_m3[0] == 45


def test_it_takes_a_trace():
    park, scenario = flood_and_spill()
    record = replace(play(park, scenario), trace=None)

    with pytest.raises(ValueError, match="trace"):
        peaks_once_met(record)
