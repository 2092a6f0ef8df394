"""The board: move what may be different in a scenario, and see at once whether every tier holds."""

from sim.board.board import Answer, Board
from sim.board.knob import Knob
from sim.board.state import State

__all__ = ["Answer", "Board", "Knob", "State"]
