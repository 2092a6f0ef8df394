"""Processor time of whole runs, outcome included, one core, trace off: what `test_older.py` asks of two builds.

    python benchmarks/runs.py people|mix|storm|larger < /dev/null

Prints milliseconds a run, the least of many rounds. It imports what lies in the folder it is started in.
"""

import random
import sys
import time
from dataclasses import replace

sys.path.insert(0, "")

from benchmarks.parks import PEOPLE, SCENARIOS, changshou, many_times
from benchmarks.test_people import manned
from sim.check.outcome import outcomes
from sim.engine import play

SECONDS = 1.0
"""How long rounds are repeated."""


def run(park, scenario, seed=None):
    """A run and its outcome."""
    return outcomes(park, scenario, play(park, scenario, trace=False, seed=seed))


def varied(scenario, seed):
    """The scenario with every inflow's rates times a number of its own between a half and one and a half."""
    chance = random.Random(seed)
    factors = [chance.uniform(0.5, 1.5) for _ in scenario.inflows]
    scaled = [replace(x, rates=tuple(r * f for r in x.rates)) for x, f in zip(scenario.inflows, factors, strict=True)]
    return replace(scenario, inflows=tuple(scaled))


def people():
    """30 rules, 30 jobs, six crews."""
    return [(*manned(), None)]


def mix():
    """The ten shipped accidents at Changshou, three times each, with rates and lots at random."""
    cases = [changshou(name) for name in (*SCENARIOS, *PEOPLE)]
    return [(case.park, varied(case.scenario, seed), seed) for seed in range(3) for case in cases]


def storm():
    """A storm on everything."""
    case = changshou("storm-relief")
    return [(case.park, case.scenario, None)]


def larger():
    """The tank fire in a park ten times larger."""
    case = changshou("tank-fire")
    return [(many_times(case.park, 10), case.scenario, None)]


def smaller():
    """The tank fire as it is."""
    case = changshou("tank-fire")
    return [(case.park, case.scenario, None)]


def least_ms(runs):
    """Milliseconds a run: of each the least of its rounds, on average."""
    for each in runs:
        run(*each)
    least = [float("inf")] * len(runs)
    begun = time.process_time()
    while time.process_time() - begun < SECONDS:
        for place, each in enumerate(runs):
            start = time.process_time()
            run(*each)
            least[place] = min(least[place], time.process_time() - start)
    return 1000 * sum(least) / len(least)


if __name__ == "__main__":
    print(f"{least_ms(globals()[sys.argv[1]]()):.4f}")
