"""What an answer of the board costs as data and as JSON, beside its run; a number of the park that is moved; and what
studies beside the sliders cost them.

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


REST_MS, SHOWN_MS = 50, 400
"""How long the sliders rest before the page asks, and within what the deadlines are to be there."""


def test_studies_beside_the_sliders(capsys):
    """
    An answer alone, while deadlines are looked for in a process beside, and as they once were in a thread of this one;
    and the time from the last move to the deadlines, which is the rest, the answer and the study. All by the clock,
    since it is the clock that a process beside might slow down; the least of rounds that take turns.
    """
    scenario = "scenarios/changshou-tank-fire.yaml"
    prepared, worker = Prepared(scenario), Worker(find, Board, [scenario])
    states = [State(scenario, "", (("releases.rupture.volume", f"{5000 + 10 * k} m3"),)) for k in range(ROUNDS)]
    found = dict.fromkeys(("alone", "beside", "in a thread", "study", "shown"), float("inf"))

    def least(name, start):
        found[name] = min(found[name], time.perf_counter() - start)

    def answered(name, state):
        start = time.perf_counter()
        json.dumps(answer_data(prepared.answer(state)))
        least(name, start)

    def threaded(state):
        thread = Thread(target=lambda: deadlines_data(prepared.answer(state), lambda _: None))
        thread.start()
        time.sleep(0.01)
        answered("in a thread", state)
        thread.join()

    async def rounds():
        await worker.ask(Study(DEADLINES, states[0]))
        for state in states:
            answered("alone", state)
            asked = asyncio.ensure_future(worker.ask(Study(DEADLINES, state)))
            await asyncio.sleep(0.01)
            answered("beside", state)
            await asked
            threaded(state)
            start = time.perf_counter()
            deadlines_data(prepared.answer(state), lambda _: None)
            least("study", start)
            start = time.perf_counter()
            answered("alone", state)
            await worker.ask(Study(DEADLINES, state))
            least("shown", start)
        worker.close()

    asyncio.run(rounds())
    with capsys.disabled():
        print(f"\nanswer {found['alone'] * 1e3:.1f} ms alone, {found['beside'] / found['alone']:.2f} times that beside "
              f"a study, {found['in a thread'] / found['alone']:.2f} times with it in a thread; deadlines there "
              f"{REST_MS + found['shown'] * 1e3:.0f} ms after the last move, of it the study "
              f"{found['study'] * 1e3:.0f} ms where it is not nice")  # fmt: skip

    assert found["beside"] < 1.1 * found["alone"]
    assert found["shown"] < 1.5 * (found["study"] + found["alone"])
