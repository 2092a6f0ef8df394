"""Files of measures: what they hold, and what is said of what is wrong in them."""

from pathlib import Path

import pytest
import yaml

from sim.errors import Problems
from sim.load import Varying, json_schema
from sim.load.measures import load_measures
from tests.load.test_load import faults_of
from tests.measures.conftest import FOUR, SMALL

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "configs" / "changshou-yanjia" / "measures.yaml"
HEAD = "measures:\n"


@pytest.fixture(scope="module")
def loaded():
    return Varying.of(SMALL).loaded


def test_steps_grow_from_what_is_written(loaded):
    """
    1 kEUR/m3 x 10 m3 a step and 2 kEUR besides: 12, 22, 32, from 120 m3 to 130, 140, 150.
    """
    measures = load_measures(FOUR, loaded)
    options = measures.each["higher"].options

    assert [(each.steps, each.cost, each.sets) for each in options] == [
        (k, 2.0 + 10 * k, (f"park.storages.bund.capacity={120 + 10 * k} m3",)) for k in (1, 2, 3)]  # fmt: skip
    assert measures.money == "kEUR"
    assert [(each.text, str(each.basis)) for each in measures.costs][:2] == [
        ("1 kEUR/m3", "published"), ("2 kEUR", "assumed")]  # fmt: skip
    assert measures.assumed == 4


def test_steps_may_go_down(loaded, measures_file):
    """
    10 min, less 4 at each step, at 3 a step; written as it stands there.
    """
    file = measures_file(HEAD + "  swift: {cost: 3 k, steps: {of: releases.spill.over, by: -4 min, most: 2}}")
    options = load_measures(file, loaded).each["swift"].options

    assert [(each.cost, each.sets) for each in options] == [
        (3.0, ("releases.spill.over=6 min",)), (6.0, ("releases.spill.over=2 min",))]  # fmt: skip


def test_a_change_is_kept_letter_by_letter(loaded, measures_file):
    text = '  a: {cost: 1 k, changes: {"park.storages.x": {name: {zh: "池: 1"}, on: "yes", l: [1, 2]}}}'
    file = measures_file(HEAD + text)

    assert load_measures(file, loaded).each["a"].options[0].sets == (
        'park.storages.x={name: {zh: "池: 1"}, "on": "yes", l: [1, 2]}',)  # fmt: skip


def test_exclusion_holds_both_ways(loaded, measures_file):
    measures = load_measures(measures_file(HEAD + """
  a: {cost: 1 k, changes: {horizon: 2 h}}
  b: {cost: 1 k, changes: {horizon: 3 h}, excludes: a}
"""), loaded).each  # fmt: skip

    assert (measures["a"].excludes, measures["b"].excludes) == ({"b"}, {"a"})


WRONG = {
    "  a: {cost: 1, changes: {horizon: 2 h}}":
        "2:13: measures.a.cost: '1' is no cost; write what it costs, such as 1200000 CNY, or 1800 CNY/m3 of what grows "
        "by steps",
    "  a: {cost: 1 k, fixed: 2 k, changes: {horizon: 2 h}}":
        "2:18: measures.a: fixed needs steps beside it; write steps: with steps, a block with of, by, most",
    "  a: {cost: '1,200 k', changes: {horizon: 2 h}}":
        "2:13: measures.a.cost: 1,200 k has commas in its number; write 1200 k",
    "  a: {cost: -5 k, changes: {horizon: 2 h}}":
        "2:13: measures.a.cost: '-5 k' is no cost; write what it costs, such as 1200000 CNY, or 1800 CNY/m3 of what "
        "grows by steps",
    "  a: {cost: 1 k/m3, changes: {horizon: 2 h}}":
        "2:13: measures.a.cost: a price goes with steps; write what the measure costs as a sum",
    "  a: {cost: 1 k/L, steps: {of: park.storages.bund.capacity, by: 1 m3, most: 2}}":
        "2:13: measures.a.cost: is the price of one L, and a step is 1 m3; write both in one unit",
    "  a: {cost: 1 k, steps: {of: park.storages.bund.capacity, by: 1 L, most: 2}}":
        "2:63: measures.a.steps.by: '1 L' cannot be added to '120 m3', which stands at 'park.storages.bund.capacity'; "
        "write it in the same unit",
    "  a: {cost: 1 k, steps: {of: releases.spill.volume, by: 1 m3, most: 2}}":
        "2:30: measures.a.steps.of: no single number is written at 'releases.spill.volume', from which steps could "
        "begin; name the path of one",
    "  a: {cost: 1 k, steps: {of: park.storages.bund.capacity, by: more, most: 2}}":
        "2:63: measures.a.steps.by: 'more' is no amount to grow by; write a number with its unit, such as 1000 m3",
    "  a: {cost: 1 k, steps: {of: park.storages.bund.capacity, by: 1 m3, most: 21}}":
        "2:75: measures.a.steps.most: must be at most 20, found 21",
    "  a: {cost: 1 k, changes: {horizon: 2 h}, needs: aa}\n  ab: {cost: 2 €, changes: {name: x}}":
        "2:50: measures.a.needs: no other measure is named 'aa'; there are ab\n"
        "3:14: measures.ab.cost: is in €, and the costs before it in k; write all in one, so that they can be added",
    "  a: {cost: 1 k, changes: {park.storages.bund: {tier: plant}}}\n"
    "  b: {cost: 1 k, changes: {park.storages.bund.capacity: 9 m3}}":
        "3:6: measures.b: changes 'park.storages.bund.capacity', which 'a' changes too, so that one of the two would "
        "be lost; write excludes: a",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_with_its_place(text, loaded, measures_file):
    file = measures_file(HEAD + text)
    with pytest.raises(Problems) as caught:
        load_measures(file, loaded)

    assert "\n".join(str(each).removeprefix(f"{file}:") for each in caught.value.messages) == WRONG[text]


def test_a_scenario_is_no_file_of_measures(loaded):
    with pytest.raises(Problems, match="this is a scenario; name a file of measures"):
        load_measures(SMALL, loaded)


@pytest.mark.parametrize("file", [FOUR, SHIPPED], ids=lambda file: file.stem)
def test_the_schema_takes_what_the_reader_takes(file):
    schema, tree = json_schema("measures"), yaml.safe_load(file.read_text(encoding="utf-8"))
    assert list(faults_of(tree, schema, schema)) == []

    tree["measures"]["wrong"] = {"cost": "5"}
    assert list(faults_of(tree, schema, schema))


def test_every_shipped_cost_is_assumed_and_says_so():
    shipped = ROOT / "scenarios" / "changshou-open-outfall-uncertain.yaml"
    measures = load_measures(SHIPPED, Varying.of(shipped).loaded)

    assert measures.assumed == len(measures.costs) == 9
    assert {each.source for each in measures.costs} == {"chosen for this example, see docs/measures.md"}
