"""What an answer of the board costs as data and as JSON, beside its run, and what is sent while a slider moves; a
number of the park that is moved; and what studies beside the sliders cost them.

    make bench

Processor time, the least of many rounds, all in turn; what is claimed are the ratios within one run.
"""

import asyncio
import json
import time
from threading import Thread

import pytest

from sim.board import Board, State
from sim.board.board import Prepared
from sim.board.moving import moving_data, packed
from sim.board.plain import answer_data, deadlines_data
from sim.board.web.studies import DEADLINES, Study, find
from sim.board.worker import Worker

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


REST_MS = 50
"""How long the sliders rest before the page asks."""
STUDIES = 12


def test_studies_beside_the_sliders(capsys):
    """
    What this process spends from a move to its answer: alone, while a process beside looks for deadlines, and while a
    thread of its own does, of which only one runs at a time. And the time from the last move to the deadlines: the
    rest, the answer and the study. Processor time, the least of rounds that take turns; by the clock, too, which other
    programs slow down.
    """
    scenario = "scenarios/changshou-tank-fire.yaml"
    prepared, worker = Prepared(scenario), Worker(find, Board, [scenario])
    states = [State(scenario, "", (("releases.rupture.volume", f"{5000 + 10 * k} m3"),)) for k in range(STUDIES)]
    found = dict.fromkeys(("alone", "beside", "in a thread", "study", "clock"), float("inf"))

    def timed(name, state, clock=time.process_time):
        start = clock()
        json.dumps(answer_data(prepared.answer(state)))
        found[name] = min(found[name], clock() - start)

    def study(state):
        deadlines_data(prepared.answer(state), lambda _: None)

    async def rounds():
        await worker.ask(Study(DEADLINES, states[0]))
        for state in states:
            timed("alone", state)
            start = time.perf_counter()
            asked = asyncio.ensure_future(worker.ask(Study(DEADLINES, state)))
            await asyncio.sleep(0.01)
            timed("beside", state)
            await asked
            found["clock"] = min(found["clock"], time.perf_counter() - start)
            start = time.process_time()
            study(state)
            found["study"] = min(found["study"], time.process_time() - start)
            thread = Thread(target=study, args=(state,))
            thread.start()
            await asyncio.sleep(0.01)
            timed("in a thread", state)
            thread.join()
        worker.close()

    asyncio.run(rounds())
    alone, shown_ms = found["alone"], REST_MS + 1e3 * (found["alone"] + found["study"])
    with capsys.disabled():
        print(f"\nanswer {alone * 1e3:.1f} ms alone, {found['beside'] / alone:.2f} times that beside a study, "
              f"{found['in a thread'] / alone:.2f} times with it in a thread; deadlines {shown_ms:.0f} ms after the "
              f"last move ({REST_MS + 1e3 * found['clock']:.0f} by the clock)")  # fmt: skip

    assert found["beside"] < 1.1 * alone
    assert found["study"] < 40 * alone
