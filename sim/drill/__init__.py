"""Exercises: from a run to a master list that people can play, and back from their times to a run."""

from sim.drill.exercise import Exercise, ExerciseType
from sim.drill.line import Kind, Line, Missed, Phase, State
from sim.drill.master_list import Incident, MasterList
from sim.drill.timeline import master_list

__all__ = [
    "Exercise", "ExerciseType", "Incident", "Kind", "Line", "MasterList", "Missed", "Phase", "State", "master_list",
]  # fmt: skip
