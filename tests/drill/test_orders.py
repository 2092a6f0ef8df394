"""Orders are said in the reader's language, whatever language the plan is written in."""

from dataclasses import replace

import pytest

from sim.drill import Kind, master_list
from sim.park import Name
from tests.drill.test_timeline import run_of


@pytest.fixture(scope="module")
def plan():
    return run_of("docs/first-park/plan.yaml")


@pytest.fixture(scope="module")
def fire():
    return run_of("docs/first-park/fire.yaml")


def test_a_plan_in_both_languages_is_quoted_in_each(plan):
    start = next(x for x in master_list([plan]).of(Kind.ACTION) if x.action == "transfer-start")

    assert start.text.en == "Relieve the pool and shut the outfall. (Duty team: Start the transfer pump.)"
    assert start.text.zh == "为事故池腾容并关闭排口。（值班队：启动转输泵。）"


def test_a_plan_in_english_is_not_quoted_in_chinese(plan):
    """
    Its order in English only: the Chinese line names who does which sheet and no more.
    """
    rules = tuple(replace(each, text=Name(each.text.en)) for each in plan.scenario.rules)
    plan = replace(plan, scenario=replace(plan.scenario, rules=rules))
    start = next(x for x in master_list([plan]).of(Kind.ACTION) if x.action == "transfer-start")

    assert start.text.en == "Relieve the pool and shut the outfall. (Duty team: Start the transfer pump.)"
    assert start.text.zh == "值班队：启动转输泵。"


def test_an_action_of_the_script_says_the_same_in_both_languages(fire):
    actions = {x.action: x.text for x in master_list([fire]).of(Kind.ACTION)}
    said = [(action.text, actions[action.id]) for action in fire.scenario.actions if action.id in actions]

    assert said
    for text, line in said:
        assert text.en in line.en
        assert text.zh in line.zh


def test_an_incident_ends_before_the_next_begins_at_the_same_time(plan, fire):
    """
    The hot wash of the first comes at the very time at which the second begins, and before it.
    """
    lines = master_list([plan, fire]).lines
    turns = [line.incident for line in lines]

    assert turns == sorted(turns, key=[plan.scenario.id, fire.scenario.id].index)
    assert lines[turns.index(fire.scenario.id) - 1].key == "control/review"
