"""What an answer of the board costs as data and as JSON, beside its run; and a number of the park that is moved.

    make bench

Processor time, the least of many rounds, all in turn; what is claimed are the ratios within one run.
"""

import json
import time

import pytest

from sim.board import State
from sim.board.board import Prepared
from sim.board.plain import answer_data

ROUNDS = 40
OF_PARK = "park.storages.a-001-bund.initial.rain"
OF_SCENARIO = "fires.monitors.water"


def least_s(actions):
    """Of each action the shortest of many rounds, in which they take turns [s]."""
    found = dict.fromkeys(actions, float("inf"))
    for _ in range(ROUNDS):
        for name, act in actions.items():
            start = time.process_time()
            act()
            found[name] = min(found[name], time.process_time() - start)
    return found


@pytest.mark.parametrize(("name", "most"), [("tank-fire", 2.5), ("storm-relief", 1.9)])
def test_data_beside_a_run(name, most, capsys):
    """An answer as data and JSON, beside the run without trace of the same numbers; a park's number beside another."""
    scenario = f"scenarios/changshou-{name}.yaml"
    prepared = Prepared(scenario)

    def moved(path):
        knob = prepared.knobs[path]
        return State(scenario, "", ((path, knob.written(round(0.4 * knob.low + 0.6 * knob.high, 1))),))

    park, other = moved(OF_PARK), moved(OF_SCENARIO)
    numbers, data = prepared._numbers(park), answer_data(prepared.answer(park))
    found = least_s({
        "run": lambda: prepared._player.record(numbers, None),
        "answer": lambda: prepared.answer(park),
        "with data": lambda: answer_data(prepared.answer(park)),
        "json": lambda: json.dumps(data),
        "other": lambda: answer_data(prepared.answer(other)),
    })  # fmt: skip
    made = found["with data"] - found["answer"] + found["json"]
    of_park = found["with data"] / found["other"]
    with capsys.disabled():
        print(f"\n{name}: run {found['run'] * 1e3:.2f} ms; in runs: answer {found['answer'] / found['run']:.2f}, "
              f"data {made / found['run']:.2f}, of it JSON {found['json'] / found['run']:.2f}; "
              f"a number of the park {of_park:.2f} times one of the scenario")  # fmt: skip

    assert made < most * found["run"]
    assert of_park < 1.5
