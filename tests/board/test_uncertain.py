"""A scenario whose numbers are uncertain opens on the board, too, with sliders that stay where a number may lie."""

from pathlib import Path

import pytest

from sim.board import Board, State

ROOT = Path(__file__).parents[2]
UNCERTAIN = [str(path) for path in (ROOT / "scenarios").glob("*-uncertain.yaml")]


@pytest.mark.parametrize("scenario", UNCERTAIN)
def test_it_opens_and_every_slider_can_go_to_its_ends(scenario):
    """
    A fire that lasts no time at all is none, so its slider begins above nothing.
    """
    prepared = Board([scenario]).prepared(scenario)
    lasting = [knob for knob in prepared.knobs.values() if knob.path.endswith(".lasts")]

    assert lasting
    assert all(knob.low > 0 for knob in lasting)
    for knob in prepared.knobs.values():
        for end in (knob.low, knob.high):
            prepared.check(State(scenario, "", ((knob.path, knob.written(end)),)))
