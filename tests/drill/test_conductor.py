"""Who conducts an exercise: its clock is handed in, so that an hour of it takes no time."""

import json
from math import inf

import pytest

from sim.drill.conductor import Conductor, Said
from sim.drill.journal import Journal
from sim.drill.master_list import Incident
from sim.drill.play import Do, Play
from sim.park import Name
from tests.drill.test_play import LINES
from tests.water.by_hand import MINUTE


class Hands:
    """A clock that shows what it was set to."""

    now_s = 1000.0

    def __call__(self):
        return self.now_s


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def held(tmp_path, hands):
    """The exercise of `LINES`, begun."""
    play = Play(LINES, (Incident("i", Name("i"), "", inf),))
    conductor = Conductor(play, Journal(tmp_path / "a.jsonl"), hands)
    conductor.begin()
    return conductor


def run(held, seconds, step_s=0.1):
    """Let real time go by, looked at in steps; what was told."""
    said = []
    for _ in range(round(seconds / step_s)):
        held.clock.now_s += step_s
        said += held.run_on()
    return said


def written(held):
    """What the journal holds: of each line what it does, and when."""
    lines = held.journal.path.read_text(encoding="utf-8").splitlines()[1:]
    return [(entry["do"], entry["at_s"]) for entry in map(json.loads, lines)]


def test_its_clock_runs_at_its_speed_and_stands_when_paused(held):
    """
    Ten minutes at twice the speed are twenty of the exercise; paused, ten more are none.
    """
    held.speed = 2.0
    run(held, 10 * MINUTE, step_s=60.0)
    held.take("pause")
    run(held, 10 * MINUTE, step_s=60.0)
    held.take("go")
    run(held, 1 * MINUTE, step_s=60.0)

    assert held.exercise_s == 22 * MINUTE


def test_what_comes_due_is_told_once(held):
    """
    Line 1 at T+0, the order at T+10, and at T+30 the contingency of the action that nobody did.
    """
    said = run(held, 31 * MINUTE, step_s=30.0)

    assert [(each.key, each.values["number"]) for each in said] == [("play_due", 1), ("play_due", 2), ("released", 3)]
    assert [each.key for each in held.take("dnoe")] == ["unknown"]
    assert held.take("show") == [Said("show")]


def test_a_withheld_contingency_and_a_jump_are_told(held):
    """
    Done at T+25: the jump that waited for it leads to T+70 at once, 45 min on, past the contingency.
    """
    run(held, 25 * MINUTE, step_s=60.0)
    held.take("2 done")

    jumped, withheld = held.run_on()
    assert jumped == Said("jumped", {"time": "45 min"})
    assert (withheld.key, withheld.values["number"]) == ("withheld", 3)


def test_the_clock_is_kept_beside_the_moves(held):
    """
    An hour, looked at once a second: a line of the journal in five seconds says how far the clock has come, but for
    T+30, when the contingency is let go; the exercise holds that alone.
    """
    run(held, 60 * MINUTE, step_s=1.0)

    assert [move.do for move in held.play.moves] == [Do.RELEASE]
    assert written(held) == [("release" if k == 360 else "tick", 5.0 * k) for k in range(1, 721)]


def test_taken_up_again_nothing_older_than_five_seconds_is_lost(held, hands):
    """
    Killed 4.9 s after the last entry in the journal, it goes on from there; what was entered and undone stands.
    """
    run(held, 12 * MINUTE)
    held.take("2 done")
    held.take("undo")
    held.take("2 ordered slow")
    run(held, 64.9)

    again = Conductor(Play(LINES, held.play.incidents), Journal(held.journal.path), hands)
    (said,) = again.resume()

    assert 0 <= held.exercise_s - again.exercise_s <= 5.0
    assert again.play == held.play
    assert said == Said("resumed", {"time": said.values["time"], "entries": 3})
    hands.now_s += 60.0
    again.run_on()
    assert again.exercise_s == pytest.approx(held.exercise_s + 60.0, abs=5.0)


def test_an_exercise_that_was_ended_can_be_gone_on_with(held, hands):
    held.take("1 done")
    held.take("quit")
    assert held.play.ended

    again = Conductor(Play(LINES, held.play.incidents), Journal(held.journal.path), hands)
    again.resume()

    assert not again.play.ended
    assert [move.do for move in again.play.moves] == [Do.MARK]
