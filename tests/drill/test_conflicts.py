"""Where a designer's list disagrees with the run, it is said in sentences."""

import pytest

from sim.drill import Exercise, ExerciseType, Kind, Line, MasterList, Phase, master_list
from sim.drill.conflicts import conflicts, cut_short, in_one_language, missing, too_long
from sim.drill.earlier import Earlier
from sim.drill.edits import Edits
from sim.drill.master_list import Incident
from sim.drill.texts import Texts
from sim.park import Name, Park
from tests.drill.runs import run_of
from tests.drill.test_play import LINES
from tests.water.by_hand import HOUR, MINUTE

FIRE, ALARM, REPORT = "inject/fire/monitors/600", "inject/alarm/pool-level/6960", "report/owed/park-office"
SHUT, PUMP, LATE, READING = ("action/outfall-shut", "action/transfer-start", "contingency/transfer-start",
                             "measure/pool/2")  # fmt: skip


@pytest.fixture(scope="module")
def plan():
    return run_of("docs/first-park/plan.yaml")


@pytest.fixture(scope="module")
def numbers(plan):
    return {line.key: line.number for line in master_list([plan]).lines}


def edited(plan, changed=None, **others):
    """What is said of a list with some changes; those by the lines' own keys."""
    edits = Edits({f"plan/{key}": each for key, each in (changed or {}).items()}, **others)
    return conflicts(master_list([plan], known=master_list([plan]).given, edits=edits), [plan], Texts())


def english(found):
    return [each.en for each in found]


def test_a_list_that_nobody_touched_agrees(plan):
    assert edited(plan) == []


def test_a_pool_that_is_full_at_another_time(plan, numbers):
    """
    Full at T+3 h 28 min 45 s, as docs/first-park/plan.yaml works out.
    """
    found = edited(plan, {READING: {"text.en": "The pool is full at T+40 min.", "text.zh": "池将于T+40分钟满。"}})

    number = numbers[READING]
    assert english(found) == [
        f"Line {number} now says pool is full at T+40 min; in the run it is full at T+3 h 29 min."
    ]
    assert found[0].zh == f"第{number}项现写pool于T+40分钟满；推演中为T+3小时29分。"


def test_what_a_storage_never_does(plan, numbers):
    """
    The river's section never fills up.
    """
    found = english(edited(plan, {READING: {"text.en": "river will overflow at T+5 h"}}))

    assert found == [f"Line {numbers[READING]} now says river is full at T+5 h; in the run it is never full."]


def test_another_level_than_the_run_has(plan, numbers):
    """
    The second reading, at T+2 h 14 min 22 s: 1,339 m3, 66.9 %. What agrees is not spoken of, nor the pool's size.
    """
    wrong = english(edited(plan, {READING: {"text.en": "The pool holds 1,500 m3 of 2,000 m3."}}))
    right = edited(plan, {READING: {"text.en": "pool: 66.9 % or 1,339 m3, of 2,000 m3"}})

    assert wrong == [(f"Line {numbers[READING]} now says 1,500 m3 of pool; in the run it holds 1,339 m3, 66.9 % at "
                     "T+2 h 14 min.")]  # fmt: skip
    assert right == []


def test_another_flow_than_the_run_has(plan, numbers):
    found = english(edited(plan, {FIRE: {"text.en": "It burns; 500 L/s are poured on."}}))

    assert found == [f"Line {numbers[FIRE]} now says 500 L/s; the run has 300 L/s."]


def test_an_action_past_its_deadline(plan, numbers):
    """
    The pump, to be done by T+1 h 48 min, is ordered at T+2 h 1 min; moved to T+2 h 30 min it is no better.
    """
    assert english(edited(plan, {PUMP: {"at_s": 150 * MINUTE}})) == [
        f"Line {numbers[PUMP]} now stands at T+2 h 30 min, past its deadline at T+1 h 48 min."
    ]


def test_a_report_that_is_owed_sooner(plan, numbers):
    assert english(edited(plan, {REPORT: {"at_s": 140 * MINUTE}})) == [
        f"Line {numbers[REPORT]} now stands at T+2 h 20 min, past its deadline at T+25 min."
    ]


def test_lines_before_what_they_come_from(plan, numbers):
    """
    Alarm at T+1 h 56 min, order at T+2 h 1 min, pump due at T+2 h 21 min.
    """
    at = 100 * MINUTE
    found = english(edited(plan, {ALARM: {"at_s": at}, SHUT: {"at_s": at}, LATE: {"at_s": at + HOUR / 2}}))

    assert found == [
        f"Line {numbers[ALARM]} now comes at T+1 h 40 min, before what it tells of, which the run has at T+1 h 56 min.",
        f"Line {numbers[SHUT]} is now expected at T+1 h 40 min; in the run it is ordered at T+2 h 1 min.",
        (
            f"Line {numbers[LATE]} is let go at T+2 h 10 min, before the action it stands in for should be done at "
            "T+2 h 21 min."
        ),
    ]


def test_times_outside_the_exercise(plan, numbers):
    """
    The emergency ends at T+4 h 20 min, the run at T+24 h.
    """
    found = english(edited(plan, {READING: {"at_s": 5 * HOUR}, FIRE: {"at_s": 25 * HOUR}}))

    assert sorted(found) == sorted([
        (f"Line {numbers[READING]} stands at T+5 h, after the end of the emergency at T+4 h 20 min "
        f"(line {numbers['control/end']})."),
        f"Line {numbers[FIRE]} stands at T+25 h; the run ends at T+24 h.",
    ])  # fmt: skip


def test_a_contingency_without_its_action(plan, numbers):
    found = english(edited(plan, deleted=frozenset({f"plan/{PUMP}"})))

    assert found == [f"Line {numbers[LATE]} stands in for an expected action that is no longer on the list."]


def test_a_jump_that_leads_elsewhere(plan):
    """
    Every gap longer than 11 min is cut to 6 min 2 s; from T+1 h 10 min the third jump leads to T+1 h 31 min.
    """
    edits = Edits({"plan/jump/measure/pool/1": {"text.en": "We go on at T+2 h.", "text.zh": "推进至T+2 h。"}})
    master = master_list([plan], Exercise(lasts_s=2 * HOUR), edits=edits)

    assert english(conflicts(master, [plan], Texts())) == [
        "Line 9003 now says T+2 h; the clock is put forward to T+1 h 31 min."
    ]


def test_lines_of_one_s_own_are_looked_at_too(plan):
    """
    At T+2 h the pool holds 1,080 m3.
    """
    own = Line("own/90", 120 * MINUTE, Kind.INJECT, Phase.RESPONSE, Name("pool is 80 % full"), incident="plan")
    edits = Edits(own=(own,))
    master = master_list([plan], known={"plan/own/90": 90}, edits=edits)

    assert english(conflicts(master, [plan], Texts())) == [
        "Line 90 now says 80 % of pool; in the run it holds 1,080 m3, 54 % at T+2 h."
    ]


def test_lines_that_a_run_no_longer_has(plan, numbers):
    """
    A line of an earlier list, without its fire in this one; deleted by the designer it is not missed.
    """
    master = master_list([plan])
    gone = Line("inject/fire/other/0", 0, Kind.INJECT, Phase.RESPONSE, Name("x"), 77, incident="plan")

    def said(*deleted):
        earlier = Earlier(Exercise(), "first-park", master.incidents, (*master.lines, gone), {},
                          Edits(deleted=frozenset(deleted)))  # fmt: skip
        return english(missing(earlier, master))

    assert said() == ["Line 77 is not on the new list: the run no longer has it, or it was thinned out."]
    assert said("plan/inject/fire/other/0") == []


def test_words_changed_in_one_language_are_named(plan, numbers):
    edits = Edits({f"plan/{FIRE}": {"text.en": "Fire!"}, f"plan/{READING}": {"text.en": "a", "text.zh": "b"}})

    assert english(in_one_language(master_list([plan], edits=edits))) == [
        f"Changed in English only, in the other language still as the run tells it: line {numbers[FIRE]}."
    ]


def test_an_exercise_that_cannot_be_as_short_as_asked(plan):
    """
    A quarter of an hour is too little for so many lines.
    """
    (found,) = too_long(master_list([plan], Exercise(lasts_s=15 * MINUTE)))

    assert "longer than 15 min: that many lines do not fit; leave some out." in found.en
    assert too_long(master_list([plan], Exercise(lasts_s=2 * HOUR))) == []


LEFT_BEHIND = (
    "The clock is put forward while crews are at work, who really have to do it and lack that time: line 2 (10 min). "
    "With it the exercise would last 40 min; give it more with --lasts."
)


@pytest.mark.parametrize(("how", "said"), [(ExerciseType.FULL_SCALE, [LEFT_BEHIND]), (ExerciseType.FUNCTIONAL, [])])
def test_a_crew_that_the_clock_leaves_behind_is_told(how, said):
    """
    Ordered at T+10 min, done at T+20; at T+10 the clock goes to T+70. The whole 10 min are missing, and the exercise of
    30 min would last 40. A simulation cell needs no time.
    """
    incident = Incident("i", Name("i"), "", 200 * 60.0)
    master = MasterList(Exercise(how), Park("p", Name(), {}, {}, {}), (incident,), LINES)

    assert english(cut_short(master)) == said
