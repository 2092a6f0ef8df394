"""What a run says beside the standards: each kind of sentence, from a run known by hand."""

import pytest

from sim.called import Called
from sim.check import beside
from sim.hydrology.size_sheet import Bund, Rain, SizeSheet, Space, TankGroup, Use
from sim.hydrology.sizing import Standard
from sim.hydrology.standards import size_by_standards
from sim.record.table import cell_text
from sim.report.size_data import plants_data, sizes_table
from sim.report.size_plants import print_plants
from sim.report.size_run import run_lines, sentence
from sim.report.sized import Sized, heaviest, run_terms, sheet_terms
from sim.result import run
from tests.check.test_beside import accident, order, works
from tests.report.by_hand import printed

PUMPED = (order(1000, "pump", 1.0),)


def sheet(moved_m3=200.0, process_m3=0.0, pool_m3=300.0):
    """
    (a) 200 + 400 - moved + process + 10 x 10 mm x 0.1 ha = 10; (b) 600 + 10 x 50 mm x 0.8 x 0.1 ha = 40, less a bund
    of 100.
    """
    farm = TankGroup("farm", 200, fire_water_m3=400, transferable_m3={"basin": moved_m3})
    rain = Rain(annual_m=1.0, days=100, area_m2=1000, runoff=0.8, depth_m=0.05)
    return SizeSheet({"en": "Works", "zh": "工厂"}, (farm,), process_m3, rain, (Bund("bund", "farm", 100, 1),),
                     spaces=(Space("pool", Use.ACCIDENT_POOL, pool_m3, 20),))  # fmt: skip


def sized(*actions, gap=0.0, horizon_s=5000, **others):
    """The works with its sheet and what a run says, and the park."""
    park, scenario = works(gap), accident(*actions, horizon_s=horizon_s)
    result = run(park, scenario)
    written = sheet(**others)
    seen = beside(park, scenario, result.record, result.verdict, "works", ["pool"])
    return park, Sized(written, size_by_standards(written), "works", seen)


def said(park, found, family=Standard.FAMILY_A, language="en"):
    return sentence(Called(park, language=language), found.family(family), found.run)


def test_lines_of_a_pool_that_ran_over():
    """
    (a) 410, (b) 540 of 280 m3. The pool is full after 4,600 s, 1 h 16 min 40 s, told to the minute; 20 m3 go over.
    """
    park, found = sized(*PUMPED)

    assert list(run_lines(Called(park), found, found.run)) == [
        "pool: at most 300 m3 at T+1 h 17 min, 20 m3 of it from before; room 300 m3, 20 m3 went over its crest",
        "Out of the plant: 20 m3 escaped, first at T+1 h 17 min; plant: breached",
        "By (a) 130 m3 short; in the run 20 m3 escaped: pool was full from T+1 h 17 min on.",
        "By (b) 260 m3 short; in the run 20 m3 escaped: pool was full from T+1 h 17 min on.",
    ]


def test_a_standard_that_was_content():
    """
    With 350 m3 moved (a) asks for 260 of 280: 20 to spare. In the run only 180 had been moved when it was full.
    """
    park, found = sized(*PUMPED, moved_m3=350.0)

    assert said(park, found) == (
        "By (a) 20 m3 to spare; in the run 20 m3 escaped: pool was full from T+1 h 17 min on; 180 m3 had been moved "
        "out by T+1 h 17 min, where (a) takes off 350."
    )


def test_water_that_left_beside_a_free_pool():
    """
    30 m3 through the gap in the first 600 s, all 280 m3 free.
    """
    park, found = sized(order(600, "gap", 0.0), gap=1.0, horizon_s=1000)

    assert said(park, found) == (
        "By (a) 130 m3 short; in the run 30 m3 escaped: first Gap, from T+0 min to T+10 min, while 280 m3 were free "
        "in pool."
    )
    assert said(park, found, language="zh") == (
        "算法a缺口130 m3；推演中外泄30 m3：T+0分钟至T+10分钟先由Gap外泄，而当时pool尚有280 m3空余。"
    )


def test_a_pool_that_was_large_enough():
    """
    Until T+30 min: 80 m3 of fire water, 200 - 100 + 80 in the pool, 100 left. (a) has 320 m3 of fire water more and
    nothing in the bund; (b) has the bund.
    """
    park, found = sized(horizon_s=1800, moved_m3=0.0)

    assert said(park, found) == (
        "By (a) 330 m3 short; in the run 100 m3 were left: 80 m3 of fire water had come by T+30 min, where (a) has 400."
    )
    assert list(run_lines(Called(park), found, found.run))[1] == "Out of the plant: nothing escaped; plant: held"


@pytest.mark.parametrize("family", [Standard.FAMILY_A, Standard.FAMILY_B])
@pytest.mark.parametrize("horizon_s", [1800, 5000])
def test_terms_explain_the_whole_difference(family, horizon_s):
    """
    What each term of the run is more than that of the family, taken off or added, is all by which the pool differs.
    """
    _, found = sized(*PUMPED, horizon_s=horizon_s, process_m3=7.0)
    sizing, balance = found.family(family), found.run.fullest
    have, has = sheet_terms(sizing), run_terms(balance)
    signs = {"moved": -1, "held": -1, "left": -1}

    added = sum(signs.get(term, 1) * (value - have.get(term, 0.0)) for term, value in has.items())
    assert added == pytest.approx(balance.in_spaces_m3 - sizing.result)
    assert heaviest(sizing, balance) in has


def test_a_line_a_plant():
    """
    The pool stands in V3 of (a) too and is counted once there: 280 m3 in (b), 280 - 200 in (a).
    """
    park, found = sized(*PUMPED)
    twice = sheet()
    group = TankGroup("farm", 200, fire_water_m3=400, transferable_m3={"pool": 200.0})
    twice = SizeSheet(twice.names, (group,), 0.0, twice.rain, twice.bunds, spaces=twice.spaces)
    bare = SizeSheet({"en": "bare", "zh": "空"}, (TankGroup("farm", 1),))
    plants = [found, Sized(twice, size_by_standards(twice), "twice"), Sized(bare, size_by_standards(bare), "bare")]

    lines = printed(100, print_plants, plants).splitlines()
    assert [line.split() for line in lines[3:6]] == [
        ["works", "410", "540", "280", "-130", "-260"],
        ["twice", "410", "540", "80", "/", "280", "-330", "-260"],
        ["bare", "-", "-", "-", "-", "-"],
    ]
    assert park.id == "park"


def test_data_and_table():
    """
    20 m3 escaped, first after 4,600 s; the run stands with the two families only.
    """
    park, found = sized(*PUMPED)
    data = plants_data(Called(park), [found])["plants"]["works"]["run"]
    table = sizes_table([found], "en")

    assert round(data["escaped_m3"], 6) == round(data["over_m3"], 6) == 20
    assert [round(value) for value in data["terms_until_peak_m3"].values()] == [200, 360, 0, 0, 0, 180, 100, 0]
    assert list(data["terms_in_all_m3"]) == ["spilled", "fire", "process", "rain", "came", "moved", "held", "left"]
    assert (data["verdict"], data["lines"][2][:6], data["escapes"][0]["link"]) == ("breached", "By (a)", "pool-over")
    rows = {row[0]: row[-6:] for row in table.rows}
    assert rows["family_a"][0] == rows["bund"][0] == "works"
    assert rows["family_b"][1:5] == pytest.approx([300, -20, 20, 4600])
    assert list(map(cell_text, rows["bund"][1:])) == [""] * 5
