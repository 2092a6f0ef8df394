"""Deadlines that are known in closed form, and what each answer means."""

from dataclasses import replace
from math import inf, isnan, nan, sqrt

import pytest

from sim.errors import InputError
from sim.park import OrificeRating, Prism
from sim.record.table import write_table
from sim.result import run
from sim.scenario import Detected, Detection
from sim.study.deadlines import TOLERANCE_S, deadlines
from sim.study.tables import DEADLINES, deadlines_from
from tests.engine.people import crew, park_with, rule, sheet
from tests.water.by_hand import HOUR, at, link, pool, pour, script, spillway, valve

SECOND = 1.0


def of(found, action, tier):
    """The deadline of an action for a tier."""
    (one,) = [each for each in found if (each.action, each.tier) == (action, tier)]
    return one


def two_storages(rate=0.5, **others):
    """
    spill 1 m3/s -> bund (1,000 m3) --v1, a transfer--> basin (100 m3, public) --over--> out
    """
    links = [
        valve("v1", "bund", "basin", rate, transfer=True, **others), spillway("over", "basin", "out"),
    ]  # fmt: skip
    return park_with([pool("bund", 1000), pool("basin", 100, "public")], links)


def spill(*actions, horizon_s=900, **others):
    return script(pour("release", "bund", (0, 1.0)), horizon_s=horizon_s, actions=actions, **others)


def test_a_valve_must_be_shut_before_the_basin_is_full():
    """
    0.5 m3/s fill the 100 m3 of the basin in 200 s; the first litre over counts, 0.002 s later.
    """
    found = of(deadlines(two_storages(), spill(at(120, ("v1", 0.0)))), "act", "public")

    assert found.latest_s == pytest.approx(200, abs=SECOND)
    assert found.lost_s - found.latest_s <= TOLERANCE_S
    assert found.done_s == 120
    assert found.margin_s == pytest.approx(80, abs=SECOND)


def test_deadlines_are_read_back_to_the_last_bit(tmp_path):
    """
    With one that is known, one that need not be, and one that is never done.
    """
    found = deadlines(two_storages(), spill(at(120, ("v1", 0.0))))
    found += [replace(found[0], action="other", done_s=nan, latest_s=inf, lost_s=nan, earliest_s=inf, monotone=False)]
    file = tmp_path / "deadlines.csv"
    write_table(file, DEADLINES.table(found))

    assert repr(deadlines_from(file)) == repr(found)


def test_a_table_that_is_none_of_deadlines_is_refused(tmp_path):
    file = tmp_path / "deadlines.csv"
    write_table(file, DEADLINES.table(deadlines(two_storages(), spill(at(120, ("v1", 0.0))))))
    file.write_text(file.read_text(encoding="utf-8").replace("120.0", "two minutes"), encoding="utf-8")

    with pytest.raises(InputError, match="could not convert string to float: 'two minutes'; make it anew"):
        deadlines_from(file)


def test_with_travel_time_the_water_under_way_counts():
    """
    A pipe of 60 s: 100 m3 have entered it at 200 s, and all of them come; the deadline is the same 200 s.
    """
    park = two_storages(lag_s=60)

    assert of(deadlines(park, spill(at(120, ("v1", 0.0)))), "act", "public").latest_s == pytest.approx(200, abs=SECOND)


def test_under_a_head_it_is_torricellis():
    """
    hole 0.02 m2, mu 0.61, in a bund of 250 m2 that fills at 1 m3/s: the head is t / 250, so the hole passes
    V(t) = 0.61 x 0.02 sqrt(2 g / 250) x 2/3 t^1.5 while little leaves; solved with what leaves by the ODE below.
    """
    park = park_with(
        [pool("bund", 1000, shape=Prism(250)), pool("basin", 20, "public")],
        [link("orifice", "v1", "bund", "basin", rating=OrificeRating(0.02), transfer=True),
         spillway("over", "basin", "out")],
    )  # fmt: skip
    volume, passed, t, step = 0.0, 0.0, 0.0, 0.05
    while passed < 20:
        head = volume / 250
        side = sqrt(0.02)  # a hole just above the floor is drowned when the water is as high as it
        flow = 0.61 * 0.02 * sqrt(2 * 9.80665 * head)
        if head < side / 2:
            flow = 0.61 * 0.02 * sqrt(2 * 9.80665 * side / 2) * (head / (side / 2)) ** 1.5
        passed, volume, t = passed + flow * step, volume + (1 - flow) * step, t + step

    found = of(deadlines(park, spill(at(60, ("v1", 0.0)))), "act", "public")

    assert found.latest_s == pytest.approx(t, abs=3)


def test_both_sides_are_proved_by_a_run():
    """
    Played with the valve shut at the one time and at the other.
    """
    park, scenario = two_storages(), spill(at(120, ("v1", 0.0)))
    found = of(deadlines(park, scenario), "act", "public")

    kept, lost = (run(park, scenario, held={"act": at_s}).verdict for at_s in (found.latest_s, found.lost_s))
    assert kept.tier("public").verdict == found.keeps == "held"
    assert lost.tier("public").verdict == "breached"


def test_what_came_too_late_has_a_negative_margin():
    """
    Shut at 300 s, 100 s too late for the basin.
    """
    found = of(deadlines(two_storages(), spill(at(300, ("v1", 0.0)))), "act", "public")

    assert found.keeps == "relieved"
    assert found.margin_s == pytest.approx(-100, abs=SECOND)


def test_what_need_not_be_done_says_so():
    """
    The basin holds 1,000 m3 and gets 450 m3 in all: never.
    """
    park = two_storages()
    park = replace(park, storages={**park.storages, "basin": replace(park.storages["basin"], capacity_m3=1000.0)})
    found = of(deadlines(park, spill(at(120, ("v1", 0.0)))), "act", "public")

    assert (found.latest_s, found.margin_s, found.needed) == (inf, inf, False)


def test_what_cannot_help_says_so():
    """
    Another valve, of a dry pond: whenever it is shut, the basin runs over.
    """
    park = two_storages()
    others = {"pond": pool("pond", 100), **park.storages}
    park = replace(park, storages=others, links={**park.links, "v2": valve("v2", "pond", "treated", 1.0)})
    found = of(deadlines(park, spill(at(120, ("v2", 0.0)), at(250, ("v1", 0.0), id="late"))), "act", "public")

    assert isnan(found.latest_s)
    assert not found.needed


def test_too_early_is_told_as_well():
    """
    The bund (1,000 m3) overflows at T when v1 is shut at t: 1,000 = T - 0.5 t; within 1,200 s it does not if t is at
    least 400 s. A basin of 350 m3 is full when t is 700 s: shut it between 400 and 700 s.
    """
    park = two_storages()
    park = replace(park, storages={**park.storages, "basin": replace(park.storages["basin"], capacity_m3=350.0)})
    found = deadlines(park, spill(at(500, ("v1", 0.0)), horizon_s=1200))

    assert of(found, "act", "plant").earliest_s == pytest.approx(400, abs=SECOND)
    assert of(found, "act", "public").latest_s == pytest.approx(700, abs=SECOND)
    assert not of(found, "act", "public").too_early


def test_the_most_pressing_come_first():
    """
    A second valve into the basin at 0.25 m3/s: with both shut at 60 s, v1 alone may stay open until
    60 + (100 - 45) / 0.5 = 170 s, v2 until 60 + (100 - 45) / 0.25 = 280 s.
    """
    park = two_storages()
    park = replace(park, links={**park.links, "v2": valve("v2", "bund", "basin", 0.25, transfer=True)})
    found = deadlines(park, spill(at(60, ("v2", 0.0), id="second"), at(60, ("v1", 0.0), id="first")))

    assert [each.action for each in found if each.tier == "public"] == ["first", "second"]
    assert [each.latest_s for each in found if each.tier == "public"] == pytest.approx([170, 280], abs=SECOND)


def test_jobs_have_deadlines_too_and_their_crews_stay_as_they_were():
    """
    Detected at 10 s; the one team shuts v1 at 110 s, then v2 at 210 s. Held back, v1 still leaves the team at 110 s.
    100 m3 = 0.5 t + 0.125 x 210: v1 by 147.5 s. 100 = 0.5 x 110 + 0.125 t: v2 by 360 s.
    """
    park = two_storages()
    sheets = {id: sheet(id, crew="crew", travel_s=40, work_s=60) for id in ("v1-shut", "v2-shut")}
    park = replace(
        park, crews={"crew": crew()}, sheets=sheets,
        links={**park.links, "v2": valve("v2", "bund", "basin", 0.125, transfer=True)},
    )  # fmt: skip
    plan = spill(rules=(rule("r", Detected(), "v1-shut", "v2-shut"),), detection=Detection(10))
    found = deadlines(park, plan)

    assert of(found, "v1-shut", "public").done_s == 110
    assert of(found, "v1-shut", "public").latest_s == pytest.approx(147.5, abs=SECOND)
    assert of(found, "v2-shut", "public").latest_s == pytest.approx(360, abs=SECOND)


def test_what_waits_for_a_job_waits_for_its_deadline():
    """
    v2 is shut 20 s after v1: 100 = 0.5 t + 0.125 (t + 20): v1 by 156 s.
    """
    from sim.scenario import Ending, SheetEnds

    park = two_storages()
    park = replace(
        park, sheets={"v1-shut": sheet("v1-shut"), "v2-shut": sheet("v2-shut", work_s=20)},
        links={**park.links, "v2": valve("v2", "bund", "basin", 0.125, transfer=True)},
    )  # fmt: skip
    rules = (rule("a", 50, "v1-shut"), rule("b", SheetEnds("v1-shut", Ending.DONE), "v2-shut"))
    found = deadlines(park, spill(rules=rules))

    assert of(found, "v1-shut", "public").latest_s == pytest.approx(156, abs=SECOND)


def test_the_same_again():
    """
    Nothing is drawn by lot.
    """
    park, scenario = two_storages(), spill(at(120, ("v1", 0.0)), horizon_s=HOUR)

    assert repr(deadlines(park, scenario)) == repr(deadlines(park, scenario))
