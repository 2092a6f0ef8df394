"""What an answer of the board costs as data and as JSON, beside its run, and what is sent while a slider moves; and a
number of the park that is moved.

    make bench

Processor time, the least of many rounds, all in turn; what is claimed are the ratios within one run.
"""

import json
import time

import pytest

from sim.board import State
from sim.board.board import Prepared
from sim.board.moving import moving_data, packed
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


@pytest.mark.parametrize(("name", "most", "most_moving"), [("tank-fire", 1.8, 1.15), ("storm-relief", 1.5, 1.0)])
def test_data_beside_a_run(name, most, most_moving, capsys):
    """An answer as data and JSON, beside the run without trace of the same numbers, and what is sent of it while a
    slider moves, the map included; a park's number beside another."""
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
        "moving": lambda: packed(*moving_data(prepared.answer(park), prepared.sheet)),
        "other": lambda: answer_data(prepared.answer(other)),
    })  # fmt: skip
    made = found["with data"] - found["answer"] + found["json"]
    moving = found["moving"] - found["answer"]
    of_park = found["with data"] / found["other"]
    with capsys.disabled():
        print(f"\n{name}: run {found['run'] * 1e3:.2f} ms; in runs: answer {found['answer'] / found['run']:.2f}, "
              f"data {made / found['run']:.2f}, of it JSON {found['json'] / found['run']:.2f}, "
              f"while a slider moves {moving / found['run']:.2f}; "
              f"a number of the park {of_park:.2f} times one of the scenario")  # fmt: skip

    assert made < most * found["run"]
    assert moving < most_moving * found["run"]
    assert of_park < 1.5
