"""Generated drills carry out what they order, proved by the one engine."""

from dataclasses import replace

import pytest

from sim.drill.cover import Sort
from sim.drill.cover.duty import duties
from sim.drill.cover.generate import Generator
from sim.drill.cover.play import Reached, Season
from sim.drill.cover.scenario_file import write_scenario
from sim.drill.cover.site import Sites
from sim.load import load_park, load_scenario
from sim.park import Operation
from sim.record.event import Reason, Why
from sim.scenario import PowerLoss, Refuses
from tests.drill.cover.small import HOUR, SHEETS, park, sheet


def generated(here, longest_s=12 * HOUR):
    """Generated drills by their ids."""
    return {each.candidate.id: each for each in Generator(here, longest_s).all()}


def test_sites_and_the_way_of_water():
    """
    The bund is plant-1's; from it water comes to main, from there to the pool. Main and pool have only A upstream.
    """
    sites = Sites(park())

    assert {id: site.sub_area for id, site in sites.all.items()} == {"plant-1": "A", "main": "A"}
    assert sites.of_storage("bund") == "plant-1"
    assert sites.way("plant-1") == ["plant-1", "main"]  # no sheet is at the pool


def test_duties_put_the_powered_first_the_plug_last():
    found = {each.facility: each for each in duties(park(), park().sheets) if each.family != "look"}

    assert (found["drain"].answers, found["drain"].undos) == (("drain-shut", "drain-by-hand"), ("drain-open",))
    assert (found["outfall"].answers, found["outfall"].undos) == (("outfall-shut", "outfall-plug"), ("outfall-open",))
    assert (found["pump"].answers, found["pump"].undos) == (("pump-start",), ("pump-stop",))
    assert (found["bund"].answers, found["bund"].undos) == (("bund-raise",), ("bund-lower",))


def test_of_a_gate_that_stands_part_open_opening_puts_back():
    """
    A river gate at 12 %: shut is the answer, open what puts it back, though neither is how it stood.
    """
    here = park()
    links = {**here.links, "outfall": replace(here.links["outfall"], opening=0.12)}
    found = [each for each in duties(replace(here, links=links), here.sheets) if each.facility == "outfall"]

    assert [(each.answers, each.undos) for each in found] == [(("outfall-shut", "outfall-plug"), ("outfall-open",))]


def test_a_leak_at_the_plant_by_hand():
    """
    Known T+3 min, ordered T+5; helpers called T+5, there T+65, raise until T+125; lowered 10 min later: T+135 to T+165.
    """
    drill = generated(park())["leak-plant-1"]

    assert drill.done == {"bund-check", "drain-shut", "drain-open", "bund-raise", "bund-lower"}
    assert drill.length_s == 165 * 60
    assert drill.teams == {"duty": 1, "helpers": 1}
    assert drill.season is Season.WET
    assert drill.whole


def test_fall_backs_are_done_because_the_first_fails():
    """
    Without power in a the drain is shut by hand; an outfall that does not follow is plugged.
    """
    drills = generated(park())
    dark, stuck = drills["leak-plant-1-fallback-1"], drills["leak-main-fallback-1"]

    assert [each.what for each in dark.candidate.scenario.faults] == [PowerLoss("a")]
    assert dict(dark.sheets) == {"drain-shut": Reached.FAILED, "drain-by-hand": Reached.DONE}
    assert dark.why == {"drain-shut": (Reason(Why.NO_POWER, "drain", "fault-a"),)}
    assert [each.what for each in stuck.candidate.scenario.faults] == [Refuses("outfall")]
    assert stuck.sheets["outfall-shut"] is Reached.FAILED
    assert stuck.done == {"outfall-plug"}


def test_a_spare_that_nothing_makes_needed_is_ordered_outright():
    """
    A second way to shut the outfall, by the same gate: whatever stops the first stops it too.
    """
    here = park(sheet("outfall-winch", "outfall", Operation.SHUT, 20))
    drill = generated(here)["leak-main-fallback-1"]

    assert "outfall-shut" not in drill.sheets
    assert drill.done == {"outfall-winch", "outfall-open"}


def test_days_are_as_few_as_time_allows():
    """
    Helpers are there at T+65 and raise until T+125 min: in two hours no day with the crest is whole, and none is kept.
    Three hours do for everything on one day.
    """
    short = generated(park(), 2 * HOUR)
    long = generated(park(), 3 * HOUR)

    assert all("bund-raise" not in each.sheets for id, each in short.items() if id.startswith("area-a-"))
    assert long["area-a-1-of-1"].done == {each.id for each in SHEETS} - {"drain-by-hand", "outfall-plug"}


@pytest.fixture(scope="module")
def flagship():
    """The Changshou park and all its generated drills of at most 12 h."""
    here = load_park("configs/changshou-yanjia")
    return here, {each.candidate.id: each for each in Generator(here, 12 * HOUR).all()}


def test_every_sheet_of_the_flagship_is_carried_out_by_some_drill(flagship):
    """
    1,167 sheets; no drill is longer than 12 h.
    """
    here, drills = flagship

    assert set().union(*(each.done for each in drills.values())) == set(here.sheets)
    assert max(each.length_s for each in drills.values()) <= 12 * HOUR
    assert {each.candidate.sort for each in drills.values()} == {Sort.SITE, Sort.WAY, Sort.AREA, Sort.PARK}


@pytest.mark.parametrize("id", ["leak-a-001", "leak-a-001-fallback-1", "way-a-002", "leak-river-3-fallback-2"])
def test_a_written_scenario_loads_to_the_same(flagship, tmp_path, id):
    candidate = flagship[1][id].candidate

    path = write_scenario(candidate, "configs/changshou-yanjia", tmp_path)

    assert replace(load_scenario(path), provenance=()) == candidate.scenario
