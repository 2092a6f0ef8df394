"""A conflict is a sentence: who, what is wrong, why, what to do. `conflicts.txt` has them all."""

from pathlib import Path

import pytest

from sim.called import Called
from sim.lint import Conflict, Kind, Saying, find_conflicts
from sim.load import load_case
from sim.park import Crew, Equipment, Link, LinkKind, Name, Operation, Quantity, Sensor, SensorKind, Sheet
from sim.report.conflicts import conflict_lines, more_lines
from sim.scenario import Alarm, Clock, Detected, Ending, Level, Reported, SheetEnds, TierIs, TierState
from sim.words import LANGUAGES
from tests.check.by_hand import HOUR, accident, small_park

HERE = Path(__file__).parent
PLAN = HERE.parent / "lint" / "plan" / "spill.yaml"


def by_id(*parts):
    return {each.id: each for each in parts}


PARK = small_park(
    Link("by-hand", Name("By hand"), LinkKind.VALVE, "pool", "main"),
    crews=by_id(Crew("gates", Name("Gate crew", "闸门班组"), 2)),
    equipment=by_id(Equipment("truck", Name("Truck pump", "移动泵"), 2, "pumps")),
    sensors=by_id(Sensor("gauge", Name("Gauge", "液位计"), SensorKind.LEVEL, "main", Quantity.VOLUME, 100)),
    sheets=by_id(
        Sheet("shut-gate", Name("Shut gate 1", "关闭1号闸"), "gate", Operation.SHUT),
        *(Sheet(f"sheet-{k}", Name(f"sheet-{k}"), "pump", Operation.START) for k in range(5)),
    ),
)
DONE = SheetEnds("shut-gate", Ending.DONE)
FAILED = SheetEnds("shut-gate", Ending.FAILED)
ABOVE, BELOW = Level("main", 300), Level("main", 100, rising=False)
BREACHED, REACHED = TierIs("plant", TierState.BREACHED), TierIs("public", TierState.REACHED)
SHEETS = tuple(f"sheet-{k}" for k in range(5))


def opposed(saying, shut, opened, facilities=("gate",), actions=(), **values):
    """`a` shuts what `b` opens."""
    who = {"closer": "a", "opener": "b", "when_shut": shut, "when_open": opened, "facilities": facilities}
    rules = ("a",) if actions else ("a", "b")
    return Conflict(Kind.OPPOSED, saying, rules, actions, facilities, values={**who, **values})


def other(saying, *rules, **values):
    return Conflict(Kind.NEVER, saying, rules, values=values)


CONFLICTS = [
    opposed(Saying.SAME_EVENT, Detected(), Detected()),
    opposed(Saying.AT_ONE_TIME, Clock(HOUR), Clock(HOUR), first="a", second="b", begins_s=HOUR, until_s=1.5 * HOUR),
    opposed(Saying.BOTH_TRUE, Reported(100), Alarm("gauge"), ("pump", "lift"), actions=("b",)),
    opposed(Saying.BOTH_TRUE, BREACHED, REACHED, ("pool",)),
    opposed(Saying.HUNT, Level("main", 200, rising=False), Level("main", 100), storage="main", low_m3=100, high_m3=200),
    other(Saying.ONE_RULE, "a", sheets=("shut-gate", "sheet-1"), facilities=("gate",)),
    other(Saying.UNCALLED, facilities=("gate",)),
    other(Saying.UNCALLED, facilities=("gate", "pool", "pump", "lift", "by-hand", "main", "river", "works", "valve",
                                       "bund")),
    other(Saying.TEAMS, "a", "b", when=DONE, crew="gates", sheets=SHEETS, count=5, teams=2, sheet="sheet-4",
          wait_s=1500),
    other(Saying.TEAMS_AT_START, "a", when=Alarm("gauge"), crew="gates", sheets=SHEETS[:2], count=2, teams=1,
          sheet="sheet-1", wait_s=300),
    other(Saying.FEWEST_TEAMS, "a", when=FAILED, crew="gates", sheets=SHEETS[:2], count=2, teams=1, sheet="sheet-1",
          wait_s=90),
    other(Saying.OFF_DUTY, "a", when=Clock(HOUR), crew="gates", sheets=("shut-gate",), count=1, teams=0),
    other(Saying.SOMETIMES_OFF_DUTY, "a", when=ABOVE, crew="gates", sheets=("shut-gate",), count=1, teams=0),
    other(Saying.UNITS, "a", when=Detected(), equipment="truck", sheets=SHEETS[:3], units=3, stock=2.0),
    opposed(Saying.PAIR_ONCE, BELOW, ABOVE, lacking=("a", "b")),
    opposed(Saying.NEVER_AGAIN, BELOW, ABOVE, ("pump",), storage="main", reset_m3=50),
    other(Saying.ONCE, "a", "b", "c"),
    other(Saying.SENSOR_ONCE, "a", sensor="gauge"),
    other(Saying.NOT_CALLED, "a", sheet="shut-gate", when=DONE),
    other(Saying.SILENT, "a", sensor="gauge", fault="dark"),
    other(Saying.MISSES, "a", sensor="gauge"),
    other(Saying.CANNOT_FAIL, "a", sheet="shut-gate"),
    other(Saying.UNSEEN, "a", "b"),
    other(Saying.TOO_HIGH, "a", storage="main", when=Level("main", 600), top_m3=500),
    other(Saying.RESET_TOO_HIGH, "a", storage="main", reset_m3=600, top_m3=500),
    other(Saying.AFTER_END, "a", begins_s=73 * HOUR, horizon_s=72 * HOUR),
    other(Saying.CIRCLE, "a", "b", ring=("a", "b", "a")),
    other(Saying.CIRCLE_NEVER, "a", ring=("a", "a")),
    other(Saying.LATE_HELP, "a", helper="gates", arrives_s=40 * 60),
]  # fmt: skip


def test_every_sentence_is_as_before():
    said = [line for language in LANGUAGES for line in conflict_lines(Called(PARK, accident(), language), CONFLICTS)]

    assert {each.saying for each in CONFLICTS} == set(Saying)
    assert said == (HERE / "conflicts.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_leaves_no_place_open(language):
    lines = conflict_lines(Called(PARK, accident(), language), CONFLICTS)

    assert [line for line in lines if "{" in line.replace("{report: ...}", "")] == []


def test_a_plan_in_order_is_praised():
    assert conflict_lines(Called(PARK, accident()), []) == ["No conflicts in the response plan of Tank fire."]
    assert conflict_lines(Called(PARK, accident(), "zh"), []) == ["储罐火灾的应急响应方案未发现冲突。"]


def test_a_name_stands_where_a_thing_is_first_named():
    """
    The rain main is named twice, its name once.
    """
    (_, line) = conflict_lines(Called(PARK, accident()), [opposed(Saying.PAIR_ONCE, BELOW, ABOVE, lacking=("a",))])

    assert line.count("main (Rain main 05)") == 1
    assert "when main rises above" in line


def test_what_is_planted_in_a_plan_is_said():
    """
    Five conflicts, each with who, what, why and what to do.
    """
    case = load_case(PLAN, pick="fought")
    head, *lines = conflict_lines(Called(case.park, case.scenario), find_conflicts(case.park, case.scenario))

    assert head == "5 conflicts in the response plan of Spill at the bund:"
    assert [line.partition(":")[0].strip() for line in lines] == [
        "rules lift-on and lift-off", "nobody calls, on the accident water's way", "rules lift-on and treat",
        "rule by-hand", "rules look and reopen",
    ]  # fmt: skip


def test_what_a_pick_adds_is_said_under_its_name():
    """
    The same sentences, under another head; nothing for a pick that adds nothing.
    """
    _, *lines = conflict_lines(Called(PARK, accident()), CONFLICTS[:2])

    assert more_lines(Called(PARK), "worse", CONFLICTS[:2]) == ["more with --pick worse:", *lines]
    assert more_lines(Called(PARK, language="zh"), "worse", CONFLICTS[:2])[0] == "--pick worse 时另有："
    assert more_lines(Called(PARK), "worse", []) == []
