"""One rule for what decides: terminal, page and race name the same action on the same side."""

from dataclasses import replace
from math import inf, nan

import pytest

from sim.called import Called
from sim.check import Verdict
from sim.load import load_case
from sim.park import Name, Operation, Sheet
from sim.park.sheet import sheet_of
from sim.report.deadlines import deadline_notes, off_text, times_text, window
from sim.report.figures.race import race_table
from sim.report.page.answer import deciding as page_deciding
from sim.report.page.answer import tier_answers
from sim.report.page.tables import tables
from sim.result import run
from sim.scenario import Action, Clock
from sim.study import Deadline, Stands, deadlines, deciding, nearest, pressing
from tests.check.by_hand import accident, small_park
from tests.shipped import FILES, case_of, deadlines_of, result_of

HOUR = 3600.0
ON_THE_PAGE = {Stands.LATE: "too late", Stands.EARLY: "too early", Stands.NEVER: "never done"}


def deadline(action, done_h, latest_h, tier="boundary", **others):
    """An action, when it was done and by when it alone would have kept the tier; in hours."""
    return Deadline(action, tier, Verdict.RELIEVED, done_h * HOUR, latest_h * HOUR, nan, **others)


def sheet(id, facility, operation):
    return Sheet(id, Name(id), facility, operation)


PARK = replace(small_park(), sheets={
    "look": sheet("look", "outfall", Operation.CHECK), "open-outfall": sheet("open-outfall", "outfall", Operation.OPEN),
    "shut-outfall": sheet("shut-outfall", "outfall", Operation.SHUT), "gate": sheet("gate", "gate", Operation.SHUT),
    "start-pump": sheet("start-pump", "pump", Operation.START),
})  # fmt: skip


@pytest.mark.parametrize(
    ("found", "action"),
    [
        ([deadline("gate", 5, 4), deadline("shut-outfall", 5, 3)], "gate"),
        ([deadline("look", 5, 4.5), deadline("gate", 5, 4)], "gate"),  # nothing is moved by looking
        ([deadline("open-outfall", 5, 4.5), deadline("gate", 5, 4)], "gate"),  # out of the tier, uncontrolled
        ([deadline("start-pump", 5, 4.5), deadline("gate", 5, 4)], "start-pump"),  # a transfer: out by design
        ([deadline("gate", 5, 4.9, possible_s=4.95 * HOUR), deadline("shut-outfall", 5, 3)], "shut-outfall"),
        ([deadline("gate", 0.1, 0.0), deadline("shut-outfall", 5, 3)], "shut-outfall"),  # never "by T+0 min"
        ([deadline("gate", 5, 4.5, monotone=False), deadline("shut-outfall", 5, 4)], "shut-outfall"),
        ([deadline("gate", 5, 4.5, monotone=False)], "gate"),
        ([deadline("gate", 1, 9, earliest_s=8 * HOUR), deadline("shut-outfall", 5, 3)], "shut-outfall"),
        ([deadline("gate", 1, 9, earliest_s=2 * HOUR), deadline("shut-outfall", 5, 3)], "gate"),
        ([deadline("gate", nan, 9), deadline("shut-outfall", 5, 3)], "shut-outfall"),
        ([deadline("gate", nan, 9), deadline("shut-outfall", nan, 10)], "shut-outfall"),
        ([deadline("gate", 5, 9), deadline("shut-outfall", 5, 6)], "shut-outfall"),
        ([deadline("look", 5, 4.5), deadline("gate", 5, nan), deadline("shut-outfall", 5, inf)], None),
    ],
)  # fmt: skip
def test_the_least_off_of_what_could_have_been_done(found, action):
    first = nearest(PARK, accident(), found, "boundary")

    assert (first.action if first else None) == action


def test_an_action_of_the_script_that_opens_an_outfall_is_no_advice():
    """
    It opens the gate to the Yangtze, an hour late; one that shuts it, two hours.
    """
    script = (Action("open", Clock(0.0), 0.0, (("gate", 1.0),)), Action("shut", Clock(0.0), 0.0, (("gate", 0.0),)))
    found = [deadline("open", 5, 4), deadline("shut", 5, 3)]

    assert nearest(PARK, accident(actions=script), found, "boundary").action == "shut"


def test_the_outermost_tier_that_could_have_been_kept_decides():
    """
    The public tier was missed by a minute, the boundary by an hour; nothing could have kept it, once, and then what
    has least to spare decides.
    """
    public, boundary = deadline("gate", 5, 4.98, "public"), deadline("shut-outfall", 5, 4)
    assert deciding(PARK, accident(), [public, boundary]) is boundary
    assert deciding(PARK, accident(), [public, deadline("look", 5, 4)]) is public

    spare = deadline("gate", 5, 6, "public")
    assert deciding(PARK, accident(), [spare, deadline("start-pump", 5, 9)]) is spare


@pytest.mark.parametrize(
    ("each", "stands", "off_h", "margin_h"),
    [
        (deadline("x", 5, 4), Stands.LATE, 1, -1),
        (deadline("x", 3, 4), Stands.IN_TIME, 0, 1),
        (deadline("x", 1, 10, earliest_s=9 * HOUR), Stands.EARLY, 8, -8),
        (deadline("x", 9.5, 10, earliest_s=9 * HOUR), Stands.IN_TIME, 0, 0.5),
        (deadline("x", 1, inf, earliest_s=9 * HOUR), Stands.EARLY, 8, -8),
        (deadline("x", 1, inf), Stands.IN_TIME, 0, inf),
        (deadline("x", nan, 4), Stands.NEVER, nan, nan),
    ],
)  # fmt: skip
def test_how_far_off_on_which_side(each, stands, off_h, margin_h):
    """
    Late: done - off = latest. Early: done + off = not before. In time: done + margin = latest.
    """
    assert each.stands is stands
    assert (each.off_s / HOUR, each.margin_s / HOUR) == pytest.approx((off_h, margin_h), nan_ok=True)


@pytest.mark.parametrize(
    ("each", "said"),
    [
        (deadline("x", 1, 10, earliest_s=9 * HOUR), "T+10 h\nnot before T+9 h"),
        (deadline("x", 1, inf, earliest_s=9 * HOUR), "-\nnot before T+9 h"),
        (deadline("x", 1, inf, earliest_s=inf), "not at all"),
        (deadline("x", 1, 10, monotone=False), "T+10 h *"),
    ],
)
def test_not_before_stands_wherever_a_deadline_stands(each, said):
    assert times_text(Called(PARK), each) == said


EARLY_PARK = """\
id: early
name: {en: Early gate, zh: 过早落闸}
basis: assumed
tiers: {boundary: {name: {en: River, zh: 三级防控}, promise: nothing leaves the park}}
storages:
  river: {name: {en: River, zh: 河道}, tier: boundary, kind: river-section, capacity: 20000 m3,
    initial: {river: 10000 m3}, overflows_to: out}
links:
  gate: {name: {en: Gate, zh: 闸}, kind: gate, from: river, to: out, capacity: 1 m3/s, opening: open}
"""
EARLY = """\
name: {en: Gate shut, zh: 落闸}
park: .
horizon: 12 h
basis: assumed
product: {name: oil, behaviour: mixes}
releases: {spill: {into: river, at: 10 h, volume: 500 m3, over: 10 min}}
river: {base: {into: river, rate: 1 m3/s}}
actions: {shut: {at: 1 h, shut: gate, text: {en: Shut the gate, zh: 落闸}}}
"""


def test_done_too_early(tmp_path):
    """
    Case done-too-early: 1 m3/s comes, the room for it is 10,000 m3 less 500 m3 of product. Shut before 12 h -
    9,500 s = T+9 h 21 min 40 s the section is full before the end, after T+10 h product has left. Done at T+1 h it
    is 8 h 21 min 40 s too early: everywhere on the same side, and 1 h + that is the earliest.
    """
    (tmp_path / "park.yaml").write_text(EARLY_PARK, encoding="utf-8")
    (tmp_path / "s.yaml").write_text(EARLY, encoding="utf-8")
    case = load_case(tmp_path / "s.yaml")
    found, result = deadlines(case.park, case.scenario), run(case.park, case.scenario)
    (shut,) = found

    assert shut.stands is Stands.EARLY
    assert shut.earliest_s == pytest.approx(12 * HOUR - 9500, abs=1)
    assert shut.latest_s == pytest.approx(10 * HOUR, abs=6)  # 5 s: what leaves then is below a thousandth of product
    assert shut.off_s == pytest.approx(shut.earliest_s - HOUR)
    said = "8 h 22 min too early", "between T+9 h 22 min and T+10 h"
    assert (off_text(Called(PARK), shut), window(Called(PARK), shut)) == said
    notes = deadline_notes(Called(case.park, case.scenario), found)
    assert notes == {"boundary": ["too early by 8 h 22 min: Shut the gate (shut); between T+9 h 22 min and T+10 h"]}
    (tier,) = tier_answers(result, found)
    assert all(each in tier.nearest["en"] for each in said)
    assert all(each in page_deciding(result, found)["en"] for each in said)
    (actions,) = [each for each in tables(result, found) if each.id == "actions"]
    told = [cell.said["en"].replace("\u00a0", " ") for cell in actions.rows[0][-3:]]
    assert told == ["T+9 h 22 min", "T+10 h", "8 h 22 min too early"]
    race = dict(zip(race_table(result, found).header, race_table(result, found).rows[0], strict=True))
    assert (race["stands"], race["to spare [s]"], race["decides"]) == ("early", -shut.off_s, True)


@pytest.mark.parametrize("file", FILES)
def test_every_shipped_scenario(file):
    """
    Whatever is said to decide could have been done from when the incident was known, is no inspection, opens
    nothing that leads out, is not due at the very start; it is the least off of all such; and terminal, page and race
    say the same of it.
    """
    result, found = result_of(file), deadlines_of(file)
    park, scenario = result.park, result.scenario
    notes, cards = deadline_notes(Called(park, scenario), found), tier_answers(result, found)
    for tier, card in zip(result.verdict.tiers, cards, strict=True):
        first = nearest(park, scenario, found, tier.tier)
        if first is None:
            assert card.nearest is None or card.nearest["en"].startswith("No single action in reach")
            continue
        name = Called(park, scenario).job_with_id(first.action)
        given = park.sheets.get(sheet_of(first.action))
        assert given is None or given.operation not in (Operation.CHECK, Operation.UNSEAL, Operation.LOWER)
        assert first.latest_s >= max(60, first.possible_s)
        assert first.monotone or window(Called(PARK), first).endswith("*")
        assert name in notes[tier.tier][0]
        if tier.verdict is Verdict.BREACHED:
            assert first.stands is not Stands.IN_TIME
            assert name.partition(" (" + first.action)[0] in card.nearest["en"]
            assert ON_THE_PAGE[first.stands] in card.nearest["en"]
            assert (first.earliest_s > 0) == ("between" in card.nearest["en"])
        else:
            assert first.stands is Stands.IN_TIME
            assert notes[tier.tier][0].startswith("least to spare")
    first = deciding(park, scenario, found)
    rows = [dict(zip(race_table(result, found).header, row, strict=True)) for row in race_table(result, found).rows]
    marked = [row for row in rows if row["decides"] is True]
    if first is None:
        assert not marked
        return
    assert [(row["action"], row["tier"], row["stands"]) for row in marked] == [
        (first.action, first.tier, str(first.stands))
    ]  # fmt: skip
    assert pressing(park, scenario, found)[first.action] is first
    name = Called(park, scenario).job(first.action)
    assert name in page_deciding(result, found)["en"]


def test_late_wall_hangs_on_river_gate_7():
    """
    The outfall was shut 23 h 52 min too early, and opened too late to be any advice; river gate 7 was shut at
    T+122 h 30 min and had to be by T+121 h 25 min.
    """
    case, found = case_of("late-wall"), deadlines_of("late-wall")

    first = deciding(case.park, case.scenario, found)
    assert (first.action, first.tier, first.stands) == ("gate-7-shut", "boundary", Stands.LATE)
    early = nearest(case.park, case.scenario, found, "public")
    assert (early.action, early.stands) == ("outfall-67-shut", Stands.EARLY)
