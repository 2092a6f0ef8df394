"""Tables of a judgement against the run worked out by hand in conftest."""

from dataclasses import replace
from math import isnan

from sim.check import FillTime
from sim.park import Because, Name
from sim.record.event import Done
from sim.result.tables import ACTIONS, CROSSINGS, MARGINS, SECTIONS, TIERS, acted, assumptions_table, crossed


def as_dicts(table):
    """The rows with their headers."""
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def test_tier_that_was_breached(result):
    """
    200 of the 600 m3 that fit came over: a third.
    """
    plant, _ = as_dicts(TIERS.table(result.verdict.tiers))

    assert plant == {
        "tier": "plant", "verdict": "breached", "peak [m3]": 600, "peak at [s]": 300, "usable [m3]": 600,
        "margin [m3]": -200, "margin [-]": -200 / 600, "tightest storage": "bund",
        "first escape at [s]": 300, "first escape over": "bund-spillway", "first escape to": "pool",
        "first escape [m3]": 200, "escaped [m3]": 200, "escaped product [m3]": 200, "escaped firewater [m3]": 0,
        "escaped rain [m3]": 0,
        "escaped process [m3]": 0, "escaped river [m3]": 0, "escaped measured [m3]": 0, "transferred [m3]": 0,
        "uncounted [m3]": 0, "margin were all counted [m3]": -200,
    }  # fmt: skip


def test_tier_that_held(result):
    _, public = as_dicts(TIERS.table(result.verdict.tiers))

    assert (public["verdict"], public["margin [m3]"], public["margin [-]"]) == ("held", 800, 0.8)
    assert public["first escape over"] is None
    assert isnan(public["first escape at [s]"])


def test_crossing(result):
    assert as_dicts(CROSSINGS.table(crossed(result.verdict))) == [{
        "tier": "plant", "link": "bund-spillway", "from": "bund", "to": "pool", "controlled": False,
        "accident water [m3]": 200, "product [m3]": 200, "firewater [m3]": 0, "rain [m3]": 0, "process [m3]": 0,
        "river [m3]": 0, "measured [m3]": 0, "first [s]": 300, "last [s]": 400, "peak [m3/s]": 2,
    }]  # fmt: skip


def test_margins_have_a_row_for_every_storage(result):
    rows = as_dicts(MARGINS.table(result.verdict.storages))

    assert [row["storage"] for row in rows] == ["bund", "pool", "spare"]
    assert rows[2]["usable [m3]"] == 150
    assert rows[2]["margin [m3]"] == 150
    assert rows[0]["counts"] is True


def test_margins_say_what_is_allowed_and_why(result):
    """
    Nobody says so of these; a bank at 3.2 m, and somebody's own words.
    """
    bund, pool, spare = result.verdict.storages
    bank = replace(bund, allowed_m=3.2, because=Because.BANK)
    rows = as_dicts(MARGINS.table((bank, replace(pool, because=Name("footpath", "步道")), spare)))

    assert [row["because"] for row in rows] == ["bank", "footpath", ""]
    assert rows[0]["allowed [m]"] == 3.2
    assert isnan(rows[1]["allowed [m]"])


def test_a_race_has_its_row():
    """
    Shut after an hour, 500 m3 of room at 0.5 m3/s, pumped 100 s before it is full.
    """
    race = FillTime("river", 3600, 500, 0.5, 4600, float("nan"), 4500)
    (row,) = as_dicts(SECTIONS.table([race]))

    assert (row["storage"], row["fill time [s]"], row["to spare [s]"]) == ("river", 1000, 100)
    assert isnan(row["stood full at [s]"])


def test_actions_in_the_order_of_the_file(result):
    """
    `start` waits for a level that is never reached.
    """
    kept, never = as_dicts(ACTIONS.table(acted(result.park, result.scenario, result.record)))

    assert (kept["action"], kept["ordered at [s]"], kept["done at [s]"], kept["cause"]) == ("keep", 100, 150, "clock")
    assert never["action"] == "start"
    assert isnan(never["ordered at [s]"])
    assert isnan(never["done at [s]"])
    assert never["cause"] is None


def test_first_entry_of_an_action_counts(result):
    again = replace(result.record, events=(*result.record.events, Done(500.0, "keep")))

    assert as_dicts(ACTIONS.table(acted(result.park, result.scenario, again)))[0]["done at [s]"] == 150


def test_only_assumed_numbers_are_listed(result):
    """
    The pool's capacity was measured.
    """
    rows = as_dicts(assumptions_table(result.park, result.scenario))

    assert ("park.yaml", "storages.bund.capacity", "600 m3") in [(r["file"], r["path"], r["value"]) for r in rows]
    assert ("scenario.yaml", "releases.spill.rate", "2 m3/s") in [(r["file"], r["path"], r["value"]) for r in rows]
    assert not [row for row in rows if row["path"].startswith("storages.pool")]
    assert {row["source"] for row in rows} == {"made up for tests"}
