"""From a run to a master list, on the first park's plan: its times are worked out in docs/first-park/plan.yaml."""

from itertools import pairwise
from math import inf

import pytest

from sim.drill import Exercise, ExerciseType, Kind, Phase, master_list
from sim.drill.layout import laid_out
from sim.drill.texts import TEMPLATES, Texts, placeholders
from sim.park import Name
from tests.drill.runs import run_of
from tests.water.by_hand import HOUR, MINUTE


@pytest.fixture(scope="module")
def plan():
    return run_of("docs/first-park/plan.yaml")


@pytest.fixture(scope="module")
def lines(plan):
    return master_list([plan]).lines


def by_key(lines):
    return {line.key: line for line in lines}


def test_players_are_never_told_what_they_should_find_out(lines):
    """
    Nobody says that 600 m3 run out from T+0 on, nor that water leaves the plant; the alarm at T+1 h 56 min is told.
    """
    told = [line for line in lines if line.kind is Kind.INJECT]

    assert not any(cause.startswith(("release", "crossing", "reached", "full")) for x in told for cause in x.causes)
    assert [round(x.at_s / MINUTE) for x in told if "alarm pool-level" in x.causes] == [116]


def test_every_order_is_an_expected_action_with_its_deadline(lines):
    """
    Ordered T+2 h 1 min; the pump runs at T+2 h 21 min, 3 min after the 2 h 18 min that would have spared the main.
    """
    actions = {line.action: line for line in lines if line.kind is Kind.ACTION}

    assert set(actions) == {"transfer-start", "outfall-shut"}
    pump = actions["transfer-start"]
    assert (round(pump.at_s / MINUTE), round(pump.done_s / MINUTE)) == (121, 141)
    assert pump.slack_s < 0
    assert pump.sheet == "transfer-start"


def test_what_follows_if_it_is_missed_comes_from_the_run_in_which_it_is(plan, lines):
    """
    Without the outfall's gate more leaves the boundary than in the plan; the line says how much and where.
    """
    shut = next(line for line in lines if line.kind is Kind.ACTION and line.action == "outfall-shut")
    without = plan.without("outfall-shut").verdict.tier("boundary").escaped_m3
    planned = plan.result.verdict.tier("boundary").escaped_m3

    assert shut.missed.tier == "boundary"
    assert shut.missed.escaped_m3 == pytest.approx(without - planned)
    assert shut.missed.escaped_m3 > 1000


def test_a_contingency_comes_after_its_action_should_be_done(lines):
    """
    Pump and outfall should be done at T+2 h 21 and 2 h 36 min; neither can be late any more, so 5 min of grace.
    """
    found = {line.action: line for line in lines if line.kind is Kind.CONTINGENCY}

    assert {action: round(line.at_s / MINUTE) for action, line in found.items()} == {
        "transfer-start": 146, "outfall-shut": 161,
    }  # fmt: skip


def test_a_contingency_shows_the_run_in_which_the_action_is_missing(plan, lines):
    """
    At T+2 h 26 min without the pump: 1,000 m3 at T+1 h 55 min 33 s and 0.3 m3/s for 30 min 27 s: 1,548 m3.
    """
    pump = next(line for line in lines if line.key == "contingency/transfer-start")

    assert pump.state.volume_m3 == pytest.approx(1000 + 0.3 * (146 * MINUTE - 6933), abs=1)
    assert pump.state.volume_m3 > plan.states.at("pool", pump.at_s).volume_m3


def test_states_are_those_of_the_line_s_own_time(plan, lines):
    """
    Whatever a line says of a storage is as the run has it then.
    """
    shown = [line for line in lines if line.state is not None and line.kind is not Kind.CONTINGENCY]

    assert shown
    for line in shown:
        assert line.state == plan.states.at(line.state.storage, line.at_s)


def test_free_time_is_the_room_over_what_comes(plan):
    """
    T+2 h 1 min: 1,000 + 0.3 x 327 s = 1,098 m3 of 2,000, at 0.3 m3/s full in 902 / 0.3 = 3,006 s.
    """
    state = plan.states.at("pool", 121 * MINUTE)

    assert state.volume_m3 == pytest.approx(1098, abs=0.5)
    assert state.full_in_s == pytest.approx(3006, abs=2)
    assert state.share == pytest.approx(0.549, abs=0.001)


def test_reports_are_owed_once_the_incident_is_known(plan, lines):
    """
    It burns at T+10 min: the head of the works and the county are told at once, the park in a quarter of an hour, the
    county's emergency authority within the hour; nobody knows the grade, so the province within two hours, the ministry
    an hour later. Those downstream are told once water leaves a tier, and the warning is closed half an hour after its
    alarm, at 2 h 26 min.
    """
    due = {line.key: round(line.at_s / MINUTE) for line in lines if line.kind is Kind.REPORT}

    breached = round(min(each.first_s for tier in plan.result.verdict.tiers for each in tier.escapes) / MINUTE)
    assert due == {
        "report/owed/head-of-works": 10, "report/owed/works-authorities": 10, "report/owed/park-office": 25,
        "report/owed/county-safety": 70, "report/owed/ecology-province": 130, "report/owed/province-ministry": 190,
        "report/told/at-risk-told": breached, "report/told/neighbours-told": breached,
        "report/closing/pool-level/1": 146,
    }  # fmt: skip


def test_phases_follow_one_another(lines):
    """
    Warning until it is known, command with the first order, response, end, review.
    """
    phases = [line.phase for line in lines if line.kind is not Kind.REPORT]

    assert phases[0] is Phase.WARNING
    assert phases[-2:] == [Phase.END, Phase.REVIEW]


def test_a_drill_of_two_hours_leaves_quiet_stretches_out_and_says_so(plan):
    """
    4 h 30 min of incident in at most 2 h; every jump says where it leads, and the next line comes after it.
    """
    short = master_list([plan], Exercise(lasts_s=2 * HOUR)).lines

    assert max(line.exercise_s for line in short) <= 2 * HOUR
    jumps = [line for line in short if line.kind is Kind.JUMP]
    assert jumps
    times = [line.exercise_s for line in short]
    assert times == sorted(times)
    fixed = [line for line in short if line.kind is not Kind.CONTINGENCY]
    assert all(a.at_s <= b.at_s + 1e-6 for a, b in pairwise(fixed))


def test_without_a_limit_the_exercise_takes_as_long_as_the_incident(lines):
    assert all(line.exercise_s == line.at_s for line in lines)


def test_no_more_injects_an_hour_than_asked_for(plan):
    """
    At most 2 an hour: readings go first, the alarm and everything expected stays.
    """
    thin = master_list([plan], Exercise(most_an_hour=2)).lines
    told = [line for line in thin if line.kind in (Kind.INJECT, Kind.MEASUREMENT) and line.weight < inf]

    for start in told:
        assert sum(start.exercise_s <= line.exercise_s < start.exercise_s + HOUR for line in told) <= 2
    assert "alarm pool-level" in {cause for line in thin for cause in line.causes}
    assert sum(line.kind is Kind.ACTION for line in thin) == 2


def test_numbers_stay_with_what_they_were_given_to(plan, lines):
    """
    A thinner list keeps the numbers of what is left; what comes back has its own again.
    """
    known = {f"{line.incident}/{line.key}": line.number for line in lines}

    thin = master_list([plan], Exercise(most_an_hour=2), known=known).lines

    assert {line.key: line.number for line in thin}.items() <= {line.key: line.number for line in lines}.items()


def test_around_a_table_people_say_what_they_would_do(plan):
    """
    Cards, and questions instead of orders.
    """
    table = master_list([plan], Exercise(ExerciseType.TABLE_TOP)).lines
    action = next(line for line in table if line.kind is Kind.ACTION)

    assert {line.medium.en for line in table} == {"card"}
    assert action.text.en.startswith("Players say who does this")


def test_two_incidents_in_one_day_follow_one_another(plan):
    """
    The second begins when the first is over, or when it is said to; the lines say which they belong to.
    """
    other = run_of("docs/first-park/fire.yaml")

    day = master_list([plan, other], begins_s=(0, 6 * HOUR))

    assert [each.begins_s for each in day.incidents] == [0, 6 * HOUR]
    assert {line.incident for line in day.lines} == {"plan", "fire"}
    assert min(line.exercise_s for line in day.lines if line.incident == "fire") == 6 * HOUR


def test_a_designer_s_own_words_are_taken(plan):
    """
    A template of one's own, with the same values.
    """
    own = Texts({"alarm_level": Name("LOOK: {place}!", "注意：{place}！")})

    assert "LOOK: pool!" in {line.text.en for line in master_list([plan], texts=own).lines}


def test_both_languages_of_a_template_put_the_same_values_in():
    for key, template in TEMPLATES.items():
        assert all((template.en, template.zh)), key
        assert placeholders(template.en) == placeholders(template.zh), key


def test_nothing_to_lay_out_takes_no_time():
    assert laid_out([], 3600, Texts()) == []


def test_numbers_hang_neither_on_the_length_nor_on_the_density(plan):
    """
    A jump has a number of a series of its own, from 9001 on; every other line the one that it has when nothing is left
    out, be it played in an hour and a half or with two injects an hour.
    """
    whole = {line.key: line.number for line in master_list([plan]).lines}
    short = master_list([plan], Exercise(lasts_s=5400.0, most_an_hour=2)).lines
    jumps = [line.number for line in short if line.kind is Kind.JUMP]

    assert list(whole.values()) == list(range(1, len(whole) + 1))
    assert jumps == list(range(9001, 9001 + len(jumps)))
    assert jumps
    assert {line.key: line.number for line in short if line.kind is not Kind.JUMP}.items() <= whole.items()


def test_a_jump_of_an_earlier_list_keeps_its_number(plan):
    """
    Where jumps were once counted among the others; what is new has the next free number of its series.
    """
    short = master_list([plan], Exercise(lasts_s=5400.0))
    known = {f"{line.incident}/{line.key}": place for place, line in enumerate(short.lines, start=1)}
    own = short.lines[3]
    del known[f"{own.incident}/{own.key}"]

    again = master_list([plan], Exercise(lasts_s=5400.0), known=known)

    expected = {**known, f"{own.incident}/{own.key}": len(short.lines) + 1}
    assert {f"{line.incident}/{line.key}": line.number for line in again.lines} == expected


def test_what_failed_is_reported_after_its_order():
    """
    Without power the sheets fail in the second in which they are ordered: order first, then that it cannot be done.
    """
    lines = master_list([run_of("power-loss")]).lines
    places = {line.key: place for place, line in enumerate(lines)}
    failures = [line for line in lines if line.key.startswith("inject/failed/")]

    assert len(failures) >= 2
    assert all(places[f"action/{line.action}"] < places[line.key] for line in failures)
