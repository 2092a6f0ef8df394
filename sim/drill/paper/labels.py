"""What kinds, phases and types are called on paper."""

from __future__ import annotations

from sim.drill.exercise import ExerciseType
from sim.drill.line import Kind, Phase
from sim.park.names import named

KINDS = {each: named(f"line_{each}") for each in Kind}
PHASES = {each: named(f"line_phase_{each}") for each in Phase}
TYPES = {each: named(f"exercise_{each}") for each in ExerciseType}
