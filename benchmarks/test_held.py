"""What it costs to ask an exercise that is being held how things stand, as the hours go by; the screen asks ten times a
second.

    make bench

A ratio within one run, of processor time.
"""

import random
import time

from benchmarks.parks import changshou
from sim.cli.replay import planned_run
from sim.drill import Exercise, master_list
from sim.drill.conductor import TICK_S, Conductor
from sim.drill.journal import Journal
from sim.drill.log_reading import WHATS
from sim.drill.play import Play
from sim.report.play_screen import screen
from sim.units import SECONDS_AN_HOUR

LASTS_S = 8.0 * SECONDS_AN_HOUR
ENTRIES = 50


class Hands:
    """A clock that shows what it was set to."""

    now_s = 0.0

    def __call__(self):
        return self.now_s


def cost_s(held, times=200):
    """The least processor time of a screen right after an entry, when nothing is worked out yet [s]."""
    took = []
    for _ in range(times):
        play = Play(held.play.lines, held.play.incidents, held.play.starts, held.play.moves)
        begun = time.process_time()
        screen(play, held.exercise_s, "en", [], "")
        took.append(time.process_time() - begun)
    return min(took)


def typed(master):
    """What people may type of every line, in no order."""
    entries = [f"{line.number} {what}" for line in master.lines for what in WHATS[line.kind]]
    random.Random(1).shuffle(entries)
    return entries


def test_the_screen_after_eight_hours(tmp_path):
    """Below twice what it costs at the start, 5,760 entries of the clock and fifty of people later."""
    master = master_list([planned_run(changshou("night-shift"))], Exercise())
    held = Conductor(Play(master.lines, master.incidents, master.starts), Journal(tmp_path / "a.jsonl"), Hands())
    held.begin()
    first_s = cost_s(held)
    entries = typed(master)
    for _ in range(round(LASTS_S / TICK_S)):
        held.clock.now_s += TICK_S
        held.run_on()
        while sum(not move.own for move in held.play.moves) < ENTRIES * held.exercise_s // LASTS_S:
            held.take(entries.pop())
    last_s = cost_s(held)

    print(f"{first_s * 1e3:.2f} ms at the start, {last_s * 1e3:.2f} ms after 8 h: {last_s / first_s:.2f} times")
    assert last_s < 2 * first_s
