"""What a park leaves out is found, and nothing that it says."""

from pathlib import Path

import pytest

from sim.load import load_case, load_park
from sim.study.gaps import GapSort, gaps_of, scenario_gaps

ROOT = Path(__file__).parents[3]
PARK = """\
id: small
basis: assumed
source: made up
tiers:
  plant: {promise: nothing leaves the plant}
  public: {promise: nothing leaves the public space}
plants:
  works: {name: {en: Works, zh: 企业}}
storages:
  bund: {tier: plant, kind: bund, plant: works, capacity: 600 m3}
  pool: {tier: plant, kind: accident-pool, plant: works, capacity: 1 万m3, overflows_to: river, initial: {rain: 100 m3}}
  known: {tier: public, kind: accident-pool, capacity: {value: 300 m3, basis: measured}, overflows_to: river,
          initial: {rain: {value: 0 m3, basis: measured}}, floor: {value: 3 m, basis: measured}}
  river: {tier: public, kind: river-section, capacity: 20000 m3, overflows_to: out}
links:
  drain: {kind: valve, from: bund, to: pool, capacity: 360 m3/h, opening: shut}
  pump: {kind: pump, from: pool, to: known, capacity: {value: 100 m3/h, basis: designed}, opening: stopped,
         transfer: yes}
"""
FIRE = """\
park: .
horizon: 2 h
basis: assumed
releases:
  spill: {into: bund, at: 0 min, volume: 100 m3, over: 10 min}
actions:
  by-clock: {at: 30 min, open: drain}
  by-level: {when: {storage: pool, above: 50 %}, start: pump}
"""


@pytest.fixture
def place(tmp_path):
    """The folder of the park and its scenario."""
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "fire.yaml").write_text(FIRE, encoding="utf-8")
    return tmp_path


def of_sort(gaps, sort):
    """What is missing of which things, and what is tried."""
    return {gap.thing: [value.text for value in gap.tried] for gap in gaps if gap.sort is sort}


def test_a_storage_that_spills_onto_the_ground_is_asked_where_it_overflows_to(place):
    """
    Of the four only the bund says nothing; its valve leads into the pool, which is what is tried.
    """
    assert of_sort(gaps_of(load_park(place)), GapSort.OVERFLOW) == {"bund": ["ground", "pool"]}


def test_what_a_list_made_overflow_onto_the_ground_is_asked_too(tmp_path):
    """
    `overflows_to` is written of all four, and assumed of three. A bund's water goes to the pool of its owner at the
    plant, not to the other's and not to the public one; a pool's to none of them; the known one was told.
    """
    (tmp_path / "park.yaml").write_text(
        "id: listed\nbasis: published\nsource: a list\ntiers:\n  plant: {promise: none}\n  public: {promise: none}\n"
        "tables: {storages: storages.csv}\n", encoding="utf-8")
    (tmp_path / "storages.csv").write_text(
        "id,tier,kind,capacity [m3],overflows_to,owner,assumed\n"
        "public,public,accident-pool,900,ground,A,overflows_to\n"
        "other,plant,accident-pool,900,ground,B,\n"
        "pool,plant,accident-pool,900,ground,A,overflows_to\n"
        "bund,plant,bund,900,ground,A,capacity; overflows_to\n", encoding="utf-8")

    assert of_sort(gaps_of(load_park(tmp_path)), GapSort.OVERFLOW) == {
        "public": ["ground", "out"], "pool": ["ground", "out"], "bund": ["ground", "pool"],
    }  # fmt: skip


def test_levels_are_tried_from_empty_to_what_their_kind_may_hold_before(place):
    """
    A bund a tenth, 60 m3; a pool a third of 10,000 m3; a river section half of 20,000 m3; the third pool was measured.
    """
    gaps = gaps_of(load_park(place))

    assert of_sort(gaps, GapSort.LEVEL) == {
        "bund": ["0 m3", "60 m3"], "pool": ["0 m3", "3333 m3"], "river": ["0 m3", "10000 m3"],
    }  # fmt: skip
    assert {gap.thing: gap.key for gap in gaps if gap.sort is GapSort.LEVEL}["river"] == "initial.river"


def test_assumed_numbers_are_tried_in_the_unit_in_which_they_stand(place):
    """
    Four fifths and six fifths of 600 m3; half and one and a half of 360 m3/h. Tens of thousands are written out, and
    what was measured or designed is no gap.
    """
    gaps = gaps_of(load_park(place))

    assert of_sort(gaps, GapSort.CAPACITY) == {
        "bund": ["480 m3", "720 m3"], "pool": ["8000 m3", "12000 m3"], "river": ["16000 m3", "24000 m3"],
    }  # fmt: skip
    assert of_sort(gaps, GapSort.FLOW) == {"drain": ["180 m3/h", "540 m3/h"]}


def test_what_no_value_says_is_asked_all_the_same(place):
    gaps = gaps_of(load_park(place))

    assert {sort: [*of_sort(gaps, sort)] for sort in (
        GapSort.NO_SHEET, GapSort.POWER, GapSort.LAG, GapSort.NO_WAY_IN, GapSort.NO_WAY_OUT, GapSort.RATING,
        GapSort.FLOOR, GapSort.RECEPTOR, GapSort.STORM,
    )} == {
        GapSort.NO_SHEET: ["drain", "pump"], GapSort.POWER: ["pump"], GapSort.LAG: ["pump"], GapSort.NO_WAY_IN: [],
        GapSort.NO_WAY_OUT: ["known", "river"], GapSort.RATING: ["drain"], GapSort.FLOOR: ["bund", "pool", "river"],
        GapSort.RECEPTOR: [""], GapSort.STORM: [""],
    }  # fmt: skip


def test_a_scenario_lacks_its_river_and_may_be_late(place):
    """
    A tenth of 20,000 m3 an hour is 2,000 / 3,600 m3/s; an action at 30 min may be an hour late, one on a level, too.
    """
    case = load_case(place / "fire.yaml")

    found = scenario_gaps(case.park, case.scenario)

    assert [(gap.id, [value.sets for value in gap.tried]) for gap in found] == [
        ("river_flow/fire/river", [("river.gap-river={into: river, rate: 0.5556 m3/s}",)]),
        ("delay/fire/by-clock", [("actions.by-clock.at=90 min",)]),
        ("delay/fire/by-level", [("actions.by-level.after=60 min",)]),
    ]


def test_an_action_is_no_later_than_the_end(place):
    case = load_case(place / "fire.yaml", sets=["actions.by-clock.at=100 min"])

    found = {gap.thing: gap for gap in scenario_gaps(case.park, case.scenario)}

    assert found["by-clock"].tried[0].text == "120 min"


def test_every_value_that_is_tried_can_be_set():
    """
    Each end of each range of the first park is understood by the loader.
    """
    path = ROOT / "docs/first-park/fire.yaml"
    park = load_park(ROOT / "docs/first-park")

    for gap in gaps_of(park):
        for value in gap.tried:
            load_case(path, sets=value.sets)


def test_what_a_list_lets_one_assume_is_asked_for_with_the_owners_pool_to_try(tmp_path):
    """
    Both spill onto the ground because somebody wrote so without being told. Of the dike its owner's pool is tried, as
    no plant is known; of the pool itself, out of the park.
    """
    known = "capacity: 9 m3, overflows_to: ground, assumed: [overflows_to], owner: A works}\n"
    storages = f"  dike: {{tier: plant, kind: bund, {known}  pool: {{tier: plant, kind: accident-pool, {known}"
    head = "id: small\ntiers: {plant: {promise: nothing leaves}}\nstorages:\n"
    (tmp_path / "park.yaml").write_text(head + storages, encoding="utf-8")

    assert of_sort(gaps_of(load_park(tmp_path)), GapSort.OVERFLOW) == {
        "dike": ["ground", "pool"], "pool": ["ground", "out"],
    }  # fmt: skip
